import type { IncidentEvent } from './events.js';

/**
 * Where the emergency stands.
 *
 * - `reported`: somebody told us; command posts are alerted; nobody has verified it. Entered by `reported`.
 * - `standby` 预警启动: not confirmed, not dismissed; may still be confirmed or rejected. Entered by `standbyDeclared`.
 * - `responding`: confirmed; the plan of the level runs, teams are called. Entered by `confirmed`.
 * - `aftermath`: the emergency is over; the incident report is written. Entered by `terminated`.
 * - `closed`: command has closed it; every later message is refused. Entered by `closed`.
 * - `rejected`: it was no incident; every later message is refused. Entered by `rejected`.
 */
export const PHASES = ['reported', 'standby', 'responding', 'aftermath', 'closed', 'rejected'] as const;
export type Phase = (typeof PHASES)[number];

export function phaseAfter(phase: Phase, event: IncidentEvent): Phase {
  switch (event.type) {
    case 'reported':
      return 'reported';
    case 'standbyDeclared':
      return 'standby';
    case 'confirmed':
      return 'responding';
    case 'rejected':
      return 'rejected';
    case 'terminated':
      return 'aftermath';
    case 'closed':
      return 'closed';
    default:
      return phase;
  }
}

export function isOver(phase: Phase): boolean {
  return phase === 'closed' || phase === 'rejected';
}
