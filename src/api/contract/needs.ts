import { z } from 'zod';
import { asked, reason } from './asked.js';
import { Id, Line, Named, Reason, Time } from './common.js';

const Request = Id.describe('Of the request, see GET …/resources.');
const Resource = Id.describe('A resource of the plan that the incident runs by.');
const Quantity = z.number().positive().max(1_000_000_000).multipleOf(0.001).describe('In the unit of the resource.');
const Priority = z.enum(['urgent', 'routine', 'low']);
const NeededBy = Time.describe('By when it is needed: told of when that has passed and something is not there.');
const Lot = z.object({ item: Id.describe('Of the ledger.'), quantity: Quantity });
const Lots = z.array(Lot.strict()).min(1).max(100);

export const NeedRequest = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z
        .literal('request')
        .describe('By whoever holds a post. Money beyond what that person may decide alone waits for approval.'),
      resource: Resource,
      quantity: Quantity,
      priority: Priority.optional().describe('Default: routine.'),
      neededBy: NeededBy.optional(),
      purpose: Line,
      budget: Id.optional().describe('Of money: out of which budget of the plan.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('requestPartner').describe('Whoever speaks with the partner is told to ask.'),
      partner: Id,
      purpose: Line,
      neededBy: NeededBy.optional(),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('cancel').describe('What has not left the shelf goes back; what is out is to be returned.'),
      request: Request,
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('amend'),
      request: Request,
      priority: Priority.optional(),
      neededBy: NeededBy.optional(),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('substitute').describe('What is missing is asked of another resource instead.'),
      request: Request,
      resource: Resource,
      quantity: Quantity.optional().describe('Default: as much as is missing.'),
      reason,
      ...asked,
    }),
    z.strictObject({
      action: z.literal('approve').describe('Of money; never by whoever asked for it or pays it out.'),
      request: Request,
      reason,
      ...asked,
    }),
    z.strictObject({ action: z.literal('refuse'), request: Request, reason, ...asked }),
    z.strictObject({
      action: z.literal('dispatch'),
      request: Request,
      lots: Lots.optional().describe('Default: all that is ready.'),
      ...asked,
    }),
    z.strictObject({ action: z.literal('arrive'), request: Request, ...asked }),
    z.strictObject({
      action: z.literal('return'),
      requests: z.union([z.literal('all'), z.array(Request).min(1).max(100)]),
      lots: Lots.optional().describe('Of one request. Default: all that is out.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('consume'),
      request: Request,
      lots: Lots,
      note: Reason,
      ...asked,
    }),
    z.strictObject({ action: z.literal('damage'), request: Request, lots: Lots, reason, ...asked }),
    z.strictObject({
      action: z.literal('partnerReply').describe('Whoever speaks with the partner registers the answer.'),
      request: Request,
      reply: z.enum(['confirmed', 'declined']),
      eta: Time.optional(),
      note: Reason,
      ...asked,
    }),
  ])
  .meta({
    id: 'NeedRequest',
    examples: [
      {
        action: 'request',
        resource: 'spare-servers',
        quantity: 1,
        purpose: 'Restore the database beside production',
        preview: true,
      },
    ],
  });

const Sums = z.object({
  ready: z.number().describe('On the shelf, for this request.'),
  sent: z.number(),
  there: z.number(),
  returned: z.number(),
  consumed: z.number(),
  damaged: z.number(),
});

const common = {
  id: z.string(),
  priority: Priority,
  neededBy: Time.optional(),
  purpose: z.string().optional(),
  by: Named.optional().describe('Absent: the plan asked.'),
  requestedAt: Time,
  waits: z.enum(['approval', 'dispatch', 'return', 'reply']).optional().describe('What it waits for somebody to do.'),
  late: z.boolean().describe('It was needed by now, and something is not there.'),
};

export const Needs = z
  .object({
    id: z.string().describe('Of the incident.'),
    resources: z.array(
      z.object({
        ...common,
        resource: Named,
        amount: z.string().describe('As it was asked, in its unit.'),
        quantity: z.number(),
        status: z.enum([
          'awaitingApproval',
          'refused',
          'requested',
          'partlyReady',
          'ready',
          'sent',
          'there',
          'returned',
          'used',
          'ended',
        ]),
        ended: z.enum(['cancelled', 'reduced', 'refused', 'done']).optional(),
        missing: z.number(),
        heldBy: z
          .array(z.object({ incidentId: z.string(), quantity: z.number() }))
          .describe('Where something is missing: other incidents that hold of it.'),
        sums: Sums,
        lots: z.array(Sums.extend({ item: z.string() })),
        rules: z.array(z.string()).optional(),
        budget: Named.optional(),
        spending: z.enum(['awaiting', 'approved', 'refused', 'setAside']).optional(),
        insteadOf: z.string().optional(),
        custodian: z.object({ post: Named, person: Named.optional() }).optional(),
      }),
    ),
    partners: z.array(
      z.object({
        ...common,
        partner: Named,
        contact: z.string().optional().describe('How it is reached, by the plan.'),
        agreement: z.string().optional().describe('By which it helps us, by the plan.'),
        reply: z.object({ reply: z.enum(['confirmed', 'declined']), at: Time, eta: Time.optional() }).optional(),
        ended: z.enum(['cancelled', 'reduced']).optional(),
      }),
    ),
  })
  .meta({ id: 'Needs', description: 'What an incident has asked for, what it got, and where that is.' });
export type Needs = z.infer<typeof Needs>;
