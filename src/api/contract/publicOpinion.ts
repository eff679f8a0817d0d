import { z } from 'zod';
import { OpinionPayload, opinionFigures } from '../../intake/opinion.js';
import { asked, reason } from './asked.js';
import { Actor, Id, Limit, Named, Reason, Seq, Time } from './common.js';
import { HttpLink } from './evidence.js';

const Entry = z
  .string()
  .regex(/^o\d{1,9}$/)
  .describe('Of the entry: `o` and a number.');

export const OpinionRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z
        .literal('record')
        .describe(
          'By the post that watches, its deputies, the lead of its team, or command. Something has to be told.',
        ),
      ...opinionFigures,
      untrue: z.boolean().optional().describe('What is claimed is not so.'),
      alerts: z
        .array(Id)
        .max(100)
        .optional()
        .describe('Alerts of the plan that only a person can judge, and that are reached.'),
      claim: Reason.optional().describe('What is claimed, the main point of it.'),
      note: Reason.optional(),
      link: HttpLink.optional(),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('reply').describe('Registers that an entry was answered, once.'),
      entry: Entry,
      reply: Reason.describe('What was answered.'),
      repliedAt: Time.optional().describe('When it went out. Default: now.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('end').describe('No entries are due any more; only after the end of the response.'),
      reason,
      ...asked,
    }),
  ])
  .meta({
    id: 'OpinionRequest',
    examples: [
      { action: 'record', source: 'Microblogs', volume: 1200, usual: 200, sentiment: -1, claim: 'Money is lost' },
    ],
  });

export const OpinionHookRequest = OpinionPayload.meta({
  id: 'OpinionHookRequest',
  examples: [{ dedupKey: 'checkout-down', source: 'Microblogs', volume: 1200, usual: 200, sentiment: -1 }],
});

export const OpinionQuery = z.strictObject({ limit: Limit(500, 50) });

const Sentiment = z
  .object({ value: z.int(), words: z.string() })
  .describe('From -2, very negative, to 2, very positive.');

const summary = {
  count: z.int().describe('Entries in all.'),
  volume: z
    .object({ source: z.string(), count: z.int(), usual: z.int().optional(), before: z.int().optional() })
    .optional()
    .describe('Of the latest entry that counted; `before`: what the same source counted the time before.'),
  sentiment: Sentiment.optional().describe('The last that was told.'),
  raised: z.array(Named).describe('Alerts that people were told of and that have not sunk since.'),
  dueAt: Time.optional().describe('When the next entry is due; absent where none is.'),
  ended: z
    .object({ at: Time, by: Actor, reason: z.string() })
    .optional()
    .describe('Somebody decided that it is watched no more.'),
};

export const OpinionSummary = z
  .object(summary)
  .meta({ id: 'OpinionSummary', description: 'What is said in public, and where that goes.' });
export type OpinionSummary = z.infer<typeof OpinionSummary>;

export const PublicOpinion = z
  .object({
    id: z.string().describe('Of the incident.'),
    seq: Seq,
    ...summary,
    entries: z
      .array(
        z.object({
          id: z.string(),
          seq: Seq.describe('The event that tells it.'),
          at: Time,
          by: Actor,
          source: z.string(),
          observedAt: Time,
          volume: z.int().optional(),
          usual: z.int().optional(),
          sentiment: Sentiment.optional(),
          reach: z.int().optional(),
          untrue: z.boolean().describe('A person says that what it claims is not so.'),
          claim: z.string().optional(),
          note: z.string().optional(),
          link: z.string().optional(),
          alerts: z.array(Named).describe('Alerts of the plan that it reached, or that a person named.'),
          told: z.array(Named).describe('Those of them that people were told of by it.'),
          reply: z
            .object({
              at: Time,
              by: Actor,
              text: z.string().optional().describe('Absent where it was erased.'),
              after: z.int().describe('Milliseconds from when it was seen to the reply.'),
            })
            .optional(),
        }),
      )
      .describe('The newest first.'),
    earlier: z.int().describe('How many entries came before these; the timeline has them.'),
  })
  .meta({ id: 'PublicOpinion' });
export type PublicOpinion = z.infer<typeof PublicOpinion>;
