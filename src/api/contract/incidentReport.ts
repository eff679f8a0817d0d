import { z } from 'zod';
import { REPORT_PARTS, REPORT_STAGES } from '../../domain/incident/index.js';
import { asked, reason } from './asked.js';
import { Actor, Id, LongText, Named, Reason, Time } from './common.js';
import { Document } from './document.js';

const version = z.int().min(1).max(1_000_000).describe('The one that was submitted last, and that you have read.');

export const IncidentReportRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z
        .literal('edit')
        .describe('Puts sections into your words. A version on its way to approval is thereby taken back.'),
      sections: z
        .record(Id, LongText)
        .describe('By section of the plan. An empty text takes the words back and leaves the section to Muster.'),
      ...asked,
    }),
    z.strictObject({ action: z.literal('submit').describe('Makes a version, which somebody else reviews.'), ...asked }),
    z.strictObject({ action: z.literal('return'), version, remarks: Reason, ...asked }),
    z.strictObject({ action: z.literal('review').describe('By somebody else than submitted it.'), version, ...asked }),
    z.strictObject({
      action: z.literal('approve').describe('By somebody who neither submitted nor reviewed it.'),
      version,
      ...asked,
    }),
    z.strictObject({ action: z.literal('revise').describe('Opens the approved report again.'), reason, ...asked }),
  ])
  .meta({ id: 'IncidentReportRequest', examples: [{ action: 'review', version: 2, preview: true }] });

const Signed = z.object({ at: Time, by: Actor });

export const IncidentReport = z
  .object({
    stage: z
      .enum(REPORT_STAGES)
      .describe(
        '`draft`: with its owner. `review`, `approval`: a version waits for it. `approved`: until it is revised.',
      ),
    turn: z.object({ post: Named, person: Named.optional() }).optional().describe('Whose turn it is.'),
    due: Time.optional().describe('Absent before the end.'),
    draft: Document.optional().describe('What Muster wrote from the record alone; absent while it is not written.'),
    sections: z
      .array(
        z.object({
          section: Named,
          text: z.string().optional().describe('In people’s own words; absent where Muster alone writes it.'),
          by: Actor.optional(),
          at: Time.optional(),
        }),
      )
      .describe('Of the plan, in its order.'),
    versions: z
      .array(
        z.object({
          version: z.int(),
          submitted: Signed,
          lacks: z
            .array(z.enum(REPORT_PARTS))
            .optional()
            .describe(
              'What belongs into it and was not there when it was submitted: `watch`, how the watch ended; `analysis`, declared complete; `lessons`, collected; `prevention`, measures. Once that comes, the version goes back to draft. Absent: nothing, or an earlier release does not say.',
            ),
          document: Document.optional().describe('Absent while it is not written.'),
          returned: Signed.extend({ stage: z.enum(['review', 'approval']), remarks: z.string().optional() }).optional(),
          reviewed: Signed.optional(),
          approved: Signed.optional(),
          approvedDocument: Document.optional().describe(
            'The same with its sign-offs; absent while it is not written.',
          ),
        }),
      )
      .describe('Everything that was submitted, the first one first.'),
  })
  .meta({ id: 'IncidentReport', description: 'The report at the end of an incident, and its way to approval.' });
export type IncidentReport = z.infer<typeof IncidentReport>;
