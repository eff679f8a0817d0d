import { isLive } from '../domain/incident/index.js';
import type { EventType, IncidentEvent } from '../domain/incident/index.js';
import { countsFor, isExpected, isLateFor } from '../domain/incident/soughtEvent.js';
import { beginningTimes } from '../domain/metrics/beginning.js';
import { isUnknown } from '../domain/metrics/index.js';
import type { Time } from '../domain/metrics/index.js';
import { METRIC_EVENTS } from '../domain/metrics/metricsOf.js';
import { milestoneTimes } from '../domain/metrics/milestones.js';
import { quorumTimes } from '../domain/metrics/quorums.js';
import type {
  CriterionId,
  LevelId,
  ObligationId,
  PersonId,
  PostId,
  ResourceId,
  TaskId,
  TeamId,
} from '../domain/plan/compiled.js';
import { isBeyondSimulation } from '../domain/drill/index.js';
import type { Expectation } from '../domain/plan/compile/scenario.js';
import { isOwnLimit } from '../domain/plan/legalLimit.js';
import type { Duration, Instant } from '../domain/time.js';
import { lapsesIn } from './lapses.js';
import type { Lapse } from './lapses.js';
import { Rehearsal } from './rehearsal.js';
import type { Rehearsed } from './rehearsal.js';

export const TIMES = ['verification', 'containment', 'restoration', 'response'] as const;
export type RehearsedTime = (typeof TIMES)[number];

/** Late: all of it came, and not all within its time. */
export const COMINGS = ['inTime', 'late', 'missed'] as const;
export type Coming = (typeof COMINGS)[number];

/** What is left of one run: enough for everything that is told of many. */
export interface Outcome {
  run: number;
  ended: 'terminated' | 'overridden' | 'rejected' | 'unfinished';
  level?: LevelId;
  /** By the measures of real incidents (docs/metrics.md); what was not reached is absent. */
  times: Partial<Record<RehearsedTime, Duration>>;
  /** Of each team that was called: until it was complete; absent where it never was. */
  quorums: { team: TeamId; took?: Duration; missed: boolean }[];
  /** Limits of ours that passed with nothing filed; `ours`: set by the organisation itself, or by no number in law. */
  missed: { obligation: ObligationId; ours?: true }[];
  opened: TaskId[];
  /** Of the response, done by nobody in the end. */
  undone: TaskId[];
  overdue: TaskId[];
  /** Nobody in command; the report not verified in time; a team not complete in time. */
  lapses: Lapse[];
  /** The first answer of the ledger was less than what was wanted. */
  short: { resource: ResourceId; missing: number }[];
  /** Criteria of the end that nobody had confirmed when command overrode them, or when the run was broken off. */
  unconfirmed: CriterionId[];
  /** Of the injects that come at a time of their own: whether all that each expects came. */
  expected: { inject: string; came: Coming }[];
  absent: PersonId[];
  people: { person: PersonId; busy: Duration; onDuty: Duration; mostWaiting: number }[];
  events: number;
}

/** One run, from the report to the end. */
export function rehearseOnce(given: Rehearsed, run: number): Outcome {
  const rehearsal = new Rehearsal(given, run);
  rehearsal.plays();
  return outcomeOf(rehearsal, run);
}

const MEASURED: ReadonlySet<EventType> = new Set(METRIC_EVENTS);

function outcomeOf(rehearsal: Rehearsal, run: number): Outcome {
  const { incident, state, given, people, now } = rehearsal;
  const { events } = incident;
  const { plan } = given.basis;
  const measured = events.filter(({ type }) => MEASURED.has(type));
  const { level } = state.grading;
  const missed = new Set(all(events, 'obligationsMissed').flatMap(({ obligations }) => obligations));
  return {
    run,
    ended: endOf(rehearsal),
    ...(level === undefined ? {} : { level }),
    times: timesOf(rehearsal, measured),
    quorums: quorumsOf(measured, events),
    missed: plan.obligations
      .filter(({ id, theirs }) => theirs !== true && missed.has(id) && applies(rehearsal, id))
      .map((rule) => ({ obligation: rule.id, ...(isOwnLimit(rule) ? { ours: true as const } : {}) })),
    opened: [...new Set(all(events, 'tasksOpened').flatMap(({ tasks }) => tasks.map(({ task }) => task)))],
    undone: undone(rehearsal),
    overdue: [...new Set(all(events, 'tasksOverdue').flatMap(({ tasks }) => tasks))],
    lapses: lapsesIn(rehearsal),
    short: shortOf(events),
    unconfirmed: unconfirmed(rehearsal),
    expected: expectedOf(rehearsal),
    absent: [...people.values()].filter((one) => one.absent).map((one) => one.person),
    people: [...people.values()]
      .filter(({ busy }) => busy > 0)
      .map(({ person, busy, firstAt, mostWaiting }) => ({
        person,
        busy: Math.round(busy),
        onDuty: Math.round(now - (firstAt ?? now)),
        mostWaiting,
      })),
    events: events.length,
  };
}

