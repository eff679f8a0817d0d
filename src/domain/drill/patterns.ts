import { isExpected, isSought } from '../incident/soughtEvent.js';
import type { Shown } from '../incident/soughtEvent.js';
import type { Expectation, Sought } from '../plan/compile/scenario.js';
import type { PersonId, PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';

export type Scalar = string | number | boolean;

/** What the drill sees of an event of its incident: no words, ids and figures only. */
export interface SeenEvent {
  seq: number;
  type: string;
  /** In the time of the story. */
  at: Instant;
  /** The person who acted. */
  person?: PersonId;
  /** Of its top level; of a person's decision also `authority`, the post by which it was taken. */
  fields: Record<string, Scalar | Scalar[]>;
  /** Played by the simulator. */
  simulated?: true;
}

export function fits(seen: SeenEvent, sought: Sought): boolean {
  return isSought(asShown(seen), sought);
}

/** `posts`: of each person. */
export function fitsExpected(seen: SeenEvent, expected: Expectation, posts: Record<PersonId, PostId[]>): boolean {
  return isExpected(asShown(seen), expected, (person, post) => posts[person]?.includes(post) ?? false);
}

function asShown({ type, person, fields }: SeenEvent): Shown {
  return { ...fields, type, ...(person === undefined ? {} : { actor: { kind: 'person', id: person } }) };
}
