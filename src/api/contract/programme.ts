import { z } from 'zod';
import { DRILL_STATUSES } from '../../domain/drill/index.js';
import { DRILL_KINDS, MISSED } from '../../domain/plan/schema/drills.js';
import { Actor, Id, Named, Reason, Time } from './common.js';

/** The drill programme of the plan in force. */
const Occurrence = z.string().describe('Year and month, such as `2026-06`: an entry is due once in a month.');

const Paused = z.object({
  by: Actor.describe('An integration `Temporal`: somebody has paused the schedule there.'),
  reason: z.string(),
  since: Time,
});

const WhenMissed = z.enum(MISSED);

const Next = z.object({
  occurrence: Occurrence,
  opensAt: Time.describe('When its scheme is drafted.'),
  dueAt: Time.describe('When it is held.'),
  movedFrom: z.string().optional().describe('The day that the programme names, where that is a day off.'),
  guessed: z
    .literal(true)
    .optional()
    .describe('The plan does not list the days off of that year: only weekends were avoided.'),
  drillId: z.string().optional().describe('Once it is opened.'),
  leftOut: z.literal(true).optional().describe('Nothing is opened then, if the entry is still paused.'),
});

const Held = z.object({
  status: z.enum(DRILL_STATUSES),
  words: z.string().describe('The status in words.'),
  startedAt: Time.optional().describe('When its conduct began.'),
  endedAt: Time.optional().describe('When its conduct was over.'),
  conclusion: Named.optional(),
  brokenOff: z.string().optional().describe('How far it was played when it was broken off, in words.'),
  acceptedByPeople: z.boolean(),
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
  missed: WhenMissed.optional().describe('What was done because it was missed.'),
  drillId: z.string().optional(),
  drill: Held.optional().describe('What has become of it so far.'),
  paused: Paused.optional(),
});

export const ProgrammeEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(DRILL_KINDS),
    scenario: Named,
    category: Named.optional().describe('Of incident, by the scenario.'),
    levels: z.array(Named).describe('Of response, that it exercises.'),
    teams: z.array(Named).describe('That play.'),
    purpose: z.string(),
    missed: WhenMissed.describe(
      'What is done with a time that was missed: run as soon as the scheme is approved, or planned anew with as much time to prepare.',
    ),
    missedWords: z.string().describe('The same in words.'),
    paused: Paused.optional(),
    next: z.array(Next).describe('The next times, the first first; also while it is paused.'),
    past: z.array(Past).describe('The newest first.'),
    byHand: z
      .array(z.object({ drillId: z.string(), openedAt: Time, plannedAt: Time.optional(), drill: Held }))
      .describe('Drills of this entry that somebody opened besides its times, the newest first.'),
  })
  .meta({ id: 'ProgrammeEntry' });
export type ProgrammeEntry = z.infer<typeof ProgrammeEntry>;

export const Programme = z
  .object({
    zone: z.string().describe('By whose clocks and calendar days are counted.'),
    daysOffUntil: z
      .int()
      .optional()
      .describe(
        'The last year whose days off the plan lists; absent: it lists none. After it only weekends are avoided.',
      ),
    overlap: z
      .literal('ALLOW_ALL')
      .describe('As Temporal names it: each time is a drill of its own, also while another is open.'),
    catchupWindow: z
      .string()
      .describe('For so long what fell due while nothing ran is made up for, each by its `missed`.'),
    items: z.array(ProgrammeEntry).describe('In the order of the plan.'),
  })
  .meta({ id: 'Programme' });
export type Programme = z.infer<typeof Programme>;

export const PauseRequest = z
  .strictObject({ reason: Reason.describe('Stands with the entry, and with each time that it is left out.') })
  .meta({ id: 'PauseRequest', examples: [{ reason: 'The data centre moves in June' }] });

export const ProgrammeParams = z.object({ entry: Id.describe('The id of an entry of the programme.') });
