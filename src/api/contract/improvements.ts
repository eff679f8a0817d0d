import { z } from 'zod';
import {
  IMPROVEMENT_PRIORITIES,
  IMPROVEMENT_REFUSALS,
  IMPROVEMENT_STATUSES,
  ORIGINS,
} from '../../domain/improvement/index.js';
import { PLAN_STATUSES } from '../../domain/plan/lifecycle/index.js';
import { asked, reason } from './asked.js';
import { Actor, Id, Limit, Line, Named, Reason, Seq, Time } from './common.js';
import { EvidenceFile, HttpLink, Sha256 } from './evidence.js';

/** Corrective actions: what was found becomes what is to be done, by whom and until when, until somebody else has verified it. */
const Owner = z
  .union([z.strictObject({ post: Id }), z.strictObject({ person: Id })])
  .describe('A post means whoever holds it at the time.');

const what = {
  finding: Reason.describe('What was found.'),
  action: Reason.describe('What is to be done about it.'),
  reference: Line.optional().describe('Where the finding stands.'),
  type: Id.describe('One of the plan’s types of improvement.'),
  priority: z.enum(IMPROVEMENT_PRIORITIES),
  owner: Owner,
  dueAt: Time,
  planChange: z
    .boolean()
    .optional()
    .describe(
      'It is verified only when a linked version of the plan has taken effect. Default: where the type is `plan`.',
    ),
};

/** What every improvement says of itself. */
export type ImprovementWanted = z.infer<z.ZodObject<typeof what>>;

export const DrillImprovementRequest = z
  .strictObject({
    ...what,
    finding: Reason.optional().describe('What was found. Default: the criterion and how it was rated.'),
    criterion: Id.describe('Of the drill.'),
    verifiedBy: z
      .literal('drill')
      .optional()
      .describe('It is closed only by a drill in which the criterion passes, and that is planned by itself.'),
  })
  .meta({
    id: 'DrillImprovementRequest',
    description: 'What a drill found, from its report.',
    examples: [
      {
        criterion: 'E-11',
        action: 'Name deputies, and practise the report',
        type: 'plan',
        priority: 'high',
        owner: { post: 'technical-lead' },
        dueAt: '2027-01-31T18:00:00+08:00',
        verifiedBy: 'drill',
      },
    ],
  });

export const ImprovementRequest = z
  .strictObject({
    ...what,
    origin: z
      .enum(['drill', 'planEvaluation', 'other'])
      .default('other')
      .describe('What an incident leads to is opened with that incident.'),
  })
  .meta({
    id: 'ImprovementRequest',
    examples: [
      {
        finding: 'Nobody knew how to fail over',
        action: 'Write the run book, and practise it',
        type: 'process',
        priority: 'high',
        owner: { post: 'technical-lead' },
        dueAt: '2027-01-31T18:00:00+08:00',
        origin: 'drill',
      },
    ],
  });

export const IncidentImprovementRequest = z
  .strictObject({ ...what, ...asked })
  .meta({ id: 'IncidentImprovementRequest', description: 'Opened in the aftermath of an incident.' });

const Status = z.enum(IMPROVEMENT_STATUSES);

export const ImprovementDecisionRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('done').describe('By its owner, with a note, a link or a file that shows it.'),
      note: Reason.optional(),
      link: HttpLink.optional(),
      file: EvidenceFile.optional(),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('verify').describe('By somebody else than its owner and than whoever handed in.'),
      note: Reason.optional(),
      drill: Id.optional().describe('The drill that shows it.'),
      ...asked,
    }),
    z.strictObject({ action: z.literal('return'), remarks: Reason, ...asked }),
    z.strictObject({ action: z.literal('move'), dueAt: Time, reason, ...asked }),
    z.strictObject({ action: z.literal('reassign'), owner: Owner, reason, ...asked }),
    z.strictObject({ action: z.literal('cancel'), reason, ...asked }),
    z.strictObject({
      action: z.literal('link').describe('Which version of a plan brings the change.'),
      plan: Id,
      version: z.int().min(1).max(1_000_000),
      ...asked,
    }),
  ])
  .meta({ id: 'ImprovementDecisionRequest', examples: [{ action: 'done', note: 'Practised on Friday' }] });

export const ImprovementAnswer = z
  .object({ id: z.string(), requestId: z.string(), seq: Seq, status: Status })
  .meta({ id: 'ImprovementAnswer' });
