import { z } from 'zod';
import { MEASURES, RATINGS, WEIGHED_AXES } from '../../domain/plan/compiled.js';
import { asked } from './asked.js';
import { Actor, Id, Line, LongText, Named, Reason, Time } from './common.js';
import { Document } from './document.js';

const Rating = z
  .enum(RATINGS)
  .describe('Performed, with some challenges, with major challenges, unable to be performed.');
const People = z.array(Id).min(1).max(100);

export const SummaryRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('call').describe('By the chair or command. A later call takes the place of it.'),
      at: Time.describe('Of the meeting.'),
      place: Line,
      participants: People.optional().describe('Default: whoever holds the posts that the plan names.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('hold').describe('Records what came of it. Recorded again, the latest counts.'),
      present: People,
      ratings: z.array(z.strictObject({ criterion: Id, rating: Rating })).max(100),
      conclusions: LongText,
      notes: z.record(Id, Reason).optional().describe('What was said on a criterion, by its id.'),
      reason: Reason.optional().describe(
        'Wanted where nothing is rated although the plan has criteria, and where one person alone was present.',
      ),
      ...asked,
    }),
  ])
  .meta({
    id: 'SummaryRequest',
    examples: [
      {
        action: 'hold',
        present: ['lin-wei', 'chen-jing'],
        ratings: [{ criterion: 'E-13', rating: 'S' }],
        conclusions: 'The response was timely; the switch-over has to be rehearsed.',
        preview: true,
      },
    ],
  });

const Criterion = z.object({
  id: z.string(),
  name: z.string(),
  axis: z.enum(WEIGHED_AXES).optional().describe('Absent where it is rated and does not count.'),
  critical: z.boolean().describe('Rated U, it caps the conclusion.'),
  rating: Rating.optional().describe('Absent where it was not rated, or nothing is held yet.'),
  ratingName: z.string().optional(),
  note: z.string().optional(),
  measured: z
    .object({
      measure: z.enum(MEASURES),
      name: z.string(),
      words: z.string().describe('The figure, or why there is none.'),
    })
    .optional()
    .describe('What the record says, as evidence beside the rating; people rate.'),
});

export const Summary = z
  .object({
    seq: z.int().describe('The last event that this includes.'),
    asked: z.object({ at: Time, dueAt: Time }).optional().describe('Absent where the plan wants none now.'),
    agenda: z.array(z.string()),
    participants: z.array(Named).describe('Whom the plan wants there.'),
    called: z
      .object({ at: Time, place: z.string().optional(), participants: z.array(Named), calledAt: Time, by: Actor })
      .optional()
      .describe('The meeting that is to come.'),
    criteria: z.array(Criterion).describe('Empty where the plan has none: it is held without ratings.'),
    held: z
      .object({
        version: z.int(),
        at: Time,
        by: Actor,
        present: z.array(Named),
        score: z.number().optional(),
        conclusion: Named.optional(),
        how: z.array(z.string()).describe('How the score comes about, in sentences.'),
        conclusions: z.string().optional().describe('Absent once it is erased.'),
        document: Document.optional().describe('Absent while it is not written.'),
      })
      .optional(),
  })
  .meta({ id: 'Summary' });
export type Summary = z.infer<typeof Summary>;
