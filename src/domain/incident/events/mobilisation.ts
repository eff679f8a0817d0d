import type { PartnerId, PersonId, PostId, QualificationId, TeamId } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { CalledTarget, Decided, Target } from './common.js';

export interface Need {
  headcount: number;
  qualifications: { qualification: QualificationId; people: number }[];
}

/** How many people, and how many of them with each qualification that is needed, in the order of the need. */
export interface Tally {
  people: number;
  qualifications: number[];
}

/** How much more is needed. */
export interface Missing {
  people: number;
  qualifications: { qualification: QualificationId; people: number }[];
}

/** Why somebody who belongs to the team, or may stand in for it, is not called. */
export interface NotCalled {
  person: PersonId;
  why: 'away' | 'resting' | 'calledElsewhere';
}

/** Who is called for a team or a post, and what is wanted of the team. */
export interface Asked extends CalledTarget {
  notCalled?: NotCalled[];
  /** At the first call: what makes up the quorum. */
  quorum?: Need & { by: Instant; within: Duration };
  /** The posts whose holders are asked because the members do not suffice. */
  substitutes?: PostId[];
  /** Of these people: who has rested since the release, or was not there at the first call. */
  back?: PersonId[];
  /** External partners whom `tell` is to call, because the people of the house do not suffice. */
  partners?: { partner: PartnerId; tell: PersonId[] }[];
}

/** How many people, and the first of them. */
export interface Unanswered {
  count: number;
  people: PersonId[];
}

/** `back`: was released, or given up to another incident. `uncalled`: belongs to the team, and was not called with it. */
type Comes = 'back' | 'uncalled';

export type MobilisationEvent =
  | { type: 'called'; calls: Asked[] }
  /** `etaChanged`: of some of the targets the person had said another time, or none. */
  | { type: 'acknowledged'; person: PersonId; targets: Target[]; eta?: Instant; etaChanged?: true; comes?: Comes }
  /** `tell`: where nobody counts who comes, somebody has to know that this person does not. */
  | { type: 'declined'; person: PersonId; targets: Target[]; tell: PersonId[]; texts: { reason: string } }
  | { type: 'arrived'; person: PersonId; targets: Target[]; comes?: Comes; texts?: { note: string } }
  | ({ type: 'released'; calls: CalledTarget[]; texts: { reason: string } } & Decided)
  /** `yielded`: given up to another incident that claims the same person. `preempted`: out of a drill, by a real one. */
  | { type: 'takenOff'; person: PersonId; targets: Target[]; why: 'yielded' | 'preempted' }
  /** `qualifications`: one mention for each person. */
  | ({
      type: 'partnerAnswered';
      partner: PartnerId;
      team: TeamId;
      accepted: boolean;
      people: number;
      eta?: Instant;
      qualifications: QualificationId[];
      texts?: { note: string };
    } & Decided)
  | { type: 'reminded'; calls: CalledTarget[] }
  | { type: 'silent'; calls: CalledTarget[]; tell: PersonId[] }
  /** `tell`: those who had been told that people are missing. */
  | { type: 'quorumReached'; team: TeamId; have: Tally; need: Need; tell: PersonId[] }
  /** `by`: until when it must be made good. */
  | { type: 'quorumLost'; team: TeamId; have: Tally; missing: Missing; by: Instant; tell: PersonId[] }
  /** Have rested since their release, or are back, while their team is short; whether they are called is asked then. */
  | { type: 'freeAgain'; teams: { team: TeamId; people: PersonId[] }[] }
  /** By another level, or another version of the plan. Without `need` nothing is counted any more. */
  | {
      type: 'quorumChanged';
      quorums: { team: TeamId; from?: Need; need?: Need; by?: Instant; within?: Duration }[];
    }
  /** `nobodyLeft`: before its time, since there is nobody left to ask. `still`: told again. */
  | {
      type: 'quorumMissed';
      team: TeamId;
      why: 'deadline' | 'nobodyLeft' | 'still';
      have: Tally;
      missing: Missing;
      silent: Unanswered;
      undelivered: Unanswered;
      declined: Unanswered;
      notAnswered: Unanswered;
      /** Nobody has said yet whether these come. */
      partners: PartnerId[];
      tell: PersonId[];
    }
  /** Command goes on with fewer people. */
  | ({
      type: 'shortageAccepted';
      team: TeamId;
      have: Tally;
      missing: Missing;
      tell: PersonId[];
      texts: { reason: string };
    } & Decided)
  /** On duty for longer than the plan allows. */
  | { type: 'reliefDue'; people: PersonId[]; tell: PersonId[] }
  | {
      type: 'stoodDown';
      why: 'levelChanged' | 'categoryChanged' | 'planMoved' | 'terminated' | 'rejected' | 'merged';
      calls: (CalledTarget & { partners?: { partner: PartnerId; tell: PersonId[] }[] })[];
    };
