import type { CriterionId, IncidentLevelId, LevelId, PersonId, TaskId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { OpenItem } from '../room.js';
import type { Decided } from './common.js';

/** How an earlier release recorded what was not finished when the end was proposed. */
export interface StillOpen {
  /** Mandatory ones. */
  tasks: TaskId[];
  /** Without an answer. */
  questions: number;
  /** Entries of the register of the cordon. */
  inside: number;
  /** The numbers of those that are due and not released. */
  sitreps: number[];
}

/** Of whom each person is told. */
export interface CriteriaTold {
  person: PersonId;
  criteria: CriterionId[];
}

/** After these, what was met may be met no more, or something else may be asked for. */
export type CriteriaLapse = 'levelChanged' | 'categoryChanged' | 'planMoved' | 'reopened';

export type TerminationEvent =
  | ({ type: 'criteriaConfirmed'; criteria: CriterionId[]; texts?: { note: string } } & Decided)
  /** Without `authority` by whoever had confirmed them. */
  | ({ type: 'criteriaWithdrawn'; criteria: CriterionId[]; texts: { reason: string } } & Partial<Decided>)
  /** `tell`: those who had confirmed them. */
  | { type: 'criteriaLapsed'; why: CriteriaLapse; criteria: CriterionId[]; tell: CriteriaTold[] }
  /** Of each criterion that is open, whoever has to confirm it. */
  | ({ type: 'criteriaAsked'; tell: CriteriaTold[] } & Decided)
  /** `open`: as it stood then, against the end or not; what an earlier release recorded lacks it or says less. */
  | ({
      type: 'terminationProposed';
      /** Those that are met, on somebody's word. */
      criteria: CriterionId[];
      /** Although something stands against it. */
      override?: true;
      open?: OpenItem[] | StillOpen;
      texts: { reason: string };
    } & Decided)
  | ({ type: 'terminationWithdrawn'; texts: { reason: string } } & Decided)
  | { type: 'terminationLapsed'; why: CriteriaLapse }
  /** Without `authority` where the level needs no second signature: then it follows from the proposal. */
  | ({
      type: 'terminated';
      proposedBy: Actor;
      level: LevelId;
      /** Although `open` stood against it. */
      override?: true;
      open?: OpenItem[];
      /** Until then a recurrence reopens it. Absent where the plan sets no watch time: then the aftermath begins. */
      watchUntil?: Instant;
      /** When personal data has to be destroyed; what an earlier release ended has it only from the closure. */
      destroyBy?: Instant;
    } & Partial<Decided>)
  /**
   * While it is watched: it was reported again, or facts call again for what was done. `by`: whoever said so. `quiet`: those
   * who have to decide know already that they do.
   */
  | { type: 'recurrenceSuspected'; why: 'report' | 'facts'; by?: PersonId; quiet?: true }
  /**
   * Nobody has decided since then whether it has come back; the watch does not end before somebody has. `people`: who is
   * told. `asked`: the deputies of whoever commands are among them, and may decide from now on.
   */
  | { type: 'recurrenceUndecided'; since: Instant; people: PersonId[]; asked?: true }
  /** It has not come back. `tell`: whoever was asked, or had said so. */
  | ({ type: 'recurrenceDismissed'; tell: PersonId[]; texts: { reason: string } } & Decided)
  /** Nobody has reopened it. */
  | { type: 'watchEnded' }
  /** It came back. `from`: the level at which it had ended. */
  | ({
      type: 'reopened';
      from: LevelId;
      level: LevelId;
      incidentLevel: IncidentLevelId;
      texts: { reason: string };
    } & Decided);
