import { worst } from '../evaluation/index.js';
import type { Expectation, Inject, Trigger } from '../plan/compile/scenario.js';
import type { CriterionId, Rating, RatingMeasure } from '../plan/compiled.js';
import { isOfTheStory, ratedFigures } from './figures.js';
import type { RatedFigure } from './figures.js';
import type { Instant } from '../time.js';
import { injectsOf } from './injects.js';
import type { ActionState, DrillState } from './state.js';
import { weaknessesAgainst } from './weaknesses.js';
import type { DrillWeakness } from './weaknesses.js';

export interface Proposed {
  criterion: CriterionId;
  rating: Rating;
  /** Of plan, roster and ledger, counting against it. */
  weaknesses?: DrillWeakness[];
  /** Of the actions that were expected and show something of this criterion. */
  inTime: number;
  late: number;
  missed: number;
  /** Of the late ones those that took more than twice their time. */
  tooLate?: number;
  /** By which the plan has it rated besides. */
  figures?: RatedFigure[];
}

/**
 * What the record says of each criterion. Its expected actions: all in time P, all done but some late S, some missed or after
 * more than twice their time M, none done U. Its figures, by the bounds of the plan. The worst of these counts, and where a weakness came to light that the plan
 * holds against it, M at best: until an evaluator says otherwise. Of a criterion that nothing shows it says nothing.
 */
export function proposedRatings(state: DrillState): Proposed[] {
  const counts = new Map<CriterionId, Counts>();
  for (const { criteria, outcome } of actionsShown(state)) {
    for (const criterion of criteria) counts.set(criterion, counted(counts.get(criterion), outcome));
  }
  const known = state.rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  return [...new Set([...counts.keys(), ...known])].flatMap((criterion): Proposed[] => {
    const count = counts.get(criterion) ?? NONE;
    const [figures, weaknesses] = [ratedFigures(state, criterion), weaknessesAgainst(state, criterion)];
    const seen = worst([ratingOf(count), ...figures.map((figure) => figure.rating)]);
    const told = { ...count, ...(figures.length === 0 ? {} : { figures }) };
    if (weaknesses.length > 0) return [{ criterion, rating: worst([seen, 'M'])!, weaknesses, ...told }];
    return seen === undefined ? [] : [{ criterion, rating: seen, ...told }];
  });
}

type Counts = Pick<Proposed, 'inTime' | 'late' | 'missed' | 'tooLate'>;
const NONE: Counts = { inTime: 0, late: 0, missed: 0 };

type Outcome = ActionState['status'] | 'tooLate';

function counted(before: Counts = NONE, outcome: Outcome): Counts {
  switch (outcome) {
    case 'seen':
      return { ...before, inTime: before.inTime + 1 };
    case 'late':
      return { ...before, late: before.late + 1 };
    case 'tooLate':
      return { ...before, late: before.late + 1, tooLate: (before.tooLate ?? 0) + 1 };
    case 'missed':
      return { ...before, missed: before.missed + 1 };
    default:
      return before;
  }
}

function outcomeOf({ status, at }: ActionState, { within }: Expectation, playedAt: Instant): Outcome {
  return status === 'late' && at !== undefined && at - playedAt > 2 * within ? 'tooLate' : status;
}

/** Each action that was asked for, with the criteria that it says something about. */
function actionsShown(state: DrillState) {
  return injectsOf(state).flatMap((inject) => {
    const { playedAt, actions = [] } = state.injects[inject.id] ?? {};
    if (playedAt === undefined) return [];
    const own = criteriaOf(state, inject);
    return actions.flatMap((action, i) => {
      const expected = inject.expects[i];
      if (expected === undefined) return [];
      const outcome = state.rules.edition === 2 ? outcomeOf(action, expected, playedAt) : action.status;
      return [{ outcome, criteria: expected.shows ?? own }];
    });
  });
}

function criteriaOf(
  { scenario }: Pick<DrillState, 'scenario'>,
  { objective }: Pick<Inject, 'objective'>,
): CriterionId[] {
  return scenario.objectives.find(({ id }) => id === objective)?.criteria ?? [];
}

/** Of several things that rate a criterion those that made it no better. */
export function deciding({ rating, figures = [], weaknesses = [], ...count }: Proposed): Deciding[] {
  const seen = worst([ratingOf(count), ...figures.map((figure) => figure.rating)]);
  if (weaknesses.length > 0 && rating !== seen) return ['weaknesses'];
  return [
    ...(ratingOf(count) === rating ? (['actions'] as const) : []),
    ...figures.filter((figure) => figure.rating === rating).map(({ by }) => by),
    ...(weaknesses.length > 0 && rating === 'M' ? (['weaknesses'] as const) : []),
  ];
}
export type Deciding = 'actions' | 'weaknesses' | RatingMeasure;

