import { z } from 'zod';
import { DRILL_STATUSES } from '../../domain/drill/index.js';
import { RATINGS } from '../../domain/plan/compiled.js';
import { DURATION_FORM } from '../../domain/plan/duration.js';
import { SCENARIO_EVENT_TYPES } from '../../domain/plan/scenarioEvents.js';
import { Facts, Id, LangCode, Limit, LongText, Reason, Seq, Time } from './common.js';

/** What is asked of drills 演练: the plan in force, played on a scenario of it. */
const People = z.array(Id).max(500);

const Pace = z
  .number()
  .min(0)
  .max(3_600)
  .describe('How many times as fast as the clock on the wall; 0: it stands still.');

const Seed = z.int().min(0).max(0x7fff_ffff);

const Roles = z.strictObject({
  director: Id.describe('Opens, pauses, goes on, breaks off and closes.'),
  controllers: People.describe('Play the injects and everybody who is not there.'),
  evaluators: People.describe('Rate by the criteria of the plan; who plays rates nothing.'),
  safety: People.describe('May pause it and break it off, and nothing else.'),
  observers: People,
  players: People.describe('Act in their posts. Nobody else gets a message of the incident that is played.'),
});

const WHO_IS_ABSENT = {
  path: ['simulateAbsent'],
  message: '`present` and `seed` say something only where this is true',
};

function saysWhoIsAbsent({
  simulateAbsent,
  present,
  seed,
}: { [K in 'simulateAbsent' | 'present' | 'seed']?: unknown }) {
  return simulateAbsent === true || (present === undefined && seed === undefined);
}

export const DrillRequest = z
  .strictObject({
    scenario: Id.describe('One of the plan in force.'),
    programme: Id.optional().describe('The entry of the yearly programme that this is; its teams play.'),
    roles: Roles.partial()
      .optional()
      .describe(
        'Default: the organiser that the plan names directs and controls, command and the teams play, and holders of other posts see to safety and judge. What is given replaces it.',
      ),
    pace: Pace.default(1),
    simulateAbsent: z
      .boolean()
      .default(false)
      .describe('Who is not there is played by the simulator: everybody with a part or a post, but for `present`.'),
    present: People.optional().describe('Who is there in person. Default: whoever asks, if it is a person.'),
    seed: Seed.optional().describe(
      'The same seed, the same simulated people. Default: one that follows from the id of the drill.',
    ),
    plannedAt: Time.optional().describe('When it begins by itself, once approved. Default: when the director says so.'),
  })
  .refine(saysWhoIsAbsent, WHO_IS_ABSENT)
  .meta({ id: 'DrillRequest', examples: [{ scenario: 'ransomware', pace: 60 }] });

const asked = {
  ifSeq: Seq.optional().describe('Refused as `changed` when somebody decided since this one.'),
};

const remarks = Reason.describe('What is to be changed.');
const reason = Reason.describe('Why; goes on the record.');

