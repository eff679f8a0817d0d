import type { PartnerId, PersonId, QualificationId, TeamId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';

/** By the person called. Without a notice id it answers every open call of that person. */
export interface Acknowledge {
  type: 'acknowledge';
  person: PersonId;
  noticeId?: string;
  /** When the person expects to be at work on it. */
  eta?: Instant;
}

/** By the person called, or by somebody who was told so. Also after an acceptance that does not hold. */
export interface Decline {
  type: 'decline';
  person: PersonId;
  noticeId?: string;
  reason: string;
}

/** At work, on scene or wherever the work is; by the person, or by whoever sees it. */
export interface Arrive {
  type: 'arrive';
  person: PersonId;
  note?: string;
}

/** People need not work on it any more. Without a team, for every team that the sender may release them from. */
export interface Release {
  type: 'release';
  people: PersonId[];
  team?: TeamId;
  reason: string;
}

/** What an external partner answered, by whoever called it. A later answer replaces an earlier one. */
export interface AnswerForPartner {
  type: 'answerForPartner';
  partner: PartnerId;
  team: TeamId;
  accepted: boolean;
  /** How many come; default 1. */
  headcount?: number;
  eta?: Instant;
  /** What they can do that the plan asks for: one mention for each person. */
  qualifications?: QualificationId[];
  note?: string;
}

/** Command goes on with fewer people than the plan asks for. */
export interface AcceptShortage {
  type: 'acceptShortage';
  team: TeamId;
  reason: string;
}
