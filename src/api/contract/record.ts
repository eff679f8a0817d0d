import { z } from 'zod';
import { FAULT_CODES, NO_BUNDLE_REASONS, REMARK_CODES } from '../../domain/record.js';
import { Seq } from './common.js';

const Count = z.int().min(0);

const RecordFault = z
  .object({
    code: z.enum(FAULT_CODES),
    why: z.enum(NO_BUNDLE_REASONS).optional().describe('Why a file is no bundle.'),
    improvement: z.string().optional().describe('Of the incident, of which it is said; in a bundle alone.'),
    seq: Seq.optional().describe('The event that it is about.'),
    type: z.string().optional().describe('Of that event.'),
    item: z.string().optional().describe('What it is about besides: a field, a file, a person.'),
    found: z.string().optional(),
    needed: z.string().optional(),
    words: z.string().describe('The same in the language of the request.'),
  })
  .meta({ id: 'RecordFault', description: 'Something that is not as it was recorded.' });

const RecordRemark = z
  .object({
    code: z.enum(REMARK_CODES),
    improvement: z.string().optional().describe('Of the incident, of which it is said; in a bundle alone.'),
    count: Count.optional(),
    item: z.string().optional(),
    words: z.string(),
  })
  .meta({ id: 'RecordRemark', description: 'What the check could not look into, or leaves open.' });

/** As a hash of an event is written down: its first digits are enough, but not so few that one could be made to fit. */
const HEAD = String.raw`[1-9]\d{0,14}:[0-9a-f]{16,64}`;

export const HeadsQuery = z.strictObject({
  heads: z
    .string()
    .regex(new RegExp(`^${HEAD}(,${HEAD}){0,19}$`))
    .optional()
    .describe(
      'Hashes that were kept elsewhere, each as number of the event, colon and 16 to 64 digits; with commas between.',
    ),
});

const found = {
  faults: z.array(RecordFault).describe('The first 200.'),
  faultsInAll: Count,
  remarks: z.array(RecordRemark),
};

export const RecordVerification = z
  .object({
    incidentId: z.string(),
    intact: z.boolean().describe('No fault was found.'),
    seq: Seq,
    head: z.string().describe('The hash of the last event: keep it elsewhere.'),
    checked: z
      .object({
        events: Count,
        messages: Count,
        repeated: Count.describe('Messages that, decided once more, give exactly the events on record.'),
        notices: Count,
        documents: Count,
        evidence: Count,
        plans: Count,
        improvements: Count.optional().describe('Of the incident; in a bundle alone.'),
      })
      .describe('How much was compared.'),
    improvements: z
      .array(z.object({ id: z.string(), seq: Seq, head: z.string() }))
      .optional()
      .describe('The heads of those that came of it; in a bundle alone.'),
    ...found,
  })
  .meta({ id: 'RecordVerification' });
export type RecordVerification = z.infer<typeof RecordVerification>;

export const ImprovementVerification = z
  .object({
    improvementId: z.string(),
    intact: z.boolean().describe('No fault was found.'),
    seq: Seq,
    head: z.string().describe('The hash of the last event: keep it elsewhere.'),
    checked: z.object({ events: Count, evidence: Count }),
    ...found,
  })
  .meta({ id: 'ImprovementVerification' });
export type ImprovementVerification = z.infer<typeof ImprovementVerification>;

export const DrillVerification = z
  .object({
    drillId: z.string(),
    intact: z.boolean().describe('No fault was found. The incident that was played is checked by itself.'),
    seq: Seq,
    head: z.string().describe('The hash of the last event: keep it elsewhere.'),
    checked: z.object({ events: Count, documents: Count }),
    ...found,
  })
  .meta({ id: 'DrillVerification' });
export type DrillVerification = z.infer<typeof DrillVerification>;
