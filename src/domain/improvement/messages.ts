import type { Actor, Via } from '../incident/actor.js';
import type { CriterionId, PersonId } from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { ImprovementOwner, ImprovementPriority, Origin, PlanLink } from './events.js';
import type { Ground } from './people.js';
import type { DrillProof } from './proof.js';

/** A version of a plan as the store has it now. */
export interface VersionNow extends PlanLink {
  hash: string;
  /** It is in force, or was. */
  tookEffect: boolean;
  /** What an earlier release looked up lacks it. */
  inForceSince?: Instant;
}

/** How an improvement begins. `ground` is absent where an incident opens it: that has judged already. */
export interface ImprovementOpening {
  improvement: string;
  origin: Origin;
  kind: string;
  priority: ImprovementPriority;
  owner: ImprovementOwner;
  dueAt: Instant;
  planChange: boolean;
  verifiedBy?: 'drill';
  /** How often the plan in force has it looked at. What an earlier release opened lacks it. */
  reviewEvery?: Duration;
  texts: { finding: string; action: string; reference?: string };
  by: { actor: Actor; via: Via; requestId: string };
  ground?: Ground;
  /** Who the owner is today, where anybody is. */
  holder?: PersonId;
  at: Instant;
}

/** What people decide. What the server looks up for them (`holder`, `version`, `ground`, `ownedBy`, `reviewEvery`) is of the moment. */
export type ImprovementDecision =
  | { type: 'handIn'; note?: string; link?: string; file?: { sha256: string; name: string } }
  /** `drill`: that shows it; `proof`: what that drill shows. */
  | { type: 'verify'; note?: string; version?: VersionNow; drill?: string; proof?: DrillProof }
  | { type: 'return'; remarks: string }
  | { type: 'move'; dueAt: Instant; reason: string }
  | { type: 'reassign'; owner: ImprovementOwner; holder?: PersonId; reason: string }
  | { type: 'cancel'; reason: string }
  | { type: 'link'; plan: string; number: number; version?: VersionNow };

export type DecisionType = ImprovementDecision['type'];

export interface DecisionHead {
  /** Unique per decision; a repeat is answered with the first answer. */
  requestId: string;
  actor: Actor;
  via: Via;
  /** The `seq` that the sender had seen; refused as `changed` when somebody decided since. */
  ifSeq?: number;
  ground: Ground;
  /** Who holds the owner's post. What an earlier release looked up lacks it. */
  ownedBy?: PersonId[];
  /** How often the plan in force has it looked at. What an earlier release looked up lacks it. */
  reviewEvery?: Duration;
}

/** One attempt to tell people came to an end. */
export interface ToldAnswer {
  type: 'told';
  effectId: string;
  people: PersonId[];
  /** Whoever was told that nothing more is to be done by them: nobody is reached by that who has to do it. */
  besides?: PersonId[];
  unreachable: { person: PersonId; code: string }[];
}

/** What the world answers about the drill that is to show it, and about the version that brings it. */
export type ProvingAnswer =
  | { type: 'drillPlanned'; drill: string; scenario: string; dueAt: Instant; version: PlanLink & { hash: string } }
  | { type: 'drillUnplannable'; criterion?: CriterionId; version: PlanLink & { hash: string } }
  | { type: 'drillOver'; proof: DrillProof }
  | { type: 'versionInForce'; version: PlanLink & { hash: string } };

export type ImprovementMessage = DecisionHead & ImprovementDecision;
export type MessageOf<T extends DecisionType> = Extract<ImprovementMessage, { type: T }>;
