import type { Pattern } from '../plan/compile/scenario.js';
import type { PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';

/** What the drill sees of an event of its incident: no words, ids and figures only. */
export interface SeenEvent {
  seq: number;
  type: string;
  /** In the time of the story. */
  at: Instant;
  /** Of its top level; of a person's decision also `authority`, the post by which it was taken. */
  fields: Record<string, string | number | boolean>;
  /** Played by the simulator. */
  simulated?: true;
}

export function fits({ type, fields }: SeenEvent, { event, where = {} }: Pattern, by?: readonly PostId[]): boolean {
  if (type !== event) return false;
  if (!Object.entries(where).every(([field, value]) => fields[field] === value)) return false;
  const { authority } = fields;
  return by === undefined || by.length === 0 || (typeof authority === 'string' && by.includes(authority));
}
