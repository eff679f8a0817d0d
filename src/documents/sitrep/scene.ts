import type { EventOf } from '../../domain/incident/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { inPeriod } from './context.js';
import type { SitrepContext } from './context.js';

/** More than these are counted. */
const MOST_MOVES = 8;

/** Who was let into the scene and who left it in the period. */
export function moves(context: SitrepContext): Block[] {
  const { words, say, moment, told } = context;
  const events = inPeriod(context, 'personAdmitted', 'personLeft');
  if (events.length === 0) return [];
  if (events.length > MOST_MOVES) {
    const admitted = events.filter(({ type }) => type === 'personAdmitted').length;
    return [paragraph(words.movesCounted({ admitted, left: events.length - admitted }))];
  }
  const items = events.map((event) =>
    event.type === 'personAdmitted'
      ? words.decided(moment(event.at), told(event))
      : words.left({
          at: moment(event.at),
          by: say.actor(event.actor),
          pass: event.pass,
          name: say.quote(admission(context, event.pass)?.texts.name),
        }),
  );
  return [paragraph(words.moves), { kind: 'list', items }];
}

/** It stands until it is lifted, however long ago it was set. */
export function cordon(context: SitrepContext): Block[] {
  const { words, say, state, events, moment, issue } = context;
  const { cordon: standing, inside } = state.scene;
  if (standing === undefined) return [];
  const lifted = events.findLast(({ type }) => type === 'cordonLifted')?.seq ?? 0;
  const set = events.find(({ type, seq }) => type === 'cordonSet' && seq > lifted)?.at ?? standing.at;
  const entries = inside.map(({ pass }) => {
    const texts = admission(context, pass)?.texts;
    return { pass, name: say.quote(texts?.name), purpose: say.quote(texts?.purpose) };
  });
  return [
    paragraph(
      words.cordon({
        until: moment(issue.until),
        area: say.quote(standing.area),
        set: moment(set),
        changed: standing.at === set ? undefined : moment(standing.at),
        inside: inside.length,
        entries: entries.length > MOST_MOVES ? [] : entries,
      }),
    ),
  ];
}

function admission({ events }: SitrepContext, pass: number): EventOf<'personAdmitted'> | undefined {
  return events.find(
    (event): event is EventOf<'personAdmitted'> => event.type === 'personAdmitted' && event.pass === pass,
  );
}
