import type { ObligationId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { EventBody } from '../events.js';
import type { Duty, State } from '../state.js';
import { isMissed, isOwed, ruleOf } from './clock.js';
import { toldOf } from './people.js';

/** One event for what is drawing near, by whom it reaches, one for what has passed, one for what passed before. */
export function wake(state: State, at: Instant): EventBody[] {
  const due = Object.entries(state.obligations.duties).filter(
    ([, duty]) => isOwed(duty) && duty.next !== undefined && duty.next.at <= at,
  );
  const passed = due.filter(([, duty]) => isMissed(duty, at));
  const near = due.filter(([, duty]) => !isMissed(duty, at));
  const late = near.filter(([id, duty]) => isLastReminder(state, id, percentAt(duty, at)));
  const early = near.filter((entry) => !late.includes(entry));
  return [
    ...reminded(state, early, 'owner', at),
    ...reminded(state, late, 'deputy', at),
    ...missed(state, idsOf(passed.filter(([, { missedAt }]) => missedAt === undefined)), at),
    ...missed(state, idsOf(passed.filter(([, { missedAt }]) => missedAt !== undefined)), at, true),
  ];
}

type Owed = [ObligationId, Duty];

function reminded(state: State, near: Owed[], circle: 'owner' | 'deputy', at: Instant): EventBody[] {
  if (near.length === 0) return [];
  const obligations = near.map(([obligation, duty]) => ({ obligation, percent: percentAt(duty, at) }));
  return [{ type: 'obligationsReminded', obligations, tell: toldOf(state, idsOf(near), circle, at) }];
}

function missed(state: State, obligations: ObligationId[], at: Instant, again = false): EventBody[] {
  if (obligations.length === 0) return [];
  const tell = toldOf(state, obligations, 'command', at);
  return [{ type: 'obligationsMissed', obligations, ...(again ? { again } : {}), tell }];
}

/**
 * As much of the limit as has passed, in whole per cent: after an outage more than the reminder's own, never less, although
 * the millisecond of the reminder may lie just before it.
 */
function percentAt({ start = 0, due = 0, next }: Duty, at: Instant): number {
  return Math.max(next?.percent ?? 0, Math.floor(((at - start) * 100) / (due - start)));
}

/** Before the limit itself: then the deputy hears as well. A single reminder is for the owner. */
function isLastReminder(state: State, id: ObligationId, percent: number): boolean {
  const before = (ruleOf(state, id)?.reminders ?? []).filter((step) => step < 100);
  return before.length > 1 && percent >= Math.max(...before);
}

function idsOf(owed: Owed[]): ObligationId[] {
  return owed.map(([id]) => id);
}
