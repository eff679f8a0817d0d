import type { AftermathStep, PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

/** `overdue`: those who owe it, and whoever commands, again and again. */
export type DueStage = 'soon' | 'due' | 'overdue';

export type AftermathEvent =
  /** What people owe by a time, see `aftermath/dues.ts`. `tell`: who hears of which. */
  | {
      type: 'duesReminded';
      stage: DueStage;
      /** It has gone to somebody else, who is told how far it has come. */
      newHolder?: true;
      items: { item: string; from: Instant; dueAt: Instant }[];
      tell: { person: PersonId; items: string[] }[];
    }
  /** Another version of the plan does not ask for it, or asks somebody else (`passedOn`). */
  | {
      type: 'duesLifted';
      items: { item: string; dueAt: Instant; passedOn?: true }[];
      tell: { person: PersonId; items: string[] }[];
    }
  /** Nothing is left that stands against the closure, and nobody owes anything. */
  | { type: 'closureReady' }
  | ({
      type: 'closed';
      /** What the plan wants before, and was left. */
      undone?: AftermathStep[];
      /** Muster’s own draft of the report was not there, and is not waited for any more. */
      unwritten?: true;
      /**
       * When personal data has to be destroyed, from the end of the response; absent where the plan does not say. What an earlier
       * release closed has it from the closure, and that holds.
       */
      destroyBy?: Instant;
      texts: { reason: string };
    } & Decided);
