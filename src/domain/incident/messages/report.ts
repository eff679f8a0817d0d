import type { Facts } from '../../plan/condition.js';
import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

export interface Report {
  incidentId: string;
  mode: 'real' | 'drill';
  /** Of a drill: how fast its clock goes at first. Default: like the wall clock. */
  pace?: number;
  category: string;
  title: string;
  place: string;
  cause?: string;
  impact?: string;
  description?: string;
  occurredAt?: Instant;
  facts: Facts;
  /** Of a drill: nobody else is told anything. Absent: whoever the plan names. */
  participants?: PersonId[];
  /** Of these: who is not there, and is played by the simulator. Nothing is sent to them. */
  simulated?: PersonId[];
}
