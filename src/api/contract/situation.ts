import { z } from 'zod';
import { CONFIDENCES } from '../../domain/incident/index.js';
import { asked } from './asked.js';
import { Actor, Facts, FactValue, Id, Line, Named, Reason, Seq, Time } from './common.js';

const Confidence = z.enum(CONFIDENCES).describe('How far whoever tells it vouches for it.');

export const FactRequest = z
  .strictObject({
    values: Facts.optional().describe('Facts of the plan; at least one of `values` and `statement` is needed.'),
    statement: Reason.optional().describe('What the plan has no fact for, in words.'),
    source: Line.describe('Where it comes from: a person, a system, a call.'),
    observedAt: Time.optional().describe('When it was so. Default: not told.'),
    confidence: Confidence,
    ...asked,
  })
  .meta({
    id: 'FactRequest',
    examples: [{ values: { usersAffected: 52000 }, source: 'Dashboard of the checkout', confidence: 'likely' }],
  });

export const QuestionRequest = z
  .strictObject({ text: Reason.max(500).describe('What nobody knows yet and somebody has to find out.'), ...asked })
  .meta({ id: 'QuestionRequest', examples: [{ text: 'Are all orders in the ledger?' }] });

export const QuestionAnswerRequest = z
  .strictObject({ text: Reason, ...asked })
  .meta({ id: 'QuestionAnswerRequest', examples: [{ text: 'Yes, compared at 03:40' }] });

export const QuestionParams = z.object({ incidentId: Id, questionId: Id.describe('Of an open question.') });

/** What is told has a teller; the other fields only where somebody added it. */
const telling = {
  by: Actor.describe('Who told it.'),
  source: z
    .string()
    .optional()
    .describe('Where it comes from, as they said. Absent where a report told it, and where the text was erased.'),
  observedAt: Time.optional().describe('When it was so, where that was told.'),
  from: z.string().optional().describe('The merged incident whose report told it.'),
  confidence: Confidence.optional().describe('Absent where it comes from a report, which does not say it.'),
};
export type Telling = z.infer<z.ZodObject<typeof telling>>;

export const Statement = z
  .object({
    text: z.string().optional().describe('Absent where it was erased.'),
    at: Time.describe('When it was told.'),
    seq: Seq.describe('The event that told it.'),
    ...telling,
  })
  .meta({ id: 'Statement', description: 'What somebody has told in words.' });
export type Statement = z.infer<typeof Statement>;

export const Situation = z
  .object({
    facts: z
      .array(
        z.object({
          fact: Named,
          value: FactValue,
          words: z.string().describe('Fact and value in words.'),
          at: Time.describe('When this value was told.'),
          seq: Seq.describe('The event that told it: the report, an added fact, or another report of the same thing.'),
          ...telling,
        }),
      )
      .describe(
        'What is known now: what was reported, over it what was told since, the later word counting, and over both a worse value from another report that came after.',
      ),
    statements: z.array(Statement).describe('What was told in words: the latest, the newest last.'),
    earlierStatements: z.int().min(0).describe('How many statements came before these; the timeline has them.'),
    questions: z
      .array(z.object({ id: z.string(), text: z.string(), by: Actor, at: Time }))
      .describe('Those without an answer, the oldest first.'),
  })
  .meta({ id: 'Situation' });
