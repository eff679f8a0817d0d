import type { PersonId } from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { ImprovementOwner, ImprovementPriority, Origin, PlanLink, Shown } from './events.js';
import type { Told } from './people.js';
import type { Refused } from './refusals.js';
import type { ImprovementTemplate } from './templates.js';

/**
 * - `open`: the owner has it to do. Also after it was returned.
 * - `done`: evidence is handed in, and somebody else is to verify it.
 * - `verified`: somebody else than the owner, and than whoever handed in, has found it done. The end.
 * - `cancelled`: given up, with a reason. The end.
 */
export const IMPROVEMENT_STATUSES = ['open', 'done', 'verified', 'cancelled'] as const;
export type ImprovementStatus = (typeof IMPROVEMENT_STATUSES)[number];

/** People to be told; settled by `told`. */
export interface ImprovementEffect {
  /** `n12`: of the event that it tells of. */
  id: string;
  template: ImprovementTemplate;
  to: Told[];
  /** Of a text that the notice quotes, such as remarks. */
  quoted?: string;
  /** What a drill showed instead. */
  drill?: Shown;
  /** Where it was given to somebody else: whose it was. */
  formerOwner?: ImprovementOwner;
}

export interface ImprovementState {
  improvement: string;
  seq: number;
  status: ImprovementStatus;
  origin: Origin;
  kind: string;
  priority: ImprovementPriority;
  owner: ImprovementOwner;
  openedAt: Instant;
  dueAt: Instant;
  planChange: boolean;
  verifiedBy?: 'drill';
  /** Since when it is said to be done: evidence was handed in, or a version of the plan linked. */
  fixedAt?: Instant;
  /** The drill that is to show it. */
  planned?: { drill: string; scenario: string; dueAt: Instant };
  /** The version in force that has no scenario for it. */
  unplannable?: PlanLink & { hash: string };
  /** How many drills were planned for it. */
  drills?: number;
  version?: PlanLink & { hash: string };
  /** When the linked version had taken effect, as far as anybody has looked. */
  inForceAt?: Instant;
  /** As often as the plan has it looked at. What an earlier release kept lacks it. */
  reviewEvery?: Duration;
  texts: { finding: string; action: string; reference?: string };
  /** Whoever has ever handed in evidence, each once. */
  handedIn: PersonId[];
  /** Whose it was before while, or after, evidence was handed in for it, each once. What an earlier release kept lacks it. */
  ownersBefore?: ImprovementOwner[];
  /** Who held the owner's post when evidence was handed in, a version linked, or it was given away after that, each once. */
  ownedBy?: PersonId[];
  /** The evidence that waits for a verdict, or found one. */
  doneAt?: Instant;
  closedAt?: Instant;
  /** What falls due up to here has been told, or was over when the present turn began. */
  toldUntil: Instant;
  /** One at most: what happens next says all that is still worth saying. */
  telling?: ImprovementEffect;
  /** Of the last decision by a person. */
  decidedSeq: number;
  requests: { id: string; fingerprint: string; refusal?: Omit<Refused, 'type'> }[];
}
