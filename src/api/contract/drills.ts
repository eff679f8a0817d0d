import { z } from 'zod';
import { DRILL_PAPERS, DRILL_STATUSES, ENDS, LEFT_OUT, PLAYED_BY, RATED_BY } from '../../domain/drill/index.js';
import { RATING_MEASURES, RATINGS } from '../../domain/plan/compiled.js';
import { WEAKNESS_CODES } from '../../domain/plan/weaknessCodes.js';
import { Actor, LangCode, Named, Seq, Time } from './common.js';

/** What is told of drills. */
const Status = z.enum(DRILL_STATUSES);

export const DrillAnswer = z
  .object({ id: z.string(), requestId: z.string(), seq: Seq, status: Status })
  .meta({ id: 'DrillAnswer' });
export type DrillAnswer = z.infer<typeof DrillAnswer>;

const Inject = z.object({
  id: z.string(),
  event: z.string(),
  delivery: z.string().optional(),
  expected: z.string().optional().describe('For those who run or judge it.'),
  contingency: z.string().optional(),
  status: z.enum(['waiting', 'played', 'skipped', 'notNeeded']),
  words: z.string(),
  playedAt: Time.optional().describe('By the clock of the drill.'),
  by: z.enum(PLAYED_BY).optional(),
  actions: z
    .array(
      z.object({
        status: z
          .enum(['open', 'seen', 'late', 'missed', 'excused'])
          .describe(
            '`excused`: a real incident had taken everybody who was to do it; `open` when the drill is over: it ended before its time was up. Neither counts. `seen` before the inject was played: it was done before it was asked for.',
          ),
        at: Time.optional().describe('By the clock of the drill.'),
        seenIn: z.int().optional().describe('The event of the incident.'),
        simulated: z.literal(true).optional(),
      }),
    )
    .describe('What was expected, as the event stream shows it.'),
});

export const Drill = z
  .object({
    id: z.string(),
    seq: Seq,
    status: Status,
    words: z.string().describe('The status in words.'),
    scenario: Named,
    kind: z.enum(['tabletop', 'live']),
    programme: Named.optional().describe('The entry of the yearly programme that it is.'),
    incidentId: z.string().describe('The incident that is played; it exists once the drill has begun.'),
    plan: z
      .object({ id: z.string(), version: z.int(), hash: z.string() })
      .describe('The version that is played; before it has begun, that of the scheme.'),
    director: Named,
    openedAt: Time,
    plannedAt: Time.optional(),
    pace: z.number(),
    simulateAbsent: z.boolean(),
    storyNow: Time.optional().describe('What the clock of the drill shows, while it is under way.'),
    startedAt: Time.optional().describe('When its conduct began.'),
    ended: z.object({ why: z.enum(ENDS), at: Time, words: z.string() }).optional(),
    brokenOff: z
      .object({ played: z.int(), all: z.int(), words: z.string() })
      .optional()
      .describe('It was stopped, or gave way to a real incident, once so many injects were played: there is no score.'),
    score: z.number().optional(),
    conclusion: Named.optional(),
    restsOn: z
      .object({ rated: z.int(), criteria: z.int(), played: z.int(), injects: z.int() })
      .optional()
      .describe(
        'How much the result of the report rests on: criteria that were rated, of all; injects that were played, of the scenario.',
      ),
    acceptedByPeople: z
      .boolean()
      .describe(
        'Command has accepted the report, or the operator for it, and not the simulator: what that accepts proves nothing.',
      ),
  })
  .meta({ id: 'Drill' });
export type Drill = z.infer<typeof Drill>;

