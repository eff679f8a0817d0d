import type { EventType, IncidentEvent } from '../incident/index.js';
import type { Basis, CriterionId, Holders } from '../plan/compiled.js';
import { holdersBefore } from '../plan/peopleChange.js';
import { weaknessesIn } from '../weaknesses.js';
import type { Weakness } from '../weaknesses.js';
import type { DrillState } from './state.js';

/** `seqs`: of the incident, the events in which it did harm. */
export type DrillWeakness = Weakness & { seqs: number[] };

/** The events of an incident that it shows in, and those that say who was there before a real incident took people. */
export const EXAMINED: readonly EventType[] = [
  'activated',
  'levelChanged',
  'reopened',
  'tasksOpened',
  'tasksOverdue',
  'quorumMissed',
  'obligationsMissed',
  'stockAllocated',
  'preempted',
];

/** What the drill brought to light of the plan, the roster and the ledger that it played: of what it touched, by its events. */
export function weaknessesSeen(
  { plan, holders }: Pick<Basis, 'plan' | 'holders'>,
  { category }: Pick<DrillState['scenario'], 'category'>,
  events: readonly IncidentEvent[],
): DrillWeakness[] {
  const levels = new Set<string>();
  const opened = new Set<string>();
  const short: { resource: string; missing: number }[] = [];
  for (const event of events) {
    if (event.type === 'activated' || event.type === 'reopened') levels.add(event.level);
    if (event.type === 'levelChanged') levels.add(event.to);
    if (event.type === 'tasksOpened') for (const { task } of event.tasks) opened.add(task);
    if (event.type === 'stockAllocated' && event.first === true && event.missing > 0) {
      const { resource } = event.need;
      if (resource !== undefined) short.push({ resource, missing: event.missing });
    }
  }
  return weaknessesIn({ plan, holders: withTaken(holders, events), category, levels, opened, short }).map((one) => ({
    ...one,
    seqs: events.filter((event) => didHarm(one, event)).map(({ seq }) => seq),
  }));
}

/** That a real incident has taken somebody is no weakness of the plan, nor of the roster. */
function withTaken(holders: Holders, events: readonly IncidentEvent[]): Holders {
  return events.reduceRight(
    (after, event) => (event.type === 'preempted' ? holdersBefore(after, event) : after),
    holders,
  );
}

function didHarm(weakness: Weakness, event: IncidentEvent): boolean {
  switch (weakness.code) {
    case 'team_without_substitutes':
      return event.type === 'quorumMissed' && event.team === weakness.team;
    case 'time_box_beyond_limit':
      return event.type === 'obligationsMissed' && event.obligations.includes(weakness.obligation);
    case 'item_short':
      return event.type === 'stockAllocated' && event.missing > 0 && event.need.resource === weakness.resource;
    case 'task_without_owner':
      return event.type === 'tasksOverdue' && event.tasks.includes(weakness.task);
    case 'post_without_deputy':
      // That the one person was away is seen by what nobody did; whose fault it was no event says.
      return false;
  }
}

/** Those that the plan holds against this criterion. */
export function weaknessesAgainst(
  { rules, weaknesses = [] }: Pick<DrillState, 'rules' | 'weaknesses'>,
  criterion: CriterionId,
): DrillWeakness[] {
  const codes = rules.evaluation?.criteria.find(({ id }) => id === criterion)?.weaknesses ?? [];
  return weaknesses.filter(({ code }) => codes.includes(code));
}
