import { z } from 'zod';
import { reportFields } from '../../intake/fields.js';
import { GenericPayload } from '../../intake/generic.js';
import { Id, Limit, Mode, Named, Phase, Seq, Time } from './common.js';

const REPORT = {
  category: 'operation-failure',
  title: 'Payments fail since the 03:00 release',
  place: 'checkout, region east',
  facts: { usersAffected: 120000 },
};

export const ReportRequest = z.strictObject(reportFields).meta({ id: 'ReportRequest', examples: [REPORT] });
export type ReportRequest = z.infer<typeof ReportRequest>;

export const HookRequest = GenericPayload.meta({ id: 'HookRequest', examples: [REPORT] });
export type HookRequest = z.infer<typeof HookRequest>;

export const ReportAnswer = z
  .object({
    id: z.string().describe('The id of the incident.'),
    phase: Phase,
    seq: Seq,
    reportedAt: Time,
    absorbed: z
      .literal(true)
      .optional()
      .describe('Added to an incident that runs already under the same `dedupKey`; `id` is that incident.'),
    proposed: z
      .object({ incidentLevel: Named.optional(), level: Named.optional() })
      .describe('What the grading criteria propose; empty when no criterion is met. A person decides.'),
  })
  .meta({ id: 'ReportAnswer' });
export type ReportAnswer = z.infer<typeof ReportAnswer>;

export const IncidentListQuery = z.strictObject({
  phase: Phase.optional(),
  level: Id.optional().describe('A response level of the plan.'),
  mode: Mode.optional(),
  limit: Limit(200, 50),
  cursor: z.string().min(1).max(500).optional().describe('`next` of the page before.'),
});

export const IncidentSummary = z
  .object({
    id: z.string(),
    mode: Mode,
    phase: Phase,
    seq: Seq,
    category: Named,
    title: z.string(),
    incidentLevel: Named.optional(),
    level: Named.optional(),
    reportedAt: Time,
    updatedAt: Time.describe('Of the last event.'),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummary>;

export const IncidentList = z
  .object({
    items: z.array(IncidentSummary).describe('The latest reported first.'),
    next: z.string().optional().describe('Absent on the last page.'),
  })
  .meta({ id: 'IncidentList' });