function all<T extends EventType>(events: readonly IncidentEvent[], type: T) {
  return events.filter((event): event is Extract<IncidentEvent, { type: T }> => event.type === type);
}

function endOf({ state, incident }: Rehearsal): Outcome['ended'] {
  if (state.phase === 'rejected') return 'rejected';
  const end = incident.events.find(({ type }) => type === 'terminated');
  if (end?.type !== 'terminated') return 'unfinished';
  return end.override === true ? 'overridden' : 'terminated';
}

function timesOf({ given, incident }: Rehearsal, measured: IncidentEvent[]): Outcome['times'] {
  const { grading } = beginningTimes(measured);
  const { containment, restorationFromReport, response } = milestoneTimes(measured, given.basis.plan);
  const byPerson = incident.events.some(({ type }) => type === 'treatedAsReal') ? undefined : taken(grading);
  const times = {
    verification: byPerson,
    containment: taken(containment),
    restoration: taken(restorationFromReport),
    response: taken(response),
  };
  return Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
}

function taken(time: Time): Duration | undefined {
  return isUnknown(time) ? undefined : time.value;
}

/** A team that was called again is measured at its first call. */
function quorumsOf(measured: IncidentEvent[], events: readonly IncidentEvent[]): Outcome['quorums'] {
  const missed = new Set(all(events, 'quorumMissed').map(({ team }) => team));
  const first = new Map<TeamId, Time>();
  for (const { team, time } of quorumTimes(measured)) if (!first.has(team)) first.set(team, time);
  return [...first].map(([team, time]) => {
    const took = taken(time);
    return { team, ...(took === undefined ? {} : { took }), missed: missed.has(team) };
  });
}

/** What nobody had decided on when its limit passed, and what does not apply after all, is no omission. */
function applies({ state: { obligations } }: Rehearsal, id: ObligationId): boolean {
  const status = obligations.duties[id]?.status;
  return status === 'confirmed' || status === 'filed';
}

function undone({ state: { tasks } }: Rehearsal): TaskId[] {
  return Object.entries(tasks.tasks).flatMap(([id, task]) => {
    return task.mandatory && task.phase !== 'watching' && task.phase !== 'aftermath' && isLive(task) ? [id] : [];
  });
}

function shortOf(events: readonly IncidentEvent[]): Outcome['short'] {
  const short = new Map<ResourceId, number>();
  for (const { first, missing, need } of all(events, 'stockAllocated')) {
    if (first === true && missing > 0 && need.resource !== undefined) {
      short.set(need.resource, Math.max(missing, short.get(need.resource) ?? 0));
    }
  }
  return [...short].map(([resource, missing]) => ({ resource, missing }));
}

function unconfirmed({ incident, state, given }: Rehearsal): CriterionId[] {
  const end = incident.events.find(({ type }) => type === 'terminated');
  if (end?.type === 'terminated') {
    return (end.open ?? []).flatMap(({ code, id }) => (code === 'criterion_open' && id !== undefined ? [id] : []));
  }
  if (state.phase !== 'responding') return [];
  const { level, confirmed } = { level: state.grading.level, confirmed: state.termination.confirmed ?? {} };
  return given.basis.plan.termination.criteria
    .filter(({ levels }) => levels === undefined || (level !== undefined && levels.includes(level)))
    .filter(({ id }) => confirmed[id] === undefined)
    .map(({ id }) => id);
}

function expectedOf({ given, incident }: Rehearsal): Outcome['expected'] {
  const { scenario, start, basis } = given;
  const holds = (person: PersonId, post: PostId) => basis.holders[post]?.includes(person) ?? false;
  const types = new Set<EventType>(scenario.injects.flatMap(({ expects }) => expects.map(({ event }) => event)));
  const mayShow = incident.events.filter(({ type }) => types.has(type));
  const cameOf = (expected: Expectation, from: Instant): Coming => {
    let came: Coming = 'missed';
    for (const event of mayShow) {
      if (!isExpected(event, expected, holds) || !countsFor(expected, event.at, from)) continue;
      if (!isLateFor(expected, event.at, from)) return 'inTime';
      came = 'late';
    }
    return came;
  };
  return scenario.injects.flatMap((inject) => {
    const { id, trigger } = inject;
    const shown = inject.expects.filter((one) => !isBeyondSimulation(one, inject));
    if (!('at' in trigger) || shown.length === 0) return [];
    const worst = Math.max(...shown.map((one) => COMINGS.indexOf(cameOf(one, start + trigger.at))));
    return [{ inject: id, came: COMINGS[worst]! }];
  });
}
