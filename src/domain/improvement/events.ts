import type { Actor, Via } from '../incident/actor.js';
import type { Details } from '../incident/refusals.js';
import type { CriterionId, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { DecisionType } from './messages.js';
import type { Told } from './people.js';
import type { ImprovementRefusal } from './refusals.js';
import type { ImprovementTemplate } from './templates.js';

/** Where it comes from; `incidentId` where an incident opened it, also one that was a drill. */
export interface Origin {
  kind: (typeof ORIGINS)[number];
  incidentId?: string;
  /** A finding of this drill: what it rated, and in which scenario. */
  drill?: string;
  criterion?: CriterionId;
  scenario?: string;
  /** Of the plan that the drill played, or the incident ran by. What an earlier release opened lacks it. */
  version?: PlanLink;
}
export const ORIGINS = ['incident', 'drill', 'planEvaluation', 'other'] as const;

/** Whoever holds the post at the time, or one person. */
export type ImprovementOwner = { post: PostId } | { person: PersonId };

export const IMPROVEMENT_PRIORITIES = ['high', 'medium', 'low'] as const;
export type ImprovementPriority = (typeof IMPROVEMENT_PRIORITIES)[number];

/** The type by which plans call a change of the plan itself. */
const PLAN = 'plan';

/** Unless somebody said so, the type decides whether it is one. */
export function changesPlan(kind: string, said?: boolean): boolean {
  return said ?? kind === PLAN;
}

export interface PlanLink {
  plan: string;
  version: number;
}

/** What a drill rated. `report`: version of its report. */
export interface Shown {
  id: string;
  criterion: CriterionId;
  rating?: Rating;
  report?: number;
  score?: number;
}

/** By which post it was decided; absent where the operator did. */
interface Decided {
  authority?: PostId;
}

/**
 * Facts in the past tense. All free text stands under `texts`, as in the events of incidents; people are ids. `ownedBy`: who held
 * the post of its owner then; `reviewEvery`: how often the plan then had it looked at. What an earlier release recorded lacks both.
 */
export type ImprovementBody =
  | ({
      type: 'opened';
      improvement: string;
      origin: Origin;
      kind: string;
      priority: ImprovementPriority;
      owner: ImprovementOwner;
      dueAt: Instant;
      /** It is verified only when a version of the plan that brings it has taken effect. */
      planChange: boolean;
      /** It is closed only by a drill whose criterion passes. */
      verifiedBy?: 'drill';
      reviewEvery?: Duration;
      texts: { finding: string; action: string; reference?: string };
    } & Decided)
  | {
      type: 'handedIn';
      file?: string;
      ownedBy?: PersonId[];
      reviewEvery?: Duration;
      texts: { note?: string; link?: string; fileName?: string };
    }
  | ({ type: 'returned'; texts: { remarks: string } } & Decided)
  /** `drill`: that it works was shown by one, on this version of the plan. */
  | ({ type: 'verified'; version?: PlanLink & { hash: string }; drill?: Shown; texts?: { note: string } } & Decided)
  /** A drill will show whether it works. */
  | { type: 'drillPlanned'; drill: string; scenario: string; dueAt: Instant; version: PlanLink & { hash: string } }
  /** No scenario of the version in force could show it; asked again once another version has taken effect. */
  | { type: 'drillUnplannable'; criterion?: CriterionId; version: PlanLink & { hash: string } }
  /** It did not: the owner has it again where the criterion failed; where it proves nothing, another drill is planned. */
  | { type: 'drillFailed'; drill: Shown; why: ImprovementRefusal; version: PlanLink & { hash: string } }
  | ({ type: 'dueMoved'; from: Instant; dueAt: Instant; texts: { reason: string } } & Decided)
  | ({ type: 'ownerChanged'; owner: ImprovementOwner; ownedBy?: PersonId[]; texts: { reason: string } } & Decided)
  | ({ type: 'cancelled'; texts: { reason: string } } & Decided)
  | ({
      type: 'planLinked';
      version: PlanLink & { hash: string };
      ownedBy?: PersonId[];
      reviewEvery?: Duration;
    } & Decided)
  /** The linked version has taken effect: the change can be verified. */
  | { type: 'versionInForce'; version: PlanLink & { hash: string } }
  /** Nothing has come by a time that was waited for. */
  | { type: 'pressed'; template: ImprovementTemplate; to: Told[] }
  /** None of those whom a notice was for could be reached: others are told. */
  | { type: 'passedOn'; template: ImprovementTemplate; to: Told[]; effectId: string }
  | {
      type: 'told';
      effectId: string;
      people: PersonId[];
      besides?: PersonId[];
      unreachable: { person: PersonId; code: string }[];
    }
  /** What is gone from it; behind the end, by the store. Without `person`: with the personal data of its incident. */
  | {
      type: 'textsErased';
      erasure: string;
      person?: PersonId;
      erased: { seq: number; fields: string[] }[];
      /** Of evidence, by SHA-256. */
      files?: string[];
    }
  | { type: 'refused'; message?: DecisionType; code: ImprovementRefusal; found: Details; needed: Details };

export interface ImprovementHead {
  /** 1, 2, 3 … without gaps, per improvement. */
  seq: number;
  at: Instant;
  actor: Actor;
  via: Via;
  /** On the first event that a message caused. */
  request?: { id: string; fingerprint: string };
}

export type ImprovementEvent = ImprovementHead & ImprovementBody;
export type ImprovementEventType = ImprovementBody['type'];
export type ImprovementEventOf<T extends ImprovementEventType> = Extract<ImprovementEvent, { type: T }>;
