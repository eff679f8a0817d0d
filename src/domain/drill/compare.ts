import { figuresOf } from '../evaluation/index.js';
import type { AxisScore } from '../evaluation/score.js';
import type { EventOf } from '../incident/index.js';
import type { IncidentMetrics } from '../metrics/index.js';
import { isTimeMeasure, MEASURES } from '../plan/compiled.js';
import type { CategoryId, CriterionId, Measure, Rating } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import { isOfTheStory } from './figures.js';
import { actionsAsked } from './injects.js';
import { everybody, wasSimulated } from './people.js';
import { ratingsNow } from './proposed.js';
import { planDrilled } from './state.js';
import type { DrillState } from './state.js';

/** A time in milliseconds, or a share from 0 to 1. */
type Figures = Partial<Record<Measure, number>>;

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
  /** Somebody who plays in it was played by the simulator: it says nothing of people. */
  simulated?: true;
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
  /** What would belong beside it, and why it does not stand there; no reason that holds for none. */
  leftOut: Partial<Record<LeftOut, number>>;
}

/** `simulated`: simulated people beside real ones; `inPerson`: the other way round; `older`: a page holds no more. */
export const LEFT_OUT = ['simulated', 'inPerson', 'older'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export interface ComparedRow {
  measure: Measure | 'score' | 'actions';
  /** In the order of the runs; absent where it is not known. */
  values: (number | undefined)[];
  /** Against the latest earlier run that has the figure. */
  change?: 'better' | 'worse' | 'same';
}

/** More columns do not stand on a page. */
const MOST_EARLIER = 4;

export function isTime(measure: ComparedRow['measure']): boolean {
  return isTimeMeasure(measure);
}

/**
 * What `run` stands beside: earlier drills of its scenario, and real incidents of its category, on the same version of the
 * plan and on `before`, the version before. People beside people, the simulator beside the simulator. Of each kind and version
 * the latest ones, in the order of time.
 */
export function comparison(run: Run, others: readonly Run[], before: number | undefined): Comparison {
  const versions = [run.plan.version, ...(before === undefined ? [] : [before])];
  const earlier = others
    .filter((other) => other.id !== run.id && other.at < run.at)
    .filter(({ plan }) => plan.id === run.plan.id && versions.includes(plan.version))
    .filter((other) => (other.kind === 'drill' ? other.scenario === run.scenario : other.category === run.category));
  const alike = earlier.filter(({ simulated }) => simulated === run.simulated);
  const chosen = latestOfEach(alike).toSorted((a, b) => a.at - b.at);
  const runs = [...chosen, run];
  const measures: ComparedRow['measure'][] = ['score', 'actions', ...MEASURES];
  const [unlike, older] = [earlier.length - alike.length, alike.length - chosen.length];
  return {
    runs,
    rows: measures.flatMap((measure) => rowOf(measure, runs) ?? []),
    leftOut: {
      ...(unlike === 0 ? {} : { [run.simulated ? 'inPerson' : 'simulated']: unlike }),
      ...(older === 0 ? {} : { older }),
    },
  };
}

/** The latest drill and the latest incident on each version, then the ones before these, as many as stand on a page. */
function latestOfEach(runs: readonly Run[]): Run[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs.toSorted((a, b) => b.at - a.at)) {
    const group = `${run.kind} ${run.plan.version}`;
    groups.set(group, [...(groups.get(group) ?? []), run]);
  }
  const nth = [...groups.values()].flatMap((group) => group.map((run, n) => ({ run, n })));
  return nth
    .toSorted((a, b) => a.n - b.n || b.run.at - a.run.at)
    .slice(0, MOST_EARLIER)
    .map(({ run }) => run);
}

function rowOf(measure: ComparedRow['measure'], runs: Run[]): ComparedRow | undefined {
  const values = runs.map((run) => valueOf(measure, run));
  if (values.every((value) => value === undefined)) return undefined;
  const [now, last] = [values.at(-1), values.slice(0, -1).findLast((value) => value !== undefined)];
  if (now === undefined || last === undefined) return { measure, values };
  const gain = isTime(measure) ? last - now : now - last;
  return { measure, values, change: gain === 0 ? 'same' : gain > 0 ? 'better' : 'worse' };
}

function valueOf(measure: ComparedRow['measure'], { score, actions, figures }: Run): number | undefined {
  if (measure === 'score') return score;
  if (measure !== 'actions') return figures[measure];
  const all = actions === undefined ? 0 : actions.inTime + actions.late + actions.missed;
  return all === 0 ? undefined : actions!.inTime / all;
}

/** How fast the simulator is says nothing of people. */
function comparable(metrics: IncidentMetrics): Figures {
  const figures = Object.entries(figuresOf(metrics)).filter(([, { simulated }]) => simulated !== true);
  return Object.fromEntries(figures.map(([measure, { value }]) => [measure, value]));
}

/** `metrics`: of the incident that was played. */
export function runOfDrill(state: DrillState, metrics: IncidentMetrics | undefined): Run {
  const { drill, openedAt, startedAt, scenario, report } = state;
  const { id, version } = planDrilled(state);
  const { score, conclusion, axes } = report ?? {};
  const figures = Object.entries(metrics === undefined ? {} : comparable(metrics));
  return {
    ...{ kind: 'drill', id: drill, at: startedAt ?? openedAt },
    ...{ plan: { id, version }, category: scenario.category, scenario: scenario.id },
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(axes === undefined ? {} : { axes }),
    ratings: Object.fromEntries(
      (report?.ratings ?? ratingsNow(state)).map(({ criterion, rating }) => [criterion, rating]),
    ),
    actions: actionCounts(state),
    figures: Object.fromEntries(figures.filter(([measure]) => isOfTheStory(state, measure as Measure))),
    ...(isPlayed(state) ? { simulated: true } : {}),
  };
}

/** In part, or whole. */
function isPlayed(state: DrillState): boolean {
  return actionCounts(state).simulated > 0 || everybody(state).some((person) => wasSimulated(state, person));
}

/** `summary`: rated by the same criteria as drills are. */
export function runOfIncident(
  about: Pick<Run, 'id' | 'at' | 'category' | 'plan'>,
  metrics: IncidentMetrics,
  summary: EventOf<'summaryHeld'> | undefined,
): Run {
  const { score, conclusion, axes, ratings } = summary ?? {};
  return {
    ...{ kind: 'incident', id: about.id, at: about.at, category: about.category, plan: about.plan },
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(axes === undefined ? {} : { axes }),
    ...(ratings === undefined
      ? {}
      : { ratings: Object.fromEntries(ratings.map(({ criterion, rating }) => [criterion, rating])) }),
    figures: comparable(metrics),
  };
}

export function actionCounts(state: Pick<DrillState, 'injects'>): ActionCounts {
  const all = actionsAsked(state);
  const of = (status: string) => all.filter((action) => action.status === status).length;
  return {
    ...{ inTime: of('seen'), late: of('late'), missed: of('missed') },
    simulated: all.filter(({ simulated }) => simulated === true).length,
  };
}
