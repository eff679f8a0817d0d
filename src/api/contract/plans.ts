import { z } from 'zod';
import { PLAN_STATUSES } from '../../domain/plan/lifecycle/index.js';
import { Actor, Id, LangCode, Line, Named, Reason, Time } from './common.js';

const Day = z.iso.date().meta({ id: 'Day', description: 'A calendar day.', examples: ['2026-11-22'] });

const PlanStatus = z.enum(PLAN_STATUSES).meta({
  id: 'PlanStatus',
  description:
    'Where a version stands: written, fixed and under review, signed, in force (one at a time), followed by another, given up.',
});

export const PlanParams = z.object({
  planId: z.string().describe('`plan.id` of the document.'),
  version: z.string().describe('`plan.version` of the document.'),
});
export const PlanDiffParams = PlanParams.extend({ other: z.string().describe('The version to compare with.') });
export const PlanDocumentParams = PlanParams.extend({ format: z.enum(['docx', 'html']) });
export const PlanDocumentQuery = z.strictObject({
  lang: LangCode.optional().describe('Default: the language of Accept-Language.'),
});

const PlanFiles = z
  .record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.yaml$/), z.string())
  .meta({ id: 'PlanFiles', description: 'YAML texts by name of file; a roster.yaml among them is left out.' });

export const PlanDraftRequest = z
  .strictObject({
    summary: Reason.describe('What is new in this version, and why. Goes on the record and into the revision table.'),
    authors: z
      .array(Id)
      .max(50)
      .optional()
      .describe('People of the roster who wrote it, besides the sender. An author may not be the only reviewer.'),
    document: z.looseObject({}).optional().describe('The plan as one JSON object (`muster plan schema`).'),
    files: PlanFiles.optional().describe('The plan as YAML files.'),
  })
  .refine((draft) => (draft.document === undefined) !== (draft.files === undefined), {
    message: 'document | files',
    path: ['document'],
  })
  .meta({ id: 'PlanDraftRequest', description: 'Exactly one of `document` and `files`.' });

const hash = z
  .string()
  .regex(/^[0-9a-f]{8,64}$/)
  .optional()
  .describe(
    'Of the content that the sender has read, or its beginning. Needed once a version came back to its authors.',
  );

export const PlanReviewRequest = z
  .strictObject({
    outcome: z
      .enum(['approve', 'return', 'withdraw'])
      .describe('`return`: a draft again. `withdraw`: an interest in the matter; the person takes no part any more.'),
    hash,
    remarks: Reason.optional().describe('Needed for `return` (what to change) and `withdraw` (which interest).'),
  })
  .meta({ id: 'PlanReviewRequest', examples: [{ outcome: 'approve', remarks: 'Thresholds fit our contracts' }] });

const rule = Id.describe('Of the finding.');
const place = z.string().max(500).describe('`place` of the finding.');

export const PlanAcceptanceRequest = z
  .strictObject({ rule, place, text: Reason.describe('Why it may stay.'), hash })
  .meta({
    id: 'PlanAcceptanceRequest',
    examples: [{ rule: 'V-72', place: 'control.distribution', text: 'Until May' }],
  });

export const PlanApprovalRequest = z
  .strictObject({
    acceptances: z
      .array(PlanAcceptanceRequest.omit({ hash: true }))
      .max(200)
      .optional()
      .describe('Warnings accepted with the signature.'),
    hash,
    remarks: Reason.optional(),
  })
  .meta({ id: 'PlanApprovalRequest', examples: [{}] });

export const PlanEffectRequest = z
  .strictObject({
    from: Time.optional().describe('Default: now. A date that is set already may be moved until it comes.'),
  })
  .meta({ id: 'PlanEffectRequest', examples: [{ from: '2027-01-01T00:00:00+08:00' }] });

export const PlanWithdrawalRequest = z.strictObject({ reason: Reason }).meta({ id: 'PlanWithdrawalRequest' });

export const PlanFilingRequest = z
  .strictObject({
    reference: Line.describe('The number or receipt that the authority gave.'),
    on: Day,
    text: Reason.optional(),
  })
  .meta({ id: 'PlanFilingRequest', examples: [{ reference: 'BA-2026-0117', on: '2026-12-01' }] });

export const PlanEvaluationRequest = z
  .strictObject({ on: Day, conclusion: Reason, revise: z.boolean().describe('Whether the plan has to be revised.') })
  .meta({ id: 'PlanEvaluationRequest' });

export const NoBody = z.strictObject({}).meta({ id: 'NoBody', description: 'An empty object, or no body.' });

export const PlanSummary = z
  .object({
    id: z.string(),
    version: z.int(),
    title: z.string(),
    status: PlanStatus,
    sample: z.boolean().describe('Brought in at the first start; nobody has approved it.'),
    hash: z.string().describe('SHA-256 of the document, hex.'),
    summary: z.string().describe('What is new in this version.'),
    approvedAt: Time.optional(),
    effectiveFrom: Time.optional().describe('While `status` is `approved`: when it takes effect.'),
    reviewDue: Time.optional(),
    evaluationDue: Time.optional(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof PlanSummary>;

export const PlanList = z
  .object({ items: z.array(PlanSummary).describe('Every version of every plan, the newest of each plan first.') })
  .meta({ id: 'PlanList' });

const PlanStep = z.object({
  n: z.int().describe('1, 2, 3 … within the version; steps are only ever added.'),
  at: Time,
  by: Actor,
  type: z.string(),
  words: z.string().describe('What happened, in the language of the request.'),
});

export const PlanRecord = PlanSummary.extend({
  authors: z.array(Actor),
  reviews: z
    .array(
      z.object({
        by: Actor,
        at: Time,
        outcome: z.enum(['approve', 'return']),
        remarks: z.string(),
        counts: z.boolean().describe('False when the person has withdrawn since.'),
      }),
    )
    .describe('Of the content as it stands.'),
  reviewers: z
    .object({
      atLeast: z.int(),
      counting: z.int(),
      posts: z.array(Named),
    })
    .optional()
    .describe('What the plan asks for, and how many reviewers approve and count.'),
  approver: Named.optional().describe('The post that signs.'),
  receipts: z.object({ given: z.int(), acknowledged: z.int() }),
  steps: z.array(PlanStep),
}).meta({ id: 'PlanRecord', description: 'A version without its content.' });
export type PlanRecord = z.infer<typeof PlanRecord>;

export const PlanVersion = PlanRecord.extend({
  document: z.looseObject({}).describe('The plan as it was written.'),
}).meta({ id: 'PlanVersion' });

export const PlanFilesAnswer = z.object({ id: z.string(), version: z.int(), hash: z.string(), files: PlanFiles }).meta({
  id: 'PlanFilesAnswer',
  description: 'Read again, it is the same plan with the same hash; comments are not kept.',
});
export type PlanFilesAnswer = z.infer<typeof PlanFilesAnswer>;

export const PlanDistribution = z
  .object({
    id: z.string(),
    version: z.int(),
    posts: z.array(Named).describe('Whoever holds one of these is given the version.'),
    items: z.array(
      z.object({
        person: Named,
        posts: z.array(Named).describe('For which the person was given it.'),
        givenAt: Time,
        mail: z
          .enum(['queued', 'sending', 'accepted', 'rejected', 'deferred', 'cancelled'])
          .optional()
          .describe('What became of the mail with the link; `accepted`: the channel took responsibility.'),
        acknowledgedAt: Time.optional(),
      }),
    ),
  })
  .meta({ id: 'PlanDistribution' });
export type PlanDistribution = z.infer<typeof PlanDistribution>;
