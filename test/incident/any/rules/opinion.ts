import { DAY } from '../../../../src/domain/time.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const opinionRules: Rules = {
  'whatever is said in public and meets an alert is known to whoever commands, within a day': ({ story }) => {
    const told = new Map<string, number>();
    for (const turn of story.turns) {
      for (const { event, before } of turn) {
        if (event.type === 'planMoved') told.clear();
        if (event.type !== 'opinionRecorded') continue;
        for (const id of event.told ?? []) {
          must(event.alerts.includes(id), () => `${named(event)}: ${id} is told and not met`);
          told.set(id, event.at);
        }
        for (const id of event.alerts) {
          const last = told.get(id) ?? -Infinity;
          must(event.at - last < DAY, () => `${named(event)}: ${id} was told of at ${last}`);
        }
        if (event.told === undefined) continue;
        const commander = before.command.posts[before.basis.plan.command.commander]!;
        const heard = turn.flatMap(({ event: next }) =>
          next.type === 'effectRequested' && next.effect.kind === 'notify' && next.cause === event.seq
            ? next.effect.recipients.map(({ person }) => person)
            : [],
        );
        const knows = event.actor.kind === 'person' && event.actor.id === commander;
        must(knows || heard.includes(commander), () => `${named(event)}: ${commander} is not told`);
      }
    }
  },

  'entries leave little behind, and are numbered without gaps': ({ moments, story }) => {
    let count = 0;
    for (const { event, after } of moments) {
      if (event.type !== 'opinionRecorded') continue;
      must(event.entry === `o${++count}`, () => `${named(event)}: ${event.entry} is the ${count}th`);
      const { latest, unanswered } = after.publicOpinion;
      must(latest.length <= 20 && unanswered.length <= 200, () => `${named(event)}: ${latest.length} entries`);
    }
    const size = JSON.stringify(story.state.publicOpinion).length;
    must(size < 12_000, () => `${size} characters`);
  },
};