export const DrillRecord = Drill.extend({
  simulated: z
    .object({ seed: z.int(), people: z.array(Named) })
    .optional()
    .describe('Who is not there, and played by the simulator.'),
  approvalSimulated: z.literal(true).optional().describe('The scheme was approved by the simulator.'),
  roles: z.object({
    controllers: z.array(Named),
    evaluators: z.array(Named),
    safety: z.array(Named),
    observers: z.array(Named),
    players: z.array(Named),
  }),
  injects: z.array(Inject),
  preempted: z
    .object({ incidentId: z.string(), people: z.array(Named) })
    .optional()
    .describe('By the latest real incident; everybody who was taken.'),
  taken: z
    .array(z.object({ incidentId: z.string(), people: z.array(Named) }))
    .describe('By which real incident, in the order of time.'),
  feedback: z
    .object({
      dueAt: Time,
      anonymous: z.boolean(),
      questions: z.array(z.object({ id: z.string(), text: z.string() })),
      given: z.array(Named),
      missing: z.array(Named).describe('Asked, and not answered.'),
      simulated: z.array(Named).describe('Played by the simulator: they were not asked.'),
      sheets: z.array(z.record(z.string(), z.string())).describe('What was said without a name, in no order.'),
      heldBack: z
        .int()
        .optional()
        .describe(
          'So many sheets without a name can be read once everybody has answered, time is up, or the report is handed in.',
        ),
    })
    .optional(),
  scale: z.array(Named).describe('What the ratings are called by the plan, the best first.'),
  ratings: z.array(
    z.object({
      criterion: Named,
      rating: z.enum(RATINGS).optional(),
      by: z
        .enum(RATED_BY)
        .optional()
        .describe(
          'The machine counts expected actions and figures; people have the last word; what the simulator says does not count.',
        ),
      seen: z
        .object({
          ...{ inTime: z.int(), late: z.int(), missed: z.int() },
          figures: z
            .array(
              z.object({
                by: z.enum(RATING_MEASURES),
                value: z.number().describe('Milliseconds, a share from 0 to 1, or levels away from the key.'),
                rating: z.enum(RATINGS),
                simulated: z.literal(true).optional(),
                words: z.string(),
              }),
            )
            .optional(),
          decidedBy: z
            .array(z.enum(['actions', 'weaknesses', ...RATING_MEASURES]))
            .describe('Of what rates it, that which made it no better: the worst counts.'),
        })
        .optional(),
    }),
  ),
  weaknesses: z
    .array(
      z.object({
        code: z.enum(WEAKNESS_CODES),
        found: z.string(),
        advice: z.string(),
        criteria: z.array(z.string()).describe('That it counts against, by the plan.'),
        seqs: z.array(z.int()).describe('Events of its incident in which it did harm.'),
      }),
    )
    .optional()
    .describe('Of plan, roster and ledger, brought to light by the drill; absent where there are none.'),
  report: z
    .object({
      version: z.int(),
      at: Time,
      simulated: z.literal(true).optional().describe('Accepted by the simulator: it proves nothing.'),
      handedInBySimulator: z.literal(true).optional(),
      capped: z.array(Named).optional().describe('Critical criteria that were not met, and hold the result down.'),
    })
    .optional(),
  unimproved: z
    .array(Named)
    .optional()
    .describe(
      'Rated M or U, and without an improvement yet: by the plan each leads to one. Once a report was handed in.',
    ),
  papers: z
    .array(z.object({ paper: z.enum(DRILL_PAPERS), format: z.string(), lang: LangCode, sha256: z.string() }))
    .describe('As they were distributed and submitted. Their hashes stand in the record.'),
  comparison: z
    .object({
      runs: z.array(
        z.object({
          kind: z.enum(['drill', 'incident']),
          id: z.string(),
          at: Time,
          version: z.int(),
          score: z.number().optional(),
          simulated: z.literal(true).optional().describe('Somebody in it was played by the simulator.'),
        }),
      ),
      leftOut: z
        .array(z.object({ why: z.enum(LEFT_OUT), count: z.int(), words: z.string() }))
        .describe('What would belong there and does not stand there, and why.'),
      rows: z.array(
        z.object({
          measure: z.string(),
          words: z.string(),
          values: z.array(z.string().nullable()).describe('In the order of the runs; null: not known.'),
          change: z.enum(['better', 'worse', 'same']).optional(),
        }),
      ),
    })
    .optional()
    .describe(
      'Once it is over: beside earlier drills and real incidents on this version of the plan or the one before, people beside people and the simulator beside itself. A tabletop tells its own time: of it there are no times.',
    ),
  events: z.array(
    z.object({
      ...{ seq: Seq, at: Time, type: z.string(), by: Actor, words: z.string() },
      simulated: z.literal(true).optional().describe('Done by the simulator for somebody who is not there.'),
    }),
  ),
}).meta({ id: 'DrillRecord' });
export type DrillRecord = z.infer<typeof DrillRecord>;

export const DrillList = z
  .object({ items: z.array(Drill), next: z.string().optional().describe('Absent on the last page.') })
  .meta({ id: 'DrillList' });
export type DrillList = z.infer<typeof DrillList>;
