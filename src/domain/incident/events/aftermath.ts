import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

export type AftermathEvent = {
  type: 'closed';
  /** When personal data has to be destroyed; absent where the plan does not say. Likewise wherever an incident ends. */
  destroyBy?: Instant;
  texts: { reason: string };
} & Decided;
