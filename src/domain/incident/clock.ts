import type { Instant } from '../time.js';
import type { EventBody, EventHead } from './events.js';
import type { State } from './state.js';

/** A day of drill passes in 24 seconds; faster than that nobody can follow. */
export const FASTEST_PACE = 3_600;

type Clocked = Pick<State, 'clock'>;

/** What time it is in an incident when the wall clock shows `realNow`: a drill has its own clock. */
export function nowOf({ clock }: Clocked, realNow: Instant): Instant {
  return clock === undefined ? realNow : clock.at + Math.max(0, realNow - clock.realAt) * clock.pace;
}

/** The times of an event that the machine does not make itself. */
export function timesOf(state: Clocked, realAt: Instant): Pick<EventHead, 'at' | 'realAt'> {
  return { at: nowOf(state, realAt), ...(state.clock === undefined ? {} : { realAt }) };
}

/** What the wall clock shows when it is `at` in the incident; undefined while its clock stands still before that. */
export function realTimeOf({ clock }: Clocked, at: Instant): Instant | undefined {
  if (clock === undefined) return at;
  if (at <= clock.at) return clock.realAt;
  return clock.pace === 0 ? undefined : clock.realAt + Math.ceil((at - clock.at) / clock.pace);
}

/** Without one: as fast as the wall clock. */
export function paceOf({ clock }: Clocked): number {
  return clock?.pace ?? 1;
}

/** Whether an event carries both times. Drills of earlier releases have no clock until somebody sets their pace. */
export function carriesRealTime({ clock }: Clocked, body: EventBody): boolean {
  return clock !== undefined || (body.type === 'reported' ? body.pace !== undefined : body.type === 'paceSet');
}
