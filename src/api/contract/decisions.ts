import { z } from 'zod';
import { asked, reason } from './asked.js';
import { Id, Named, Phase, Reason, Seq, Time } from './common.js';

export const VerificationRequest = z
  .strictObject({
    outcome: z
      .enum(['confirmed', 'standby', 'rejected'])
      .describe('`standby`: declares standby; while on standby, prolongs it.'),
    incidentLevel: Id.optional().describe('How bad. Default when confirming: what the criteria propose.'),
    level: Id.optional().describe('The response level. Default: the one that belongs to the incident level.'),
    reason,
    ...asked,
  })
  .meta({
    id: 'VerificationRequest',
    examples: [{ outcome: 'confirmed', level: 'III', reason: 'Seen on the dashboard', preview: true }],
  });

export const LevelRequest = z
  .strictObject({
    level: Id.describe('The response level to change to.'),
    incidentLevel: Id.optional().describe('Default: stays as it is.'),
    reason,
    ...asked,
  })
  .meta({ id: 'LevelRequest', examples: [{ level: 'II', reason: 'A second region fails', preview: true }] });

export const CategoryRequest = z
  .strictObject({ category: Id.describe('A category of the plan that the incident runs by.'), reason, ...asked })
  .meta({
    id: 'CategoryRequest',
    examples: [{ category: 'security', reason: 'It is an attack', preview: true }],
  });

const criteria = z.array(Id).min(1).max(100).describe('Termination criteria of the plan.');

export const TerminationRequest = z
  .strictObject({
    action: z
      .enum(['ask', 'propose', 'override', 'confirm', 'withdraw'])
      .describe(
        '`ask`: mails whoever has to confirm a criterion that is open. `propose`: refused as `end_not_reached` while anything stands against the end. `override`: proposes the end all the same, where the plan allows it; a second person confirms.',
      ),
    reason: Reason.optional().describe('Required to propose, to override and to withdraw.'),
    criteria: z
      .array(Id)
      .max(100)
      .optional()
      .describe('With `propose`: the termination criteria that the proposer confirms with it.'),
    ...asked,
  })
  .meta({ id: 'TerminationRequest', examples: [{ action: 'confirm', preview: true }] });

export const ReopeningRequest = z
  .strictObject({
    level: Id.optional().describe('The response level to reopen at. Default: the one at which it ended.'),
    incidentLevel: Id.optional().describe('Default: stays as it is.'),
    reason,
    ...asked,
  })
  .meta({
    id: 'ReopeningRequest',
    description: 'The same thing has come back while the incident is watched after its end.',
    examples: [{ reason: 'Payments fail again', preview: true }],
  });

export const RecurrenceDismissalRequest = z.strictObject({ reason, ...asked }).meta({
  id: 'RecurrenceDismissalRequest',
  description: 'What was told while the incident is watched is not the same thing come back.',
  examples: [{ reason: 'A probe failed, the service did not', preview: true }],
});

export const CriterionRequest = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('confirm'), criteria, note: Reason.optional(), ...asked }),
    z.strictObject({ action: z.literal('withdraw'), criteria, reason, ...asked }),
  ])
  .meta({
    id: 'CriterionRequest',
    examples: [{ action: 'confirm', criteria: ['service-restored'], note: 'Checked with the shop floor' }],
  });

export const ClosureRequest = z
  .strictObject({
    reason,
    despite: z
      .boolean()
      .optional()
      .describe(
        'Close it although steps of the aftermath that the plan wants are not done, or Muster’s draft of the report is not written. Default: false.',
      ),
    ...asked,
  })
  .meta({ id: 'ClosureRequest', examples: [{ reason: 'Report accepted', preview: true }] });

export const PlanMoveRequest = z
  .strictObject({
    version: z.int().positive().describe('Of the plan that the incident runs by; it must be in effect.'),
    reason,
    ...asked,
  })
  .meta({ id: 'PlanMoveRequest', examples: [{ version: 2, reason: 'Version 2 names the supplier', preview: true }] });

export const DecisionAnswer = z
  .object({
    id: z.string().describe('The id of the incident.'),
    requestId: z.string().describe('The Idempotency-Key, or the one that the server minted.'),
    seq: Seq,
    phase: Phase,
  })
  .meta({ id: 'DecisionAnswer', description: 'The decision stands.' });
export type DecisionAnswer = z.infer<typeof DecisionAnswer>;

export const PreviewAnswer = z
  .object({
    preview: z.literal(true),
    id: z.string(),
    seq: Seq.describe('The state that the consequences were computed from.'),
    allowed: z.boolean(),
    refusal: z
      .object({
        code: z.string(),
        words: z.string(),
        found: z.record(z.string(), z.unknown()),
        needed: z.record(z.string(), z.unknown()),
      })
      .optional(),
    phase: Phase.describe('The phase afterwards.'),
    events: z.array(z.object({ type: z.string(), words: z.string() })),
    effects: z
      .object({ notices: z.int(), people: z.int(), documents: z.int() })
      .describe('How many notices would leave, to how many different people, and how many documents would be written.'),
    words: z.array(z.string()).describe('The consequences in sentences.'),
    difference: z
      .array(
        z.object({
          heading: z.string(),
          changes: z.array(z.object({ words: z.string(), weight: z.enum(['substantial', 'other']) })),
        }),
      )
      .optional()
      .describe('Of a move to another version: what that version changes, level by level, then by section.'),
  })
  .meta({ id: 'PreviewAnswer', description: 'What would happen. Nothing was recorded.' });
export type PreviewAnswer = z.infer<typeof PreviewAnswer>;

export const AcknowledgementRequest = z
  .strictObject({
    noticeId: Id.optional().describe('Default: every open call of this person.'),
    eta: Time.optional().describe(
      'When the person expects to be at work on it. Another time than an earlier answer said replaces that one.',
    ),
  })
  .meta({ id: 'AcknowledgementRequest', examples: [{ eta: '2026-11-22T04:30:00.000Z' }] });

export const AcknowledgementAnswer = z
  .object({
    id: z.string(),
    requestId: z.string(),
    status: z
      .enum(['recorded', 'repeated'])
      .describe('`recorded`: kept durably, on its way into the incident. `repeated`: it was there already.'),
    person: Named,
  })
  .meta({ id: 'AcknowledgementAnswer' });
export type AcknowledgementAnswer = z.infer<typeof AcknowledgementAnswer>;
