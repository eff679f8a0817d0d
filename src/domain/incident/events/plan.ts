import type { Basis } from '../../plan/compiled.js';
import type { Decided, PlanRef } from './common.js';

export type PlanEvent =
  /** Holds the whole of what the incident runs by from here on, because state follows from events alone. */
  { type: 'planMoved'; from: PlanRef; basis: Basis; texts: { reason: string } } & Decided;
