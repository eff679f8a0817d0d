import { acceptedByPeople } from '../drill/simulated.js';
import { howPlayed, ratingsNow } from '../drill/proposed.js';
import { weaknessesAgainst } from '../drill/weaknesses.js';
import type { HowPlayed, RatedBy } from '../drill/proposed.js';
import { planDrilled } from '../drill/state.js';
import type { DrillState, DrillStatus } from '../drill/state.js';
import type { CriterionId, PersonId, PostId, Rating } from '../plan/compiled.js';
import type { WeaknessCode } from '../plan/weaknessCodes.js';
import type { Instant } from '../time.js';
import type { PlanLink } from './events.js';
import { ownWork } from './people.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { ImprovementState } from './state.js';

/** Performed, with some difficulty or none: by these the step is shown to work. */
const PASSING: readonly Rating[] = ['P', 'S'];

/** What a drill shows of one criterion, as the record has it now. */
export interface DrillProof {
  drill: string;
  status: DrillStatus;
  criterion: CriterionId;
  rating?: Rating;
  ratedBy?: RatedBy;
  /** Who has, in person, with the posts that they held when the drill was planned. */
  rater?: { person: PersonId; posts: PostId[] };
  /** Of its report, once there is one. */
  report?: number;
  score?: number;
  /** Command has accepted the report in person. */
  accepted: boolean;
  /** The plan that was played. */
  plan: PlanLink & { hash: string };
  startedAt?: Instant;
  /** What an earlier release looked up lacks it. */
  played?: HowPlayed;
  /** That the plan holds against the criterion and that the drill brought to light; absent where there are none. */
  weaknesses?: WeaknessCode[];
}

/** A drill is over when nothing more can be said of it. */
export function isOver({ status }: Pick<DrillProof, 'status'>): boolean {
  return status === 'closed' || status === 'calledOff';
}

