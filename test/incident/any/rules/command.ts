import type { EventOf, IncidentEvent, NoticeTemplate, State } from '../../../../src/domain/incident/index.js';
import { isOver } from '../../../../src/domain/incident/index.js';
import { commanders } from '../../../../src/domain/incident/availability.js';
import type { Turn } from '../tell.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

/** No roster is taken in that leaves a post of command empty, so that there is always somebody. */
export const commandRules: Rules = {
  'exactly one person commands, from the opening on': ({ story }) => {
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      // Once it is over whoever holds the post in the roster may act in it, and nobody is put in charge.
      if (isOver(after.phase)) continue;
      must(commander(after) !== undefined, () => `nobody commands after ${named(event)}`);
    }
  },

  'only an opening, a handover, a takeover, a first incident elsewhere and a lost post change who commands': ({
    moments,
  }) => {
    let signOfLife = 0;
    const asked = new Map<string, number>();
    for (const { event, before, after } of moments) {
      const [from, to] = [commander(before), commander(after)];
      const isAfterEnd = isOver(before.phase) && event.type === 'peopleChanged';
      if (from !== to && from !== undefined && !isAfterEnd) {
        must(event.type === 'commandPassed', () => `${named(event)}: ${from} → ${to}`);
        must(event.type === 'commandPassed' && passesWell(event, before), () => JSON.stringify(event));
      }
      if (event.type === 'commandAsked') asked.set(event.person, event.seq);
      if (event.type === 'commandPassed' && event.why === 'silence') {
        must((asked.get(event.to) ?? 0) > signOfLife, () => `${named(event)} from somebody who is not silent`);
      }
      if (isBy(event, to) && event.request !== undefined && event.type !== 'refused') signOfLife = event.seq;
    }
  },

  'whoever is relieved is told, and whoever commands then': ({ story }) => {
    for (const turn of story.turns) {
      for (const { event } of turn) {
        if (event.type !== 'commandPassed') continue;
        must(isTold(turn, 'relieved', event.from), () => `${named(event)}: ${event.from} is not told`);
        must(isTold(turn, 'commandTaken', event.to), () => `${named(event)}: ${event.to} is not told`);
      }
    }
  },

  'whoever is silent is reminded once, and in each round everybody who may take over is asked once': ({ moments }) => {
    let reminded = false;
    let asked = new Set<string>();
    for (const { event, before, after } of moments) {
      if (after.checkIn.next === undefined || after.checkIn.next.step === 'remind') {
        reminded = false;
        asked = new Set();
      }
      if (event.type === 'checkInReminded') {
        must(!reminded && event.person === commander(before), () => `${named(event)} again`);
        reminded = true;
      }
      if (event.type === 'commandAsked') {
        must(reminded && !asked.has(event.person), () => `${named(event)}: ${event.person} again`);
        must(event.person !== commander(before), () => `${named(event)}: ${event.person} commands`);
        asked.add(event.person);
      }
      if (event.type === 'commandUnanswered') asked = new Set();
    }
  },

  'a handover that nobody answers is called to mind once, then whoever offered it is told once': ({ moments }) => {
    let said: string[] = [];
    for (const { event, before } of moments) {
      if (event.type === 'handoverOffered') said = [];
      if (event.type !== 'handoverReminded' && event.type !== 'handoverUnanswered') continue;
      const { offer } = before.command;
      must(offer?.from === event.from && offer.to === event.to, () => `${named(event)} of no open offer`);
      must(event.from === commander(before), () => `${named(event)}: ${event.from} does not command`);
      said.push(event.type);
      must('handoverReminded,handoverUnanswered'.startsWith(said.join()), () => `${named(event)} after ${said.join()}`);
    }
  },

  'the authority of whoever commands is used by nobody else': ({ moments }) => {
    for (const { event, before } of moments) {
      if (!('authority' in event) || event.authority !== before.basis.plan.command.commander) continue;
      must(isBy(event, commander(before)), () => `${named(event)} by ${JSON.stringify(event.actor)}`);
    }
  },
};

/** Before an incident is opened, nobody. */
function commander({ command, basis }: State): string | undefined {
  return command.posts[basis.plan.command.commander];
}

function passesWell({ from, to, why, actor }: EventOf<'commandPassed'>, before: State): boolean {
  const { offer } = before.command;
  if (from !== commander(before) || from === to) return false;
  switch (why) {
    case 'handover':
      return offer?.from === from && offer.to === to && isBy({ actor }, to) && commanders(before).includes(to);
    case 'silence':
      return before.checkIn.asked.includes(to) && isBy({ actor }, to);
    case 'commandsElsewhere':
      return before.verification.outcome === undefined && before.command.engaged.includes(from);
    // It is no drill.
    case 'preempted':
      return false;
    case 'roster': {
      const able = commanders(before);
      return before.phase !== 'responding' && !isOver(before.phase) && !able.includes(from) && able.includes(to);
    }
  }
}

function isBy({ actor }: Pick<IncidentEvent, 'actor'>, person: string | undefined): boolean {
  return actor.kind === 'person' && actor.id === person;
}

function isTold(turn: Turn, template: NoticeTemplate, person: string): boolean {
  return turn.some(
    ({ event }) =>
      event.type === 'effectRequested' &&
      event.effect.kind === 'notify' &&
      event.effect.template === template &&
      event.effect.recipients.some((recipient) => recipient.person === person),
  );
}
