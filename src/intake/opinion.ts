import { z } from 'zod';
import { Id, Line, Time } from './fields.js';

const Count = z.int().min(0);

/** What somebody or something has seen in public, in figures. */
export const opinionFigures = {
  source: Line.max(100).describe('A platform, a monitor, a hotline; never a person.'),
  observedAt: Time.optional().describe('When it was so. Default: now.'),
  volume: Count.optional().describe('Mentions, calls or tickets that the source counted.'),
  usual: Count.optional().describe('As many as it counts on other days at that time.'),
  sentiment: z.int().min(-2).max(2).optional().describe('From -2, very negative, to 2, very positive.'),
  reach: Count.optional().describe('How many people have seen it.'),
};

const Words = z
  .string()
  .max(2_000)
  .regex(/^[^\0\p{Cs}]*$/u);

/** What `POST /hooks/public-opinion` takes: an entry, and which incident it is about. */
export const OpinionPayload = z
  .strictObject({
    incidentId: Id.optional().describe('The incident, by its id. Only so does an entry get into a drill.'),
    dedupKey: Line.optional().describe(
      'Or what its reporting source calls this occurrence: the real incident that runs under it.',
    ),
    dedupSource: Line.optional().describe('With `dedupKey`: the source that reported it. Default: the one that signs.'),
    ...opinionFigures,
    claim: Words.optional().describe('What is claimed, the main point of it.'),
    link: z
      .string()
      .max(2_000)
      .regex(/^https?:\/\/\S+$/)
      .optional(),
  })
  .refine(({ incidentId, dedupKey }) => (incidentId === undefined) !== (dedupKey === undefined), {
    path: ['incidentId'],
  })
  .refine(({ dedupKey, dedupSource }) => dedupSource === undefined || dedupKey !== undefined, {
    path: ['dedupSource'],
  });
