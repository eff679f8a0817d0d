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
          confidence: Confidence.optional().describe(
            'Absent where the value comes from a report, which does not say it.',
          ),
        }),
      )
      .describe(
        'What is known now: what was reported, over it what was told since, the later word counting, and over both a worse value from another report that came after.',
      ),
    questions: z
      .array(z.object({ id: z.string(), text: z.string(), by: Actor, at: Time }))
      .describe('Those without an answer, the oldest first.'),
  })
  .meta({ id: 'Situation' });
