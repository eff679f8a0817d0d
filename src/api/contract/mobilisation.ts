import { z } from 'zod';
import { asked, reason } from './asked.js';
import { Id, Named, Reason, Time } from './common.js';

const Team = Id.describe('The id of the team in the plan.');

const CallStatus = z.enum([
  'called',
  'acknowledged',
  'arrived',
  'declined',
  'silent',
  'released',
  'takenOff',
  'stoodDown',
]);

const CalledPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    status: CallStatus.describe(
      '`silent`: reminded, no answer, and those whom the plan names were told. `takenOff`: given up to another incident.',
    ),
    since: Time,
    acted: z
      .literal(true)
      .optional()
      .describe('Of a post: has done something in the incident since, without answering; not reminded, nor told of.'),
    eta: Time.optional(),
    undelivered: z.string().optional().describe('Code: why the last notice did not reach this person.'),
    contested: z
      .literal(true)
      .optional()
      .describe('Another incident claims this person too; until decided, not counted.'),
    restsUntil: Time.optional().describe(
      'After a release: until then not called while others are left; they may come back of their own will.',
    ),
    rested: z.literal(true).optional().describe('The rest is over: called again when the team is short.'),
  })
  .meta({ id: 'CalledPerson' });

const Count = z.object({
  people: z.int(),
  qualifications: z.array(z.object({ qualification: Named, people: z.int() })),
});

const Quorum = z
  .object({
    need: Count,
    have: Count.describe('Who is there or will be in time; nobody is counted for two teams.'),
    missing: Count,
    by: Time,
    status: z
      .enum(['open', 'reached', 'missed', 'accepted'])
      .describe('`missed`: its time is over, or nobody is left to ask. `accepted`: command goes on with fewer.'),
    tier: z
      .enum(['members', 'substitutes', 'partners'])
      .describe('Who was asked last: the members, those who stand in for them, external partners.'),
    told: z.array(Named).describe('Who was told that people are missing.'),
    nextTold: Time.optional().describe('When it is told next, if people are still missing.'),
    partners: z.array(
      z.object({
        partner: Named,
        status: z.enum(['asked', 'accepted', 'declined']),
        since: Time,
        people: z.int(),
        eta: Time.optional(),
      }),
    ),
  })
  .meta({ id: 'Quorum', description: 'Enough people, with the qualifications that the plan asks for, in time.' });

export const Called = z
  .object({
    id: z.string(),
    name: z.string(),
    status: z.enum(['called', 'stoodDown']),
    since: Time,
    remindAt: Time.optional(),
    escalateAt: Time.optional(),
    quorum: Quorum.optional().describe('Only of a team of which the plan wants a number of people.'),
    reliefAt: Time.optional().describe('When somebody will have been on duty for as long as the plan allows.'),
    counts: z.object({
      called: z.int(),
      acknowledged: z.int(),
      arrived: z.int(),
      declined: z.int(),
      silent: z.int(),
      released: z.int(),
      takenOff: z.int(),
      stoodDown: z.int(),
      undelivered: z.int().describe('Among all of these: whom the last notice did not reach.'),
    }),
    people: z.array(CalledPerson),
  })
  .meta({ id: 'Called', description: 'A post or team that was called, and who answered.' });
export type Called = z.infer<typeof Called>;

const person = Id.optional().describe(
  'Default: the sender. Somebody else: by the lead of the team, whoever sees to people, or whoever commands.',
);

export const DeclineRequest = z
  .strictObject({
    person,
    noticeId: Id.optional().describe('Default: every call of this person.'),
    reason,
  })
  .meta({ id: 'DeclineRequest', examples: [{ reason: 'On a plane until noon' }] });

export const ArrivalRequest = z
  .strictObject({ person, note: Reason.optional() })
  .meta({ id: 'ArrivalRequest', examples: [{ note: 'On the bridge' }] });

export const ReleaseRequest = z
  .strictObject({
    people: z.array(Id).min(1).max(100),
    team: Team.optional().describe('Default: every team that the sender may release them from.'),
    reason,
    ...asked,
  })
  .meta({ id: 'ReleaseRequest', examples: [{ people: ['tang-li'], reason: 'Relieved', preview: true }] });

export const PartnerAnswerRequest = z
  .strictObject({
    partner: Id.describe('The id of the partner in the plan.'),
    team: Team,
    accepted: z.boolean(),
    headcount: z.int().min(1).max(1_000).optional().describe('How many come. Default: 1.'),
    eta: Time.optional(),
    qualifications: z
      .array(Id)
      .max(100)
      .optional()
      .describe('What they can do that the plan asks for: one mention for each person.'),
    note: Reason.optional(),
    ...asked,
  })
  .meta({
    id: 'PartnerAnswerRequest',
    examples: [{ partner: 'cloud-provider', team: 'technical-rescue', accepted: true, headcount: 2, preview: true }],
  });

export const ShortageRequest = z.strictObject({ team: Team, reason, ...asked }).meta({
  id: 'ShortageRequest',
  examples: [{ team: 'technical-rescue', reason: 'Three are enough', preview: true }],
});
