import { DECISIONS } from '../compiled.js';
import type { Decision } from '../compiled.js';
import { id, ids, listOf, record, text } from '../fields.js';

/** A post with a `team` is called with that team; one without belongs to command or acts alone. */
export const posts = listOf(record({ id, name: text, duties: text, team: id.exactOptional() }));

export const teams = listOf(record({ id, name: text, duties: text, lead: id }));

/** Deputies in the order in which they take over; without one, command lapses with one silent telephone. */
export const command = record({ commander: id, deputies: ids });

/** Who may take the decisions that do not depend on the level. */
export const authority = record(
  Object.fromEntries(DECISIONS.map((decision) => [decision, ids])) as Record<Decision, typeof ids>,
);
