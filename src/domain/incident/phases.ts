import type { IncidentEvent } from './events.js';

/**
 * Where the emergency stands.
 *
 * - `reported`: somebody told us; command posts are alerted; nobody has verified it. Entered by `reported`.
 * - `standby` 预警启动: not confirmed, not dismissed; may still be confirmed, prolonged or rejected. Entered by
 *   `standbyDeclared`.
 * - `responding`: the plan of the level runs, teams are called. Entered by `confirmed`, or by `treatedAsReal` when nobody
 *   decided in time or the plan starts by itself; then a person may still confirm or reject it.
 * - `aftermath`: the emergency is over; the incident report is written. Entered by `terminated`.
 * - `closed`: command has closed it; every later message is refused. Entered by `closed`.
 * - `rejected`: it was no incident; every later message is refused. Entered by `rejected`.
 * - `merged`: another incident has taken over what was reported; every later message is refused. Entered by `merged`.
 */
export const PHASES = ['reported', 'standby', 'responding', 'aftermath', 'closed', 'rejected', 'merged'] as const;
export type Phase = (typeof PHASES)[number];

export function phaseAfter(phase: Phase, event: IncidentEvent): Phase {
  switch (event.type) {
    case 'reported':
      return 'reported';
    case 'standbyDeclared':
      return 'standby';
    case 'confirmed':
    case 'treatedAsReal':
      return 'responding';
    case 'rejected':
      return 'rejected';
    case 'merged':
      return 'merged';
    case 'terminated':
      return 'aftermath';
    case 'closed':
      return 'closed';
    default:
      return phase;
  }
}

export function isOver(phase: Phase): phase is 'closed' | 'rejected' | 'merged' {
  return phase === 'closed' || phase === 'rejected' || phase === 'merged';
}
