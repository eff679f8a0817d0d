import { targetKey, whoActed } from '../domain/incident/index.js';
import type { IncidentEvent, Target } from '../domain/incident/index.js';
import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';

/** Whether somebody has done something on the record since being called for this. */
export type Acted = (target: Target, person: PersonId) => boolean;

export function actedIn(events: readonly IncidentEvent[]): Acted {
  const called = new Map<string, number>();
  const acted = new Map<PersonId, number>();
  for (const event of events) {
    const person = whoActed(event);
    if (person !== undefined) acted.set(person, event.seq);
    if (event.type !== 'called') continue;
    for (const { target, people } of event.calls) {
      for (const id of people) called.set(callKey(target, id), event.seq);
    }
  }
  return (target, person) => (acted.get(person) ?? 0) > (called.get(callKey(target, person)) ?? Infinity);
}

export function callKey(target: Target, person: PersonId): string {
  return `${targetKey(target)} ${person}`;
}

/** Besides saying that they come. */
export function lastActs(events: readonly IncidentEvent[]): Map<PersonId, Instant> {
  const last = new Map<PersonId, Instant>();
  for (const event of events) {
    const person = event.type === 'acknowledged' ? undefined : whoActed(event);
    if (person !== undefined) last.set(person, event.at);
  }
  return last;
}
