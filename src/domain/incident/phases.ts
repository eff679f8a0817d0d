import type { IncidentEvent } from './events.js';

/**
 * Where the emergency stands.
 *
 * - `reported`: somebody told us; command posts are alerted; nobody has verified it. Entered by `reported`.
 * - `standby` 预警启动: not confirmed, not dismissed; may still be confirmed, prolonged or rejected. Entered by
 *   `standbyDeclared`.
 * - `responding`: the plan of the level runs, teams are called. Entered by `confirmed`, or by `treatedAsReal` when nobody
 *   decided in time or the plan starts by itself; then a person may still confirm or reject it.
 * - `watching` 观察期: the response has ended, and a recurrence reopens it. Entered by `terminated` where the plan sets a
 *   watch time for the level; left by `watchEnded`, or by `reopened` back into `responding`.
 * - `aftermath`: the emergency is over; the last incident report is written. Entered by `watchEnded`, or by `terminated` where
 *   there is no watch time.
 * - `closed`: command has closed it; every later message is refused, but for what corrects or withdraws a text that is out.
 *   Entered by `closed`.
 * - `rejected`: it was no incident; likewise refused. Entered by `rejected`.
 * - `merged`: another incident has taken over what was reported; likewise refused. Entered by `merged`.
 */
export const PHASES = [
  'reported',
  'standby',
  'responding',
  'watching',
  'aftermath',
  'closed',
  'rejected',
  'merged',
] as const;
export type Phase = (typeof PHASES)[number];

export function phaseAfter(phase: Phase, event: IncidentEvent): Phase {
  switch (event.type) {
    case 'reported':
      return 'reported';
    case 'standbyDeclared':
      return 'standby';
    case 'confirmed':
    case 'treatedAsReal':
    case 'reopened':
      return 'responding';
    case 'rejected':
      return 'rejected';
    case 'merged':
      return 'merged';
    case 'terminated':
      return event.watchUntil === undefined ? 'aftermath' : 'watching';
    case 'watchEnded':
      return 'aftermath';
    case 'closed':
      return 'closed';
    default:
      return phase;
  }
}

/** The response has ended, and what is left to do goes on. */
export function isAfterEnd(phase: Phase): phase is 'watching' | 'aftermath' {
  return phase === 'watching' || phase === 'aftermath';
}

export function isOver(phase: Phase): phase is 'closed' | 'rejected' | 'merged' {
  return phase === 'closed' || phase === 'rejected' || phase === 'merged';
}
