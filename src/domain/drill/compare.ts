import { measuredAs } from '../evaluation/index.js';
import type { AxisScore } from '../evaluation/score.js';
import type { EventOf } from '../incident/index.js';
import { isUnknown } from '../metrics/index.js';
import type { IncidentMetrics } from '../metrics/index.js';
import { MEASURES } from '../plan/compiled.js';
import type { CategoryId, CriterionId, Measure, Rating } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import { ratingsNow } from './proposed.js';
import { planDrilled } from './state.js';
import type { DrillState } from './state.js';

/** A time in milliseconds, or a share from 0 to 1. */
export type Figures = Partial<Record<Measure, number>>;

/** Expected actions, as the event stream shows them. */
export interface ActionCounts {
  inTime: number;
  late: number;
  missed: number;
  /** Of the first two: by the simulator. */
  simulated: number;
}

/** A drill or a real incident, as far as it can be compared with others on the same plan. */
export interface Run {
  kind: 'drill' | 'incident';
  id: string;
  /** When it was begun. */
  at: Instant;
  plan: { id: string; version: number };
  category: CategoryId;
  /** Of a drill. */
  scenario?: string;
  score?: number;
  conclusion?: string;
  axes?: AxisScore[];
  ratings?: Partial<Record<CriterionId, Rating>>;
  actions?: ActionCounts;
  figures: Figures;
}

/** Of the same plan, in one version of it or two. The one that is looked at stands last. */
export interface Comparison {
  runs: Run[];
  rows: ComparedRow[];
}

export interface ComparedRow {
  measure: Measure | 'score' | 'actions';
  /** In the order of the runs; absent where it is not known. */
  values: (number | undefined)[];
  /** Against the latest earlier run that has the figure. */
  change?: 'better' | 'worse' | 'same';
}

/** More columns do not stand on a page. */
const MOST_EARLIER = 4;

/** Where less is better; of everything else more is. */
const TIMES: ReadonlySet<ComparedRow['measure']> = new Set([
  'detection',
  'acknowledgement',
  'firstAction',
  'grading',
  'activation',
  'containment',
  'restoration',
  'quorum',
]);

export function isTime(measure: ComparedRow['measure']): boolean {
  return TIMES.has(measure);
}

/**
 * What `run` stands beside: earlier drills of its scenario, and real incidents of its category, on the same version of the
 * plan and on `before`, the version before. The latest ones, in the order of time.
 */
export function comparison(run: Run, others: readonly Run[], before: number | undefined): Comparison {
  const versions = [run.plan.version, ...(before === undefined ? [] : [before])];
  const earlier = others
    .filter((other) => other.id !== run.id && other.at < run.at)
    .filter(({ plan }) => plan.id === run.plan.id && versions.includes(plan.version))
    .filter((other) => (other.kind === 'drill' ? other.scenario === run.scenario : other.category === run.category))
    .toSorted((a, b) => a.at - b.at)
    .slice(-MOST_EARLIER);
  const runs = [...earlier, run];
  const measures: ComparedRow['measure'][] = ['score', 'actions', ...MEASURES];
  return { runs, rows: measures.flatMap((measure) => rowOf(measure, runs) ?? []) };
}

function rowOf(measure: ComparedRow['measure'], runs: Run[]): ComparedRow | undefined {
  const values = runs.map((run) => valueOf(measure, run));
  if (values.every((value) => value === undefined)) return undefined;
  const [now, last] = [values.at(-1), values.slice(0, -1).findLast((value) => value !== undefined)];
  if (now === undefined || last === undefined) return { measure, values };
  const gain = TIMES.has(measure) ? last - now : now - last;
  return { measure, values, change: gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse' };
}

function valueOf(measure: ComparedRow['measure'], { score, actions, figures }: Run): number | undefined {
  if (measure === 'score') return score;
  if (measure !== 'actions') return figures[measure];
  const all = actions === undefined ? 0 : actions.inTime + actions.late + actions.missed;
  return all === 0 ? undefined : actions!.inTime / all;
}

function figuresOf(metrics: IncidentMetrics): Figures {
  return Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const measured = measuredAs(measure, metrics);
      const taken = measured.kind === 'time' ? measured.time : measured.share;
      if (isUnknown(taken)) return [];
      if (!('value' in taken)) return [[measure, taken.met / taken.of]];
      // How fast the simulator is says nothing of people.
      return taken.simulated ? [] : [[measure, taken.value]];
    }),
  );
}

/** `metrics`: of the incident that was played. */
export function runOfDrill(state: DrillState, metrics: IncidentMetrics | undefined): Run {
  const { drill, openedAt, startedAt, scenario, report } = state;
  const { id, version } = planDrilled(state);
  const { score, conclusion, axes } = report ?? {};
  return {
    ...{ kind: 'drill', id: drill, at: startedAt ?? openedAt },
    ...{ plan: { id, version }, category: scenario.category, scenario: scenario.id },
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(axes === undefined ? {} : { axes }),
    ratings: Object.fromEntries(ratingsNow(state).map(({ criterion, rating }) => [criterion, rating])),
    actions: actionCounts(state),
    figures: metrics === undefined ? {} : figuresOf(metrics),
  };
}

/** `summary`: rated by the same criteria as drills are. */
export function runOfIncident(
  about: Pick<Run, 'id' | 'at' | 'category' | 'plan'>,
  metrics: IncidentMetrics,
  summary: EventOf<'summaryHeld'> | undefined,
): Run {
  const { score, conclusion, axes, ratings } = summary ?? {};
  return {
    ...{ kind: 'incident', ...about },
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(axes === undefined ? {} : { axes }),
    ...(ratings === undefined
      ? {}
      : { ratings: Object.fromEntries(ratings.map(({ criterion, rating }) => [criterion, rating])) }),
    figures: figuresOf(metrics),
  };
}

export function actionCounts({ injects }: Pick<DrillState, 'injects'>): ActionCounts {
  const all = Object.values(injects).flatMap(({ actions }) => actions);
  const of = (status: string) => all.filter((action) => action.status === status).length;
  return {
    ...{ inTime: of('seen'), late: of('late'), missed: of('missed') },
    simulated: all.filter(({ simulated }) => simulated === true).length,
  };
}
