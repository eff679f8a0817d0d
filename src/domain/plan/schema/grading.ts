import { z } from 'zod';
import { id, ids, listOf, record, row, text } from '../fields.js';

/** A palette, not free values: every surface has a readable shade and a word in both languages for each. */
const COLOURS = ['red', 'orange', 'amber', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;

/** Laws, standards and the organisation's own decisions that the plan refers to. */
export const sources = listOf(record({ id, title: text }));

export const categories = listOf(record({ id, row: row.exactOptional(), name: text, description: text }));

/** How bad: most severe first. `level` is the response level that it normally calls for; a person may decide otherwise. */
export const incidentLevels = listOf(record({ id, name: text, colour: z.enum(COLOURS), level: id }));

/** What we do: most severe first. */
export const levels = listOf(record({ id, name: text, decidedBy: ids }));

/** What may be known about an incident. A number without its unit means nothing. */
export const facts = listOf(
  z.discriminatedUnion('type', [
    record({ id, name: text, type: z.literal('number'), unit: text }),
    record({ id, name: text, type: z.literal('boolean') }),
  ]),
);

/** Exactly one of `atLeast` (numbers) and `is` (booleans); in Chinese thresholds 以上 includes the number. */
export const gradingCriteria = listOf(
  record({
    id,
    fact: id,
    atLeast: z.number().positive().exactOptional(),
    is: z.boolean().exactOptional(),
    incidentLevel: id,
    text,
    source: record({ document: id, clause: text.exactOptional() }),
    /** Whether the threshold was compared with the text of the source. */
    verified: z.boolean(),
  }),
);
