import { z } from 'zod';
import { ANALYSIS_KINDS } from '../../domain/incident/index.js';
import { asked } from './asked.js';
import { Actor, LongText, Reason, Time } from './common.js';
import { HttpLink, Sha256 } from './evidence.js';

/** As ids of plans are. */
const Name = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);

export const AnalysisRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z
        .literal('record')
        .describe('The whole analysis: it takes the place of what was recorded before, and has to be completed anew.'),
      items: z
        .array(
          z.strictObject({
            id: Name.describe('By which other items point to it; neither `method` nor `nature`.'),
            kind: z.enum(ANALYSIS_KINDS),
            text: Reason.min(1),
            at: Time.optional().describe('When it happened; required of an entry of the timeline.'),
            of: Name.optional().describe(
              'Of a `why`: the cause, or the why before it, that it asks after; required. Of a `root` cause: the why that ends in it.',
            ),
            evidence: Sha256.optional().describe('Of a file that was stored before, see the evidence of the incident.'),
            link: HttpLink.optional().describe('Where the evidence can be seen.'),
          }),
        )
        .min(1)
        .max(200),
      method: LongText.optional().describe('How it was found out.'),
      nature: LongText.optional().describe(
        'Of the incident: made by people or not, meant or not, ours or a supplier’s.',
      ),
      ...asked,
    }),
    z.strictObject({
      action: z
        .literal('complete')
        .describe('Needs a direct cause, a root cause, and for each root cause whys that lead to it from a cause.'),
      ...asked,
    }),
  ])
  .meta({ id: 'AnalysisRequest', examples: [{ action: 'complete', preview: true }] });

export const Analysis = z
  .object({
    due: Time.optional().describe('Absent before the end, and where the plan wants none at this level.'),
    version: z.int().min(0).describe('0 while nothing is recorded.'),
    recordedAt: Time.optional(),
    recordedBy: Actor.optional(),
    completed: z.object({ at: Time, by: Actor }).optional(),
    lacks: z.array(z.object({ code: z.string(), words: z.string() })).describe('What it lacks to be completed.'),
    method: z.string().optional(),
    nature: z.string().optional(),
    items: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(ANALYSIS_KINDS),
          text: z.string().optional().describe('Absent where it was erased.'),
          at: Time.optional(),
          of: z.string().optional(),
          evidence: z.string().optional(),
          link: z.string().optional(),
        }),
      )
      .describe('As it was recorded last.'),
  })
  .meta({ id: 'Analysis', description: 'The cause analysis of an incident.' });
export type Analysis = z.infer<typeof Analysis>;
