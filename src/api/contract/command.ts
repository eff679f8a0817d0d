import { z } from 'zod';
import { VIAS } from '../../domain/incident/index.js';
import { asked, reason } from './asked.js';
import { Actor, Facts, Id, Named, Reason, Seq, Time } from './common.js';
import { Statement } from './situation.js';

/** As long as the machine takes. */
const Told = Reason.min(1);

export const Brief = z
  .strictObject({
    situation: Told,
    objectives: Told,
    actions: Told.optional(),
    resources: Told.optional(),
    risks: Told.optional(),
    pending: Told.optional().describe('Decisions that wait for whoever takes over.'),
  })
  .meta({ id: 'Brief', description: 'The written brief of a handover, as ICS form 201 has it.' });

const Reasoned = { reason, ...asked };
export const HandoverRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('offer').describe('By whoever commands.'),
      to: Id.describe('A person who holds a post of commander or deputy.'),
      brief: Brief,
      ...asked,
    }),
    z.strictObject({ action: z.literal('accept').describe('By the person it is offered to.'), ...asked }),
    z.strictObject({ action: z.literal('decline').describe('By the person it is offered to.'), ...Reasoned }),
    z.strictObject({ action: z.literal('withdraw').describe('By whoever commands.'), ...Reasoned }),
  ])
  .meta({
    id: 'HandoverRequest',
    examples: [
      {
        action: 'offer',
        to: 'tang-li',
        brief: { situation: 'Checkout is down in one region', objectives: 'Restore by failover, tell customers' },
        preview: true,
      },
    ],
  });

export const CheckInRequest = z
  .strictObject({ note: Reason.optional(), ...asked })
  .meta({ id: 'CheckInRequest', examples: [{ note: 'On the bridge', preview: true }] });

export const CommanderMissedRequest = z
  .strictObject({ note: Reason.optional(), ...asked })
  .meta({ id: 'CommanderMissedRequest', examples: [{ note: 'Boarded a flight, telephone off', preview: true }] });

export const CommandRequest = z
  .strictObject({ ...asked })
  .meta({ id: 'CommandRequest', examples: [{ preview: true }] });

export const MergeRequest = z
  .strictObject({ into: Id.describe('The id of the other incident.'), reason, ...asked })
  .meta({ id: 'MergeRequest', examples: [{ into: 'inc-1', reason: 'The same outage', preview: true }] });

export const ClaimRequest = z
  .strictObject({
    person: Id.describe('Somebody whom another live incident holds; see `claims` of the incident.'),
    decision: z.enum(['share', 'yield']).describe('`share`: serves both. `yield`: is left to the other incident.'),
    reason,
    ...asked,
  })
  .meta({
    id: 'ClaimRequest',
    examples: [{ person: 'tang-li', decision: 'share', reason: 'Both are small', preview: true }],
  });

export const DecisionLogQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Decisions with a greater `seq`. Default: all.'),
});

export const OpenThen = z
  .object({ id: z.string(), text: z.string().optional().describe('Absent where it was erased.'), by: Actor, at: Time })
  .meta({ id: 'OpenThen', description: 'A question without an answer at that time.' });
export type OpenThen = z.infer<typeof OpenThen>;

export const LoggedDecision = z
  .object({
    seq: Seq,
    at: Time,
    type: z.string().describe('Of the event.'),
    words: z.string().describe('What was decided, in the language of the request.'),
    by: Actor,
    via: z.enum(VIAS),
    authority: Named.optional().describe(
      'The post whose authority it rests on; absent where the plan decided, or somebody who was asked to command.',
    ),
    reason: z.string().optional(),
    level: Named.optional().describe('The response level at that time.'),
    facts: Facts.describe('The facts known at that time, by fact id.'),
    known: z.array(z.string()).describe('The same facts, each in words and with its unit.'),
    statements: z
      .object({
        count: z.int().min(0),
        seqs: z.array(Seq).describe('The events that made them: the last 50, the newest last.'),
        latest: z.array(Statement).describe('The last few, with their words.'),
      })
      .describe('What had been told in words by that time.'),
    questions: z
      .object({
        count: z.int().min(0),
        ids: z.array(z.string()).describe('The oldest first.'),
        latest: z.array(OpenThen).describe('The last few, with their words.'),
      })
      .describe('What nobody had answered by that time.'),
  })
  .meta({ id: 'LoggedDecision' });
export type LoggedDecision = z.infer<typeof LoggedDecision>;

export const DecisionLog = z
  .object({ id: z.string(), seq: Seq, items: z.array(LoggedDecision).describe('In the order of time.') })
  .meta({ id: 'DecisionLog' });
export type DecisionLog = z.infer<typeof DecisionLog>;
