import { z } from 'zod';

// Neither NUL nor half a surrogate pair: PostgreSQL stores neither, and no hash over them could be repeated elsewhere.
const STORABLE = /^[^\0\p{Cs}]*$/u;
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;

/** Text of several lines. */
export const LongText = z.string().max(10_000).regex(STORABLE);
/** Why somebody decides so; as long as the machine takes. */
export const Reason = z.string().max(2_000).regex(STORABLE);
/** Text that ends up in subject lines and lists. */
export const Line = z.string().trim().min(1).max(200).regex(ONE_LINE);
/** An id from plan or roster, or one that the server gave. */
export const Id = z.string().min(1).max(200).regex(ONE_LINE);

export const Time = z.iso
  .datetime({ offset: true })
  .meta({ id: 'Time', description: 'ISO 8601 with offset; answers use UTC.', examples: ['2026-11-22T08:30:00.000Z'] });

/** A string is the id of an option of a choice. */
export const FactValue = z.union([z.number(), z.boolean(), Id]);

/** What grading reads: the plan says which facts exist and which type each has. */
export const Facts = z.record(Id, FactValue).meta({
  id: 'Facts',
  description: 'By fact id of the plan: numbers, booleans, and options of choices, that the grading criteria read.',
  examples: [{ usersAffected: 12000, dataLost: false }],
});

/** What somebody tells us, whatever way it comes. */
export const reportFields = {
  category: Id.describe('A category of the plan.'),
  title: Line,
  place: Line.describe('Where: a site, a system, an environment.'),
  occurredAt: Time.optional().describe('When it happened, if that is known.'),
  cause: LongText.optional(),
  impact: LongText.optional(),
  description: LongText.optional(),
  dedupKey: Line.optional().describe(
    'What the source calls this occurrence: a further report under the same key is added to the incident that runs already.',
  ),
  facts: Facts.optional().describe('Default: none is known. An unknown fact never lowers the proposed level.'),
};
