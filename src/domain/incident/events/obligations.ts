import type { ObligationId, PersonId } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { Decided } from './common.js';

/** Of one obligation. Without `start` the moment from which it runs has not come; without `due` nothing gives a number. */
export interface Clock {
  obligation: ObligationId;
  start?: Instant;
  due?: Instant;
}

/** Of whom each person is told: those that this person has to see to, the first due first. */
export interface ObligationsTold {
  person: PersonId;
  obligations: ObligationId[];
}

/** Why clocks were set without a person: an earlier report of the same thing, the moment they run from, another plan. */
export type ClockMoved = 'earlierReport' | 'responseEnded' | 'reopened' | 'filed' | 'planMoved';

export type ObligationsEvent =
  /** `provisional`: they may apply; nobody has graded yet, or what is known does not decide it. */
  | { type: 'obligationsOpened'; status: 'provisional' | 'confirmed'; clocks: Clock[]; tell: ObligationsTold[] }
  | { type: 'obligationsConfirmed'; clocks: Clock[]; tell: ObligationsTold[] }
  | {
      type: 'obligationsLifted';
      why: 'grading' | 'planMoved' | 'rejected' | 'merged';
      obligations: ObligationId[];
      /** Those that had been told to. */
      tell: ObligationsTold[];
      texts?: { reason: string };
    }
  | { type: 'obligationClocksMoved'; why: ClockMoved; clocks: Clock[]; tell: ObligationsTold[] }
  /** A person says whether law asks for them here. */
  | ({
      type: 'obligationsJudged';
      applies: boolean;
      obligations: ObligationId[];
      clocks: Clock[];
      texts: { reason: string };
    } & Decided)
  /** A person enters the moment from which it runs. */
  | ({ type: 'obligationClockSet'; clock: Clock; texts: { reason: string } } & Decided)
  | ({
      type: 'obligationsFiled';
      obligations: ObligationId[];
      filedAt: Instant;
      /** Filed before: this adds to it. */
      supplement?: ObligationId[];
      /** How long after the limit, for each that was late. */
      late?: Record<ObligationId, Duration>;
      /** SHA-256 of what was filed, or of the receipt. */
      file?: string;
      texts: {
        to: string;
        channel: string;
        reference?: string;
        note?: string;
        link?: string;
        fileName?: string;
        lateReason?: string;
      };
    } & Decided)
  /** `percent`: of the limit that has passed. */
  | {
      type: 'obligationsReminded';
      obligations: { obligation: ObligationId; percent: number }[];
      tell: ObligationsTold[];
    }
  /** The limit has passed; `again`: it was told before, and still nothing is filed. */
  | { type: 'obligationsMissed'; obligations: ObligationId[]; again?: true; tell: ObligationsTold[] };
