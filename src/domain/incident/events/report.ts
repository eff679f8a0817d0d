import type { PersonId } from '../../plan/compiled.js';
import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { PlanRef } from './common.js';

export type ReportEvent = {
  type: 'reported';
  incidentId: string;
  mode: 'real' | 'drill';
  /** Of a drill; those of earlier releases lack it. */
  pace?: number;
  category: string;
  occurredAt?: Instant;
  facts: Facts;
  plan: PlanRef;
  /** SHA-256 of what it was pinned to, with who held the posts then. What an earlier release opened lacks it. */
  basisHash?: string;
  /** Of a drill: nobody else is told anything. */
  participants?: PersonId[];
  /** Of these: who is not there, and is played by the simulator. Nothing is sent to them. */
  simulated?: PersonId[];
  /** Who commanded another live incident at that moment, and is passed over here. */
  engaged?: PersonId[];
  texts: { title: string; place: string; cause?: string; impact?: string; description?: string };
};
