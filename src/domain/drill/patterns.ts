import type { Sought } from '../plan/compile/scenario.js';
import type { PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';

export type Scalar = string | number | boolean;

/** What the drill sees of an event of its incident: no words, ids and figures only. */
export interface SeenEvent {
  seq: number;
  type: string;
  /** In the time of the story. */
  at: Instant;
  /** Of its top level; of a person's decision also `authority`, the post by which it was taken. */
  fields: Record<string, Scalar | Scalar[]>;
  /** Played by the simulator. */
  simulated?: true;
}

/** Where the event has a list, the list has what is sought. */
export function fits({ type, fields }: SeenEvent, { event, where = {} }: Sought, by?: readonly PostId[]): boolean {
  if (type !== event) return false;
  const has = ([field, value]: [string, Scalar]) => {
    const found = fields[field];
    return Array.isArray(found) ? found.includes(value) : found === value;
  };
  if (!Object.entries(where).every(has)) return false;
  const { authority } = fields;
  return by === undefined || by.length === 0 || (typeof authority === 'string' && by.includes(authority));
}
