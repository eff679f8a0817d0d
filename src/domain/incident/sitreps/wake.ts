import type { Instant } from '../../time.js';
import type { EventBody } from '../events.js';
import type { OpenSitrep, State } from '../state.js';
import { allowance, cadenceNow, passedBy } from './cadence.js';
import { drafted, rescheduledTo } from './draft.js';
import { toldOfDelay } from './people.js';

export function wake(state: State, at: Instant): EventBody[] {
  const { open, next } = state.sitreps;
  if (open !== undefined) return wakeOpen(state, open, at);
  return next === undefined ? [] : draftNext(state, next.dueAt, at);
}

/** After an outage, one report stands for all that fell due in it, and people have time to write it. */
function draftNext(state: State, due: Instant, at: Instant): EventBody[] {
  const cadence = cadenceNow(state);
  if (cadence === undefined) return [];
  const missed = passedBy(due, cadence, at);
  const dueAt = missed === 0 ? due : at + allowance(cadence);
  const nextDueAt = due + passedBy(due, cadence, dueAt) * cadence.every;
  return [drafted(state, at, { why: 'cadence', dueAt, nextDueAt, missed })];
}

function wakeOpen(state: State, open: OpenSitrep, at: Instant): EventBody[] {
  if (open.repeatAt <= at) return repeat(state, open, at);
  const { number, dueAt, stage, final = false } = open;
  return [{ type: 'sitrepOverdue', number, dueAt, stage, tell: toldOfDelay(state, stage, final) }];
}

function repeat(state: State, open: OpenSitrep, at: Instant): EventBody[] {
  const { next } = state.sitreps;
  const cadence = cadenceNow(state);
  if (next === undefined || cadence === undefined) {
    return rescheduledTo(open, { why: 'unreleased', dueAt: open.dueAt });
  }
  const missed = passedBy(next.dueAt, cadence, at);
  const nextDueAt = next.dueAt + missed * cadence.every;
  return rescheduledTo(open, { why: 'missed', dueAt: nextDueAt - cadence.every, nextDueAt, missed });
}
