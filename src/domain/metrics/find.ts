import type { EventOf, EventType, IncidentEvent } from '../incident/index.js';
import type { Mark } from './metric.js';

/** The first event of one of these types, as far as it fits. */
export function first<T extends EventType>(
  events: IncidentEvent[],
  types: readonly T[],
  fits: (event: EventOf<T>) => boolean = () => true,
): EventOf<T> | undefined {
  return events.find((event): event is EventOf<T> => isOneOf(event, types) && fits(event));
}

export function all<T extends EventType>(events: IncidentEvent[], types: readonly T[]): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => isOneOf(event, types));
}

export function mark(event: IncidentEvent): Mark;
export function mark(event: IncidentEvent | undefined): Mark | undefined;
export function mark(event: IncidentEvent | undefined): Mark | undefined {
  if (event === undefined) return undefined;
  return { at: event.at, seq: event.seq, ...(event.via === 'simulator' ? { simulated: true as const } : {}) };
}

function isOneOf<T extends EventType>(event: IncidentEvent, types: readonly T[]): event is EventOf<T> {
  return (types as readonly EventType[]).includes(event.type);
}
