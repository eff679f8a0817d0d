import type { PersonId } from '../plan/compiled.js';
import type { Effect } from './effects.js';
import type { EventBody } from './events.js';
import { isPreempted } from './preempted.js';
import type { State } from './state.js';

/**
 * What keeps an effect inside a drill.
 *
 * - `participants`: it reaches whoever takes part, marked as a drill; who else would have been told is on the record.
 * - `apart`: the ledgers of people and stock keep drills apart from what is real.
 * - `inside`: it leaves Muster by nothing but what has a rule of its own.
 * - `never`: there is none in a drill.
 */
export type DrillRule = 'participants' | 'apart' | 'inside' | 'never';

/** Every effect has its rule: without one nothing says that it stays inside. */
export const DRILL_RULES: { readonly [K in Effect['kind']]: DrillRule } = {
  notify: 'participants',
  writeDocument: 'inside',
  startImprovement: 'inside',
  claim: 'apart',
  releaseClaims: 'apart',
  allocate: 'apart',
  settleStock: 'apart',
  publish: 'never',
  merge: 'inside',
};

/** The last gate before an event is stamped: whatever a room asks for, in a drill no more than its rule allows is asked. */
export function withinDrill(state: State, body: EventBody): EventBody[] {
  const { report } = state;
  if (report.mode !== 'drill' || body.type !== 'effectRequested') return [body];
  const { effect } = body;
  const rule = DRILL_RULES[effect.kind] as DrillRule | undefined;
  if (rule === undefined || rule === 'never') return [];
  if (effect.kind !== 'notify') return [body];
  const takesPart = partIn(state);
  // Whom a real incident has taken hears no more of the drill, and is nobody outside it.
  const wanted = effect.recipients.filter(({ person }) => !isPreempted(state, person));
  const recipients = wanted.filter(({ person }) => takesPart(person));
  if (recipients.length === effect.recipients.length) return [body];
  const outside = wanted.filter(({ person }) => !takesPart(person)).map(({ person }) => person);
  const { template, noticeId } = effect;
  return [
    ...(recipients.length === 0 ? [] : [{ ...body, effect: { ...effect, recipients } }]),
    ...(outside.length === 0 ? [] : [{ type: 'noticeWithheld', template, noticeId, people: outside } as const]),
  ];
}

function partIn({ report: { participants } }: State): (person: PersonId) => boolean {
  const named = participants === undefined ? undefined : new Set(participants);
  return (person) => named?.has(person) ?? true;
}