export type ImprovementAnswer = z.infer<typeof ImprovementAnswer>;

export const ImprovementPreview = z
  .object({
    preview: z.literal(true),
    id: z.string(),
    seq: Seq,
    allowed: z.boolean(),
    code: z.enum(IMPROVEMENT_REFUSALS).optional().describe('Why it would be refused.'),
    words: z.array(z.string()),
  })
  .meta({ id: 'ImprovementPreview' });
export type ImprovementPreview = z.infer<typeof ImprovementPreview>;

export const Improvement = z
  .object({
    id: z.string(),
    seq: Seq,
    status: Status,
    words: z.string().describe('The status in words.'),
    type: Named,
    priority: z.enum(IMPROVEMENT_PRIORITIES),
    finding: z.string(),
    action: z.string(),
    reference: z.string().optional(),
    origin: z.object({
      kind: z.enum(ORIGINS),
      incidentId: z.string().optional(),
      drill: z.string().optional(),
      criterion: z.string().optional(),
      scenario: z.string().optional(),
      version: z
        .object({ plan: z.string(), version: z.int() })
        .optional()
        .describe('Of the plan that the drill played.'),
      words: z.string(),
    }),
    verifiedBy: z.literal('drill').optional().describe('Only a drill closes it.'),
    verificationDrill: z
      .object({ drill: z.string(), scenario: z.string(), dueAt: Time })
      .optional()
      .describe('That is to show it.'),
    noDrillUnder: z
      .object({ plan: z.string(), version: z.int(), hash: z.string() })
      .optional()
      .describe(
        'The version in force that does not have its criterion, or no scenario for it: no drill could be planned.',
      ),
    owner: z
      .object({ post: Named.optional(), person: Named.optional() })
      .describe('With a post, the person is whoever holds it today; absent where nobody does.'),
    openedAt: Time,
    dueAt: Time,
    overdue: z.boolean(),
    doneAt: Time.optional().describe('When the evidence was handed in that waits for a verdict, or found one.'),
    closedAt: Time.optional().describe('When it was verified or given up.'),
    planChange: z.boolean(),
    planVersion: z
      .object({ plan: z.string(), version: z.int(), hash: z.string() })
      .optional()
      .describe('As it was linked.'),
  })
  .meta({ id: 'Improvement' });
export type Improvement = z.infer<typeof Improvement>;

export const ImprovementRecord = Improvement.extend({
  planNow: z
    .object({ status: z.enum(PLAN_STATUSES), hash: z.string(), effectiveAt: Time.optional() })
    .optional()
    .describe('Where the linked version stands now; `effectiveAt`: since when it is, or was, in effect.'),
  events: z.array(z.object({ seq: Seq, at: Time, type: z.string(), by: Actor, words: z.string() })),
  chain: z.object({ intact: z.boolean(), hash: z.string() }).describe('Whether its record is as it was sealed.'),
}).meta({ id: 'ImprovementRecord', description: 'With everything that happened to it.' });
export type ImprovementRecord = z.infer<typeof ImprovementRecord>;

export const ImprovementList = z
  .object({
    items: z.array(Improvement).describe('The first due first.'),
    next: z.string().optional().describe('Absent on the last page.'),
  })
  .meta({ id: 'ImprovementList' });
export type ImprovementList = z.infer<typeof ImprovementList>;

export const ImprovementQuery = z.strictObject({
  status: Status.optional(),
  owner: Id.optional().describe('A person: theirs by name, or by a post that they hold today.'),
  overdue: z.enum(['true']).optional().describe('Open, and past its due date.'),
  origin: z.enum(ORIGINS).optional(),
  incident: Id.optional(),
  limit: Limit(200, 50),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});

export const ImprovementMinSeq = z.strictObject({
  minSeq: z.coerce.number().int().min(0).optional().describe('Waits a moment until so much is recorded.'),
});

export const ImprovementParams = z.object({ improvementId: Id.describe('The id of the improvement.') });
export const ImprovementEvidenceParams = ImprovementParams.extend({ sha256: Sha256 });

export const ImprovementEvidence = z
  .object({
    improvementId: z.string(),
    sha256: z.string(),
    name: z.string().describe('As it was stored first.'),
    contentType: z.string(),
    size: z.int().describe('Bytes.'),
    url: z.string().describe('Path of the download.'),
  })
  .meta({ id: 'ImprovementEvidence' });
export type ImprovementEvidence = z.infer<typeof ImprovementEvidence>;
