import type { IncidentEvent } from '../incident/index.js';
import type { CompiledPlan, Milestone } from '../plan/compiled.js';
import { all, first, mark } from './find.js';
import { between, sum, unknown } from './metric.js';
import type { Mark, Time, UnknownCode } from './metric.js';
import { detection, start } from './beginning.js';

/** What the response achieves, by what the plan marks as such. Where it came back: the sum of its stretches. */
export interface MilestoneTimes {
  containment: Time;
  restoration: Time;
  restorationFromReport: Time;
  dwell: Time;
  response: Time;
}

export function milestoneTimes(events: IncidentEvent[], plan: CompiledPlan): MilestoneTimes {
  const detected = detection(events);
  const reach = (milestone: Milestone, from: Mark | undefined, noTo: UnknownCode): Time => {
    const marked = markedFor(milestone, events, plan);
    if (marked.size === 0) return unknown('no_milestone_in_plan');
    const times = stretchesOf(events).map((stretch, i) => {
      const begins = i === 0 ? from : mark(stretch[0]);
      return between(begins, standing(stretch, marked), { noFrom: 'no_start_known', noTo });
    });
    return sum(times);
  };
  return {
    containment: reach('contained', detected, 'not_contained'),
    restoration: reach('restored', start(events), 'not_restored'),
    restorationFromReport: reach('restored', detected, 'not_restored'),
    dwell: dwell(events, plan),
    response: response(events),
  };
}

/** The first stretch begins with the report, each further one with a reopening. */
function stretchesOf(events: IncidentEvent[]): IncidentEvent[][] {
  const begins = [0, ...events.flatMap(({ type }, i) => (type === 'reopened' ? [i] : []))];
  return begins.map((from, i) => events.slice(from, begins[i + 1]));
}

/** Tasks and criteria that say so in this category, by which the incident runs in the end. */
function markedFor(milestone: Milestone, events: IncidentEvent[], plan: CompiledPlan): Set<string> {
  const category = categoryOf(events);
  const tasks = plan.tasks.filter(
    ({ marks, categories }) =>
      marks === milestone && (categories === undefined || (category !== undefined && categories.includes(category))),
  );
  const criteria = plan.termination.criteria.filter(({ marks }) => marks === milestone);
  return new Set([...tasks.map(({ id }) => taskKey(id)), ...criteria.map(({ id }) => criterionKey(id))]);
}

function categoryOf(events: IncidentEvent[]): string | undefined {
  return all(events, ['categoryChanged']).at(-1)?.to ?? first(events, ['reported'])?.category;
}

const taskKey = (id: string) => `task ${id}`;
const criterionKey = (id: string) => `criterion ${id}`;

/**
 * Since when it has been so: what was taken back does not count, nor does what had to be confirmed anew and was not.
 * Whoever takes a criterion back says that it is not so, whatever else said it before.
 */
function standing(stretch: IncidentEvent[], marked: ReadonlySet<string>): Mark | undefined {
  const since = new Map<string, Mark>();
  for (const event of stretch) {
    const when = mark(event);
    switch (event.type) {
      case 'taskFinished':
        if (marked.has(taskKey(event.task))) put(taskKey(event.task), when);
        break;
      case 'criteriaConfirmed':
        for (const key of event.criteria.map(criterionKey)) if (marked.has(key)) put(key, when);
        break;
      case 'criteriaLapsed':
        for (const id of event.criteria) since.delete(criterionKey(id));
        break;
      case 'criteriaWithdrawn':
        if (event.criteria.some((id) => marked.has(criterionKey(id)))) since.clear();
        break;
      default:
    }
  }
  return [...since.values()].reduce<Mark | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);

  function put(key: string, when: Mark): void {
    if (!since.has(key)) since.set(key, when);
  }
}

/** Only where the plan says by what an intruder of this category is seen to be out. */
function dwell(events: IncidentEvent[], plan: CompiledPlan): Time {
  const marked = markedFor('evicted', events, plan);
  if (marked.size === 0)
    return unknown(plan.tasks.some(({ marks }) => marks) ? 'not_security' : 'no_milestone_in_plan');
  return between(firstAccess(events, plan), standing(stretchesOf(events).at(-1) ?? [], marked), {
    noFrom: 'first_access_unknown',
    noTo: 'not_evicted',
  });
}

/** The earliest that somebody has told, since it was last said not to be so. */
function firstAccess(events: IncidentEvent[], plan: CompiledPlan): Mark | undefined {
  const facts = plan.facts.filter(({ marks }) => marks === 'firstAccess').map(({ id }) => id);
  let found: Mark | undefined;
  for (const { values, observedAt, seq } of all(events, ['factAdded'])) {
    const told = facts.map((id) => values[id]).filter((value) => value !== undefined);
    if (told.length > 0 && told.every((value) => value === false)) found = undefined;
    if (observedAt === undefined || !told.includes(true)) continue;
    if (found === undefined || observedAt < found.at) found = { at: observedAt, seq };
  }
  return found;
}

const BEGINS = ['activated', 'reopened'] as const;
const ENDS = ['terminated', 'rejected', 'merged'] as const;

/** How long people were at it: from each start of the response to its end. The watch is no part of it. */
function response(events: IncidentEvent[]): Time {
  const times: Time[] = [];
  let from: Mark | undefined;
  for (const event of all(events, [...BEGINS, ...ENDS])) {
    const isBegin = event.type === 'activated' || event.type === 'reopened';
    if (isBegin) from ??= mark(event);
    else if (from !== undefined) {
      times.push(between(from, mark(event), { noFrom: 'not_activated', noTo: 'running' }));
      from = undefined;
    }
  }
  if (from !== undefined) return unknown('running', from);
  return times.length === 0 ? unknown('not_activated') : sum(times);
}
