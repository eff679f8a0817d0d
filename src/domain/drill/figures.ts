import { figuresOf, ratedBy } from '../evaluation/index.js';
import type { Figure, Figures } from '../evaluation/index.js';
import type { EventType, IncidentEvent, State } from '../incident/index.js';
import { METRIC_EVENTS, metricsOf } from '../metrics/index.js';
import { isTimeMeasure } from '../plan/compiled.js';
import type { CriterionId, Rating, RatingMeasure } from '../plan/compiled.js';
import type { DrillState } from './state.js';

/** By which a drill is rated: those of its incident, and how many levels its grade is away from the key. */
export type DrillFigures = Figures & { key?: Figure };

const GRADED = ['confirmed', 'treatedAsReal', 'activated', 'levelChanged'] as const satisfies EventType[];

/** The events of an incident that they are taken from. */
export const FIGURE_EVENTS: readonly EventType[] = [...METRIC_EVENTS, ...GRADED];

/** As they stand when the conduct is over, in the time of the story. */
export function figuresSeen(
  drill: Pick<DrillState, 'scenario' | 'injects' | 'ended'>,
  { basis, grading }: Pick<State, 'basis' | 'grading'>,
  events: IncidentEvent[],
): DrillFigures {
  const at = drill.ended?.storyAt ?? events.at(-1)?.at ?? 0;
  const key = isAllKnown(drill) ? awayFromKey(drill, { basis, grading }, events) : undefined;
  return { ...figuresOf(metricsOf(events, basis.plan, at), events), ...(key === undefined ? {} : { key }) };
}

/** Nobody can grade by what was never told, nor in no time. */
function isAllKnown({ scenario, injects, ended }: Pick<DrillState, 'scenario' | 'injects' | 'ended'>): boolean {
  return scenario.injects
    .filter(({ facts }) => Object.keys(facts).length > 0)
    .every(({ id, takes }) => {
      const { status, playedAt } = injects[id] ?? {};
      if (status === 'notNeeded') return true;
      return playedAt !== undefined && (ended?.why === 'terminated' || playedAt + takes <= (ended?.storyAt ?? 0));
    });
}

function awayFromKey(
  { scenario }: Pick<DrillState, 'scenario'>,
  { basis, grading }: Pick<State, 'basis' | 'grading'>,
  events: readonly IncidentEvent[],
): Figure | undefined {
  const order = basis.plan.incidentLevels.map(({ id }) => id);
  const [wanted, found] = [order.indexOf(scenario.incidentLevel), order.indexOf(grading.incidentLevel ?? '')];
  if (wanted === -1 || found === -1) return undefined;
  const last = events.findLast(({ type }) => (GRADED as readonly EventType[]).includes(type));
  return { value: Math.abs(wanted - found), ...(last?.via === 'simulator' ? { simulated: true } : {}) };
}

/** A figure that rates a criterion, and how. */
export interface RatedFigure extends Figure {
  by: RatingMeasure;
  rating: Rating;
}

/** Those by which the plan has this criterion rated; what is not known rates nothing. */
export function ratedFigures(state: DrillState, criterion: CriterionId): RatedFigure[] {
  const rates = state.rules.evaluation?.criteria.find(({ id }) => id === criterion)?.rates ?? [];
  return rates.flatMap((rule): RatedFigure[] => {
    const figure = figureFor(state, rule.by);
    return figure === undefined ? [] : [{ by: rule.by, ...figure, rating: ratedBy(rule, figure.value) }];
  });
}

function figureFor(state: DrillState, by: RatingMeasure): Figure | undefined {
  switch (by) {
    case 'expectedActions':
    case 'approval':
      return state.ended === undefined ? undefined : PREPARED[by](state);
    default:
      return isOfTheStory(state, by) ? state.figures?.[by] : undefined;
  }
}

/** A tabletop tells its own time: how long something took by the clock, and what fell due by it, says nothing of it. */
export function isOfTheStory({ scenario }: Pick<DrillState, 'scenario'>, by: RatingMeasure): boolean {
  return scenario.kind !== 'tabletop' || !(isTimeMeasure(by) || by === 'filings' || by === 'sitreps');
}

const PREPARED = {
  /** Those of the scenario have one, or the plan is not accepted; of those that were added not every one has. */
  expectedActions({ scenario, added }) {
    const extra = Object.values(added);
    const told = extra.filter(({ expected, expects = [] }) => expected === true || expects.length > 0);
    return share(scenario.injects.length + told.length, scenario.injects.length + extra.length);
  },
  /** Approved before it began, which nobody can do with a scheme of one's own; and issued to those who take part. */
  approval({ papers, approvalSimulated }) {
    const issued = papers.some(({ paper }) => paper === 'scheme');
    const figure = share(issued ? 2 : 1, 2);
    return figure && { ...figure, ...(approvalSimulated ? { simulated: true } : {}) };
  },
} satisfies Record<string, (state: DrillState) => Figure | undefined>;

function share(met: number, of: number): Figure | undefined {
  return of === 0 ? undefined : { value: met / of };
}
