import type { Actor } from '../incident/actor.js';
import type { DrillEvent, DrillState } from '../drill/index.js';
import type { CriterionId, Rating } from '../plan/compiled.js';
import type { PlanActor, PlanStanding } from '../plan/lifecycle/index.js';
import type { Instant } from '../time.js';
import type { ImprovementEvent, PlanLink } from './events.js';
import { isPassed, proofOf } from './proof.js';
import type { DrillProof } from './proof.js';

export const CHAIN_LINKS = [
  'drill',
  'criterion',
  'finding',
  'improvement',
  'handedIn',
  'planChange',
  'planVersion',
  'verificationDrill',
  'shown',
  'closed',
] as const;

/** One step on the way from what a drill found to the drill that shows that it works now. */
export interface ChainLink {
  kind: (typeof CHAIN_LINKS)[number];
  at?: Instant;
  by?: Actor | PlanActor;
  drill?: string;
  scenario?: string;
  dueAt?: Instant;
  criterion?: CriterionId;
  rating?: Rating;
  score?: number;
  /** Version of the report. */
  report?: number;
  /** Of the report: by command, in person. */
  accepted?: boolean;
  plan?: PlanLink & { hash: string };
  inForceSince?: Instant;
  passed?: boolean;
  improvement?: string;
  text?: string;
}

export interface ChainFacts {
  events: ImprovementEvent[];
  /** The drill of the finding, with its events. */
  origin?: { state: DrillState; events: DrillEvent[] };
  /** The linked version, as it stands. */
  linked?: PlanStanding;
  /** Those that were planned for it. */
  drills: DrillState[];
}

/** In the order of what led to what. */
export function chainOf({ events, origin, linked, drills }: ChainFacts): ChainLink[] {
  const [opened] = events;
  if (opened?.type !== 'opened') return [];
  const { criterion } = opened.origin;
  const links: ChainLink[] = origin === undefined || criterion === undefined ? [] : fromDrill(origin, criterion);
  links.push(
    { kind: 'finding', text: opened.texts.finding },
    {
      kind: 'improvement',
      at: opened.at,
      by: opened.actor,
      improvement: opened.improvement,
      text: opened.texts.action,
    },
  );
  const last = events.findLast((event) => event.type === 'planLinked');
  for (const event of events) links.push(...linkOf(event, event === last ? linked : undefined, drills, criterion));
  return links;
}

function fromDrill({ state, events }: NonNullable<ChainFacts['origin']>, criterion: CriterionId): ChainLink[] {
  const proof = proofOf(state, criterion);
  const { drill, rating, report, accepted, plan, score } = proof;
  const scenario = state.scenario.id;
  const ended =
    events.findLast(({ type }) => type === 'reportAccepted') ??
    events.findLast(({ type }) => type === 'reportSubmitted');
  return [
    {
      ...{ kind: 'drill', drill, scenario, plan, accepted },
      ...(report === undefined ? {} : { report }),
      ...(ended === undefined ? {} : { at: ended.at, by: ended.actor }),
    },
    {
      ...{ kind: 'criterion', drill, criterion, passed: isPassed(proof) },
      ...(rating === undefined ? {} : { rating }),
      ...(score === undefined ? {} : { score }),
    },
  ];
}

function linkOf(
  event: ImprovementEvent,
  linked: PlanStanding | undefined,
  drills: DrillState[],
  criterion: CriterionId | undefined,
): ChainLink[] {
  const { at, actor: by } = event;
  switch (event.type) {
    case 'handedIn':
      return [{ kind: 'handedIn', at, by, ...textOf(event.texts.note) }];
    case 'planLinked':
      return [{ kind: 'planChange', at, by, plan: event.version }, ...versionOf(event.version, linked)];
    case 'drillPlanned': {
      const { drill, scenario, dueAt, version: plan } = event;
      const state = drills.find((one) => one.drill === drill);
      const proof = state && criterion !== undefined ? proofOf(state, criterion) : undefined;
      return [
        { kind: 'verificationDrill', at, drill, scenario, dueAt, plan, ...(proof ? { accepted: proof.accepted } : {}) },
      ];
    }
    case 'drillFailed':
      return [{ ...shown(event), passed: false }];
    case 'verified': {
      const closed: ChainLink = { kind: 'closed', at, by, ...textOf(event.texts?.note) };
      const { drill, version } = event;
      if (drill === undefined) return [closed];
      return [
        { ...shown({ at, drill, version: version! }), passed: true },
        { ...closed, drill: drill.id },
      ];
    }
    default:
      return [];
  }
}

function versionOf(plan: PlanLink & { hash: string }, linked: PlanStanding | undefined): ChainLink[] {
  if (linked === undefined) return [];
  const { approval, inForceSince, hash } = linked;
  return [
    {
      ...{ kind: 'planVersion', plan: { ...plan, hash } },
      ...(approval === undefined ? {} : { at: approval.at, by: approval.by }),
      ...(inForceSince === undefined ? {} : { inForceSince }),
    },
  ];
}

function shown(event: { at: Instant; drill: Shown; version: PlanLink & { hash: string } }): ChainLink {
  const { id: drill, ...rest } = event.drill;
  return { kind: 'shown', at: event.at, drill, ...rest, plan: event.version };
}
type Shown = Extract<ImprovementEvent, { type: 'drillFailed' }>['drill'];

function textOf(text: string | undefined): { text?: string } {
  return text === undefined ? {} : { text };
}

/** How the criterion was rated in each drill since, the one of the finding first. */
export function effectOverTime(drills: readonly DrillState[], criterion: CriterionId): DrillProof[] {
  return drills
    .map((state) => proofOf(state, criterion))
    .filter(({ rating, startedAt, report }) => rating !== undefined && startedAt !== undefined && report !== undefined)
    .toSorted((a, b) => a.startedAt! - b.startedAt!);
}