export const DrillDecisionRequest = z
  .discriminatedUnion('action', [
    z.strictObject({ action: z.literal('submitScheme'), ...asked }),
    z
      .strictObject({
        action: z
          .literal('revise')
          .describe('Changes the scheme before it begins; what was handed in or approved has to be handed in again.'),
        roles: Roles.partial().optional().describe('What is given replaces it; the rest stays.'),
        pace: Pace.optional(),
        plannedAt: Time.nullable().optional().describe('When it begins by itself; `null`: when the director says so.'),
        simulateAbsent: z.boolean().optional().describe('Who is not there is played by the simulator, or nobody is.'),
        present: People.optional().describe('Who is there in person. Default: whoever asks, if it is a person.'),
        seed: Seed.optional(),
        ...asked,
      })
      .refine(saysWhoIsAbsent, WHO_IS_ABSENT),
    z.strictObject({
      action: z.literal('approve').describe('By whom the plan names; never who drafted it.'),
      ...asked,
    }),
    z.strictObject({ action: z.literal('return').describe('The scheme, or the report.'), remarks, ...asked }),
    z.strictObject({
      action: z.literal('callOff').describe('Also while its incident is being opened: that is cleared away again.'),
      reason,
      ...asked,
    }),
    z.strictObject({ action: z.literal('start'), ...asked }),
    z.strictObject({
      action: z.literal('pace'),
      pace: Pace.optional().describe('Default: as fast as it went before it stood still.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('inject').describe('Plays it now; once played, its contingency.'),
      inject: Id,
      ...asked,
    }),
    z.strictObject({ action: z.literal('skip'), inject: Id, reason, ...asked }),
    z.strictObject({
      action: z.literal('addInject'),
      event: Reason.describe('What happens.'),
      expected: Reason.optional().describe('What players are to do; shown to those who run and judge it.'),
      players: z.array(Id).max(100).describe('Posts.'),
      facts: Facts.optional().describe('What becomes known through it; players that are simulated enter them.'),
      objective: Id.optional().describe('Of the scenario: what it is to show, and by which criteria it is judged.'),
      evaluator: Id.optional().describe('The post that is to judge it.'),
      expects: z
        .array(
          z.strictObject({
            event: z.enum(SCENARIO_EVENT_TYPES).describe('Of the incident.'),
            where: Facts.optional().describe('Its fields that have to be so.'),
            by: z.array(Id).max(100).optional().describe('Posts.'),
            within: z.string().regex(DURATION_FORM).describe('After the inject, such as `20m`.'),
            anew: z.literal(true).optional().describe('What was done before the inject does not count.'),
          }),
        )
        .max(20)
        .optional()
        .describe('By what the expected action is recognised, as in a scenario.'),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('observe'),
      note: Reason,
      criterion: Id.optional(),
      inject: Id.optional(),
      ...asked,
    }),
    z.strictObject({ action: z.literal('end'), ...asked }),
    z.strictObject({
      action: z.literal('stop').describe('Breaks it off at once, also while its incident is being opened.'),
      reason: reason.optional(),
      ...asked,
    }),
    z.strictObject({
      action: z.literal('answer').describe('The questions of the plan, by `q1`, `q2` …'),
      answers: z.record(Id, Reason),
      for: Id.optional().describe(
        'Whose sheet it is, on paper, entered by the director, by who drafted the scheme or by the operator.',
      ),
      ...asked,
    }),
    z.strictObject({ action: z.literal('rate'), criterion: Id, rating: z.enum(RATINGS), reason, ...asked }),
    z.strictObject({
      action: z.literal('submit').describe('The evaluation report, to command.'),
      problems: LongText,
      suggestions: LongText,
      despite: z
        .literal(true)
        .optional()
        .describe('Although feedback is still to come, or not everything is rated that the drill was held for.'),
      ...asked,
    }),
    z.strictObject({ action: z.literal('accept').describe('The report, by command.'), ...asked }),
  ])
  .meta({ id: 'DrillDecisionRequest', examples: [{ action: 'pace', pace: 0 }] });

export const DrillQuery = z.strictObject({
  status: z.enum(DRILL_STATUSES).optional(),
  scenario: Id.optional(),
  live: z.enum(['true']).optional().describe('Neither closed nor called off.'),
  limit: Limit(200, 50),
  cursor: z.string().max(200).optional().describe('`next` of the page before.'),
});

const PAPER_FORMATS = ['html', 'docx'] as const;
export type DrillPaperFormat = (typeof PAPER_FORMATS)[number];

const paper = {
  format: z.enum(PAPER_FORMATS).optional().describe('Default: html.'),
  lang: LangCode.optional().describe('Default: the language of the request.'),
};

export const DrillPaperQuery = z.strictObject(paper);
export const DrillSchemeQuery = z.strictObject({
  ...paper,
  copy: z
    .enum(['players', 'controllers'])
    .optional()
    .describe('Without the injects, or with them. Default: with them for whoever may read them.'),
});

export const DrillParams = z.object({ drillId: Id.describe('The id of the drill.') });
export const DrillMinSeq = z.strictObject({ minSeq: z.coerce.number().int().min(0).optional() });
