import type { IncidentEvent } from '../../domain/incident/index.js';

/** The events that a view of an incident quotes, by `seq`: what the state does not carry, so that it can be erased. */
export type Quoted = ReadonlyMap<number, IncidentEvent>;

/** Erased ones are empty. */
export function textsOf(quoted: Quoted, seq: number): Record<string, string> {
  const event = quoted.get(seq);
  return event !== undefined && 'texts' in event ? { ...event.texts } : {};
}