/** Of all expected actions together. */
export function overallRating(state: DrillState): Rating | undefined {
  return ratingOf(actionsShown(state).reduce((counts, { outcome }) => counted(counts, outcome), NONE));
}

/** By what was expected. */
export function ratingOf({ inTime, late, missed, tooLate = 0 }: Counts): Rating | undefined {
  if (inTime + late + missed === 0) return undefined;
  if (inTime + late === 0) return 'U';
  if (missed + tooLate > 0) return 'M';
  return late > 0 ? 'S' : 'P';
}

export const RATED_BY = ['person', 'machine', 'simulator'] as const;
export type RatedBy = (typeof RATED_BY)[number];

export interface Rated {
  criterion: CriterionId;
  rating: Rating;
  by: RatedBy;
}

/** Of each criterion what a person said, or else the machine, or else the simulator. */
export function ratingsNow(state: DrillState): Rated[] {
  const known = state.rules.evaluation?.criteria.map(({ id }) => id) ?? [];
  const proposed = new Map(proposedRatings(state).map(({ criterion, rating }) => [criterion, rating]));
  return known.flatMap((criterion): Rated[] => {
    const said = state.ratings[criterion];
    const seen = proposed.get(criterion);
    if (said !== undefined && said.simulated !== true) return [{ criterion, rating: said.rating, by: 'person' }];
    if (seen !== undefined) return [{ criterion, rating: seen, by: 'machine' }];
    return said === undefined ? [] : [{ criterion, rating: said.rating, by: 'simulator' }];
  });
}

/** What the simulator says fills the sheet, and counts for nothing. */
export function countingRatings(ratings: readonly Rated[]): Rated[] {
  return ratings.filter(({ by }) => by !== 'simulator');
}

/**
 * `incomplete`: not every inject of the criterion was played, nobody was left to do what was expected, or the drill ended before
 * its time was up; `simulated`: what rates it was done by the simulator, at least in part.
 */
export const HOW_PLAYED = ['inPerson', 'simulated', 'incomplete'] as const;
export type HowPlayed = (typeof HOW_PLAYED)[number];

/** How much the machine has seen of what it rates; an inject that the players came before needs no playing. */
export function howPlayed(state: DrillState, criterion: CriterionId): HowPlayed {
  const all = injectsFor(state, criterion);
  const isWhole = all.every(
    ({ status, trigger }) => status === 'played' || status === 'notNeeded' || !mustCome(trigger),
  );
  const actions = all.flatMap((one) => one.actions);
  if (!isWhole || actions.some(({ status }) => status === 'excused' || status === 'open')) return 'incomplete';
  const figures = ratedFigures(state, criterion);
  return [...actions, ...figures].some(({ simulated }) => simulated) ? 'simulated' : 'inPerson';
}

/** Those in which something shows it; and those in which nothing can be recognised, for all that their objective is about. */
function injectsFor(state: DrillState, criterion: CriterionId) {
  return injectsOf(state).flatMap((inject) => {
    const { status, playedAt, actions = [] } = state.injects[inject.id] ?? {};
    const own = criteriaOf(state, inject);
    const theirs = actions.filter((_, i) => (inject.expects[i]?.shows ?? own).includes(criterion));
    const isOfIt = inject.expects.length === 0 ? own.includes(criterion) : theirs.length > 0;
    const { trigger } = inject;
    return isOfIt ? [{ status, trigger, actions: playedAt === undefined ? [] : theirs }] : [];
  });
}

/** What waits for something to happen, or for the director, is no part of a drill in which it never came to that. */
function mustCome(trigger: Trigger): boolean {
  return 'at' in trigger || 'unless' in trigger;
}

/** Those of which the record may say something. Of the others evaluators have to. */
export function ratedByRecord(state: Pick<DrillState, 'scenario' | 'rules'>): CriterionId[] {
  const shown = state.scenario.injects.flatMap((inject) => {
    const own = criteriaOf(state, inject);
    return inject.expects.flatMap(({ shows = own }) => shows);
  });
  return (state.rules.evaluation?.criteria ?? [])
    .filter(({ id, rates = [] }) => shown.includes(id) || rates.some(({ by }) => isOfTheStory(state, by)))
    .map(({ id }) => id);
}
