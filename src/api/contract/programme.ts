import { z } from 'zod';
import { DRILL_STATUSES } from '../../domain/drill/index.js';
import { DRILL_KINDS } from '../../domain/plan/schema/drills.js';
import { Actor, Id, Named, Reason, Time } from './common.js';

/** The drill programme of the plan in force. */
const Occurrence = z.string().describe('Year and month, such as `2026-06`: an entry is due once in a month.');

const Next = z.object({
  occurrence: Occurrence,
  opensAt: Time.describe('When its scheme is drafted.'),
  dueAt: Time.describe('When it is held.'),
  moved: z.literal(true).optional().describe('The day that the plan names is a day off.'),
  drillId: z.string().optional().describe('Once it is opened.'),
});

const Past = z.object({
  occurrence: Occurrence,
  outcome: z
    .enum(['opened', 'paused', 'noScenario'])
    .describe('`paused`: left out, because the entry was paused. `noScenario`: the plan did not have it then.'),
  words: z.string().describe('The outcome in words.'),
  scheduledFor: Time.describe('When its scheme was to be drafted.'),
  settledAt: Time.describe('When that was seen to.'),
  lateMs: z.int().describe('The difference of the two.'),
  dueAt: Time.describe('When it was to be held.'),
  plannedAt: Time.optional().describe(
    'When the drill was then to be held; another time than `dueAt` where that was missed.',
  ),
  missed: z.enum(['run', 'replan']).optional().describe('What was done because it was missed.'),
  drillId: z.string().optional(),
  drill: z
    .object({
      status: z.enum(DRILL_STATUSES),
      words: z.string().describe('The status in words.'),
      endedAt: Time.optional().describe('When its conduct was over.'),
      conclusion: Named.optional(),
      brokenOff: z.string().optional().describe('How far it was played when it was broken off, in words.'),
      acceptedByPeople: z.boolean(),
    })
    .optional()
    .describe('What has become of it so far.'),
  paused: z.object({ by: Actor, reason: z.string(), since: Time }).optional(),
});

export const ProgrammeEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(DRILL_KINDS),
    scenario: Named,
    paused: z.object({ by: Actor, reason: z.string(), since: Time }).optional(),
    next: z.array(Next).describe('The next times, the first first; also while it is paused.'),
    past: z.array(Past).describe('The newest first.'),
  })
  .meta({ id: 'ProgrammeEntry' });
export type ProgrammeEntry = z.infer<typeof ProgrammeEntry>;

export const Programme = z
  .object({
    zone: z.string().describe('By whose clocks and calendar days are counted.'),
    items: z.array(ProgrammeEntry).describe('In the order of the plan.'),
  })
  .meta({ id: 'Programme' });
export type Programme = z.infer<typeof Programme>;

export const PauseRequest = z
  .strictObject({ reason: Reason.describe('Stands with the entry, and with each time that it is left out.') })
  .meta({ id: 'PauseRequest', examples: [{ reason: 'The data centre moves in June' }] });

export const ProgrammeParams = z.object({ entry: Id.describe('The id of an entry of the programme.') });
