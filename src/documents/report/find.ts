import type { EventOf, EventType, IncidentEvent } from '../../domain/incident/index.js';

export function firstOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T> | undefined {
  return events.find((event): event is EventOf<T> => (types as EventType[]).includes(event.type));
}

export function lastOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T> | undefined {
  return events.findLast((event): event is EventOf<T> => (types as EventType[]).includes(event.type));
}

export function allOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => (types as EventType[]).includes(event.type));
}