export function proofOf(state: DrillState, criterion: CriterionId): DrillProof {
  const { drill, status, rules, report, startedAt } = state;
  const rated = (report?.ratings ?? ratingsNow(state)).find((one) => one.criterion === criterion);
  const person = rated?.by === 'person' ? state.ratings[criterion]?.by : undefined;
  const { id: plan, version, hash } = planDrilled(state);
  // What comes to light after the report changes nothing of what it says.
  const seen = rules.reportsCleared ? weaknessesAgainst(state, criterion) : [];
  const weaknesses = [...new Set(seen.map(({ code }) => code))];
  return {
    ...{ drill, status, criterion, accepted: acceptedByPeople(state), plan: { plan, version, hash } },
    played: howPlayed(state, criterion),
    ...(weaknesses.length === 0 ? {} : { weaknesses }),
    ...(rated === undefined ? {} : { rating: rated.rating, ratedBy: rated.by }),
    ...(person === undefined ? {} : { rater: { person, posts: rules.departments[person] ?? [] } }),
    ...(report === undefined ? {} : { report: report.version }),
    ...(report?.score === undefined ? {} : { score: report.score }),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
}

type About = Pick<
  ImprovementState,
  | 'origin'
  | 'planChange'
  | 'version'
  | 'openedAt'
  | 'fixedAt'
  | 'doneAt'
  | 'owner'
  | 'handedIn'
  | 'ownersBefore'
  | 'ownedBy'
>;

/** Why the drill does not show that it is done; `undefined` where it does. */
export function whyNotProven(about: About, proof: DrillProof): Refused | undefined {
  const { drill, status, accepted } = proof;
  if (status === 'closed' && !accepted) return refuse('acceptance_simulated', { drill });
  if (status !== 'closed') return refuse('drill_not_accepted', { drill, status }, { status: 'closed' });
  return beforeFix(about, proof) ?? ownRating(about, proof) ?? stillWeak(proof) ?? notSeen(proof) ?? notPassed(proof);
}

/** It says nothing of the criterion: neither that it passes nor that it does not. */
function notSeen({ drill, criterion, rating, ratedBy, played }: DrillProof): Refused | undefined {
  // A workflow that goes on from an earlier release judges what it was answered then as it did.
  if (played === undefined) return undefined;
  if (rating === undefined || ratedBy === 'simulator') {
    return refuse('criterion_not_rated', { drill, criterion }, { ratedBy: ['person', 'machine'] });
  }
  if (ratedBy === 'person' || played === 'inPerson') return undefined;
  return refuse('criterion_not_played', { drill, criterion, played }, { ratedBy: 'person' });
}

/** An evaluator may rate P for how people coped; that a weakness is gone only a drill shows that does not bring it to light. */
function stillWeak({ drill, criterion, weaknesses }: DrillProof): Refused | undefined {
  return weaknesses && refuse('weakness_seen', { drill, criterion, weaknesses }, { weaknesses: [] });
}

function notPassed({ drill, criterion, rating, ratedBy }: DrillProof): Refused | undefined {
  if (rating !== undefined && ratedBy !== 'simulator' && PASSING.includes(rating)) return undefined;
  const found = { drill, criterion, ...(rating === undefined ? {} : { rating }) };
  return refuse('criterion_not_passed', found, { ratings: [...PASSING] });
}

/** What it shows of the criterion by itself, whatever it may prove: passed, by people who were seen in all of it. */
export function isPassed({ rating, ratedBy, played, weaknesses }: DrillProof): boolean {
  if (rating === undefined || !PASSING.includes(rating) || weaknesses !== undefined) return false;
  return ratedBy === 'person' || (ratedBy === 'machine' && played === 'inPerson');
}

/** The rating of whoever may not verify it. */
function ownRating(about: About, { drill, criterion, rater }: DrillProof): Refused | undefined {
  if (rater === undefined) return undefined;
  const { person, posts } = rater;
  const own = ownWork(about, { kind: 'person', id: person }, { held: posts });
  return own === undefined ? undefined : refuse(own, { drill, criterion, person });
}

/** It is shown by a drill held since; a change of the plan besides on the version that brings it, or a later one. */
function beforeFix(
  { origin, planChange, version, openedAt, fixedAt, doneAt }: About,
  { drill, plan, startedAt, played }: DrillProof,
): Refused | undefined {
  const found = { drill, plan: plan.plan, version: plan.version };
  if (planChange) {
    if (version === undefined) return refuse('link_required');
    const isOn = plan.plan === version.plan && plan.version >= version.version;
    if (!isOn) return refuse('drill_before_fix', found, { plan: version.plan, version: version.version });
  }
  // An earlier release took no drill for what no drill had to show: its histories are to replay.
  const since = fixedAt ?? (played === undefined ? undefined : doneAt);
  const isSince = since !== undefined && startedAt !== undefined && startedAt >= Math.max(openedAt, since);
  return isSince && drill !== origin.drill ? undefined : refuse('drill_before_fix', found);
}

/** What is done next to have it proven by a drill. The same `key` is the same task. */
export type Proving = { key: string } & (
  { kind: 'plan'; attempt: number; notUnder?: string } | { kind: 'await'; drill: string }
);

export function provingOf(state: ImprovementState): Proving | undefined {
  const { verifiedBy, status, planned, unplannable, fixedAt, planChange, version, drills = 0 } = state;
  if (verifiedBy !== 'drill' || (status !== 'open' && status !== 'done')) return undefined;
  if (planned !== undefined) return { kind: 'await', drill: planned.drill, key: `await ${planned.drill}` };
  if (fixedAt === undefined || (planChange && version === undefined)) return undefined;
  const attempt = drills + 1;
  const key = `plan ${attempt} ${version?.plan ?? ''} ${version?.version ?? ''}`;
  if (unplannable === undefined) return { kind: 'plan', attempt, key };
  const { hash: notUnder } = unplannable;
  return { kind: 'plan', attempt, notUnder, key: `${key} not under ${notUnder}` };
}
