import type { PartnerId, PersonId, PostId, QualificationId } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { Calls } from '../calls.js';
import type { Need, Tally, Target } from '../events.js';

export interface Call {
  /**
   * `silent`: reminded, still no answer, and those whom the plan names were told. `takenOff`: works for another incident.
   * What ended by `declined` or `takenOff` is not called again for the same thing, what ended by `released` not before
   * the rest is over; whoever it was may come back earlier, but not to a drill that a real incident has taken them from.
   */
  status: 'called' | 'acknowledged' | 'arrived' | 'declined' | 'silent' | 'released' | 'takenOff' | 'stoodDown';
  since: Instant;
  /** The notices that carried this call: the call itself and its reminders. */
  notices: string[];
  eta?: Instant | undefined;
  /** Of a post: has done something in the incident since, though not answered. Nobody waits for the answer. */
  acted?: true | undefined;
  /** The requests that answered it, so that their repetition says nothing new. */
  answers?: string[] | undefined;
  /** Comes after having declined or left, or uncalled: the ledger does not know of this person. */
  afterAll?: true | undefined;
  /** Why the last notice did not reach this person, while it did not. */
  undelivered?: string | undefined;
  /** While on duty: since the acceptance, or the arrival where there was none. */
  dutySince?: Instant | undefined;
  /** When it was last told that this person needs relief. */
  reliefTold?: Instant | undefined;
}

/** People who were called together and are waited for together. */
export interface Wait {
  /** The notice that called them. */
  call: string;
  remindAt?: Instant | undefined;
  escalateAt: Instant;
  /** How many of them are `called` and have not answered. */
  outstanding: number;
}

/** Enough of the right people, by when. */
export interface Quorum {
  need: Need;
  by: Instant;
  /** From the call, or from the last change, until `by`. */
  within: Duration;
  /** `accepted`: command goes on with fewer. */
  status: 'open' | 'reached' | 'missed' | 'accepted';
  /** When it is told next that people are missing, and the how manyth time that is; only while they are. */
  next?: { at: Instant; step: number } | undefined;
  /** Since when it is late: whoever had not answered by then is no longer waited for. */
  missedAt?: Instant | undefined;
  /** When it was last told that people are missing; an earlier release did not keep it. */
  toldAt?: Instant | undefined;
  /** Who was told that people are missing. */
  told: PersonId[];
  /** What command has accepted: with fewer than these it is short again. */
  accepted?: Tally | undefined;
}

/** An external partner whom somebody was asked to call. */
export interface PartnerCall {
  status: 'asked' | 'accepted' | 'declined';
  since: Instant;
  people: number;
  eta?: Instant;
  /** One mention for each person. */
  qualifications: QualificationId[];
}

export interface CalledBody {
  target: Target;
  status: 'called' | 'stoodDown';
  since: Instant;
  /** Only those that somebody still has to answer. */
  waits: Wait[];
  people: Calls;
  /** Only of a team that the plan asks for a number of people. */
  quorum?: Quorum | undefined;
  /** Posts whose holders were asked because the members did not suffice. */
  substitutes?: PostId[] | undefined;
  partners?: Record<PartnerId, PartnerCall> | undefined;
  /** When somebody of them has been on duty for as long as the plan allows. */
  reliefAt?: Instant | undefined;
  /** When somebody who may be called has rested, or is back; looked at only while the team is short. */
  freeAt?: Instant | undefined;
}

export interface MobilisationSlice {
  /** By `targetKey`. */
  bodies: Record<string, CalledBody>;
  /** Of the last release, or of the last shortage that was accepted. */
  reason?: string | undefined;
}
