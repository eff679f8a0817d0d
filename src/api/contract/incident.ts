import { z } from 'zod';
import { Brief } from './command.js';
import { ObligationView } from './obligations.js';
import { SceneView, TaskView } from './tasks.js';
import { Called } from './mobilisation.js';
import { Actor, Facts, FactValue, Id, LangCode, Mode, Named, Phase, Seq, Time } from './common.js';
import { Document } from './document.js';
import { Improvement } from './improvements.js';
import { OpinionSummary } from './publicOpinion.js';
import { Situation } from './situation.js';
import { Sitreps } from './sitreps.js';

export const IncidentQuery = z.strictObject({
  minSeq: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Waits up to 5 s until the record includes this `seq`, then answers 409 `not_yet` with what it has.'),
});

const Evidence = z.array(z.object({ fact: Named, value: FactValue })).describe('The facts that meet it.');

const Proposal = z.object({
  incidentLevel: Named,
  level: Named,
  hits: z
    .array(z.object({ criterion: Named, incidentLevel: Named, evidence: Evidence }))
    .describe(
      'The criteria that the facts meet, the most severe first. Empty: the mildest level stands for want of knowledge.',
    ),
  raises: z
    .array(z.object({ rule: Named, level: Named, evidence: Evidence }))
    .describe('Rules that call for a stronger response than the incident level does.'),
  explanation: z
    .array(z.string())
    .describe('The same in words: the result, then a sentence for each reason, then what is not known.'),
  unknown: z.array(Named).describe('Facts that nobody has told and that could raise a level.'),
});

export const DocumentQuery = z.strictObject({
  lang: LangCode.optional().describe('Default: the language of Accept-Language, else whatever exists.'),
});

export const Incident = z
  .object({
    id: z.string(),
    mode: Mode,
    clock: z
      .object({
        now: Time.describe('By its own clock; so are all its times.'),
        realNow: Time.describe('By the wall clock.'),
        pace: z.int().describe('How many times as fast as the wall clock it goes; 0: it is paused.'),
      })
      .optional()
      .describe('Only of a drill.'),
    phase: Phase,
    seq: Seq,
    plan: z.object({
      id: z.string(),
      version: z.int(),
      hash: z.string().describe('SHA-256 of the plan document, hex.'),
      name: z.string(),
    }),
    report: z.object({
      category: Named,
      title: z.string(),
      place: z.string(),
      cause: z.string().optional(),
      impact: z.string().optional(),
      description: z.string().optional(),
      occurredAt: Time.optional(),
      facts: Facts,
      reporter: Actor,
      reportedAt: Time,
    }),
    proposal: Proposal.optional(),
    incidentLevel: Named.optional().describe('How bad; absent until confirmed.'),
    level: Named.optional().describe('The response level; absent until confirmed.'),
    verification: z.object({
      outcome: z
        .enum(['confirmed', 'standby', 'rejected', 'provisional'])
        .optional()
        .describe('`provisional`: treated as real because the plan says so; a person has still to decide.'),
      prolonged: z.boolean().optional().describe('Of standby: it was declared again; `at` is when.'),
      by: Actor.optional(),
      at: Time.optional(),
      reason: z.string().optional(),
      next: z
        .object({ step: z.enum(['remindInTime', 'askDeputies', 'timeout', 'remind']), at: Time })
        .optional()
        .describe(
          'What happens by itself while nobody decides: a reminder within the time box, the deputies at its end, what the plan says then, or another reminder.',
        ),
    }),
    command: z
      .object({
        inCommand: Named.optional(),
        offer: z
          .object({ from: Named, to: Named, at: Time, brief: Brief })
          .optional()
          .describe('A handover that is not answered yet.'),
        checkIn: z
          .object({
            due: Time.describe('When whoever commands is reminded, or the next deputy is asked.'),
            asked: z.array(Named).describe('Asked to take over because whoever commands is silent.'),
          })
          .optional()
          .describe('Only while the level asks for check-ins.'),
      })
      .describe('Exactly one person commands.'),
    claims: z
      .object({
        contested: z
          .array(
            z.object({
              person: Named,
              heldBy: z.string().describe('The other incident.'),
              role: z.enum(['command', 'team']),
            }),
          )
          .describe('Wanted here and held by another live incident: a person has to decide.'),
        shared: z.array(z.object({ person: Named, with: z.array(z.string()) })),
      })
      .describe('People between incidents.'),
    merging: z.object({
      asked: z.string().optional().describe('The incident that has been asked to take this one over.'),
      into: z.string().optional().describe('The incident that has taken this one over.'),
      absorbed: z
        .array(z.object({ from: z.string().optional(), reporter: Actor, at: Time }))
        .describe('Further reports of the same thing, the latest last; `from`: the incident that each had become.'),
    }),
    posts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        person: Named.optional().describe('Who fills the post in this incident.'),
        call: Called.optional(),
      }),
    ),
    teams: z.array(Called),
    situation: Situation,
    sitreps: Sitreps,
    tasks: z.array(TaskView).describe('In the order in which they were opened.'),
    obligations: z.array(ObligationView).describe('The first to fall due first.'),
    publicOpinion: OpinionSummary.optional().describe('From the activation on.'),
    scene: SceneView,
    termination: z.object({
      confirmed: z
        .array(z.object({ criterion: Named, by: Actor, at: Time }))
        .describe('The criteria of the end that are met, and on whose word.'),
      proposed: z
        .object({
          by: Actor,
          at: Time,
          criteria: z.array(Named),
          reason: z.string(),
          override: z.boolean().describe('Although something stands against the end.'),
        })
        .optional(),
      terminatedAt: Time.optional().describe('Of the last end; absent while the response runs.'),
      watchUntil: Time.optional().describe(
        'While it is watched: until then, and as long as there is a `recurrence` to decide on, it can be reopened.',
      ),
      recurrence: z
        .object({
          since: Time,
          asked: z.boolean().describe('The deputies of command too, and they may decide.'),
        })
        .optional()
        .describe('While it is watched and may have come back: nobody has decided, and the watch does not end before.'),
      reopenedAt: Time.optional().describe('The last time that it came back.'),
    }),
    openItems: z
      .array(
        z.object({
          code: z
            .enum([
              'criterion_open',
              'task_open',
              'obligation_overdue',
              'own_report_overdue',
              'person_contested',
              'obligation_open',
              'questions_open',
              'people_inside',
              'sitrep_overdue',
              'report_not_written',
              'aftermath_open',
              'cordon_stands',
              'resource_held',
            ])
            .describe(
              'The end waits for `criterion_open` (not confirmed by whoever has to), `task_open` (a mandatory task of the response), `people_inside` and `cordon_stands`, `resource_held` (something of this request is out), `sitrep_overdue`, `obligation_overdue` (the limit of the law has passed with nothing filed) and `person_contested` (nobody has decided which incident has this person). It does not wait for `questions_open` and `own_report_overdue` (past your own target). After the end: `obligation_open` is not registered as filed; closure waits for `report_not_written`, `cordon_stands` and `resource_held`, and for `aftermath_open` (a step of the aftermath that the plan wants) unless whoever closes says otherwise.',
            ),
          id: z
            .string()
            .optional()
            .describe(
              'Of the criterion, the task, the obligation, the person or the request, or the number of the SITREP.',
            ),
          post: z.string().optional().describe('Of a criterion: the post that has to confirm it.'),
          count: z.number().optional().describe('Of questions, of entries, or how much is out.'),
          resource: z.string().optional().describe('What is out.'),
          words: z.string(),
        }),
      )
      .describe('What is still open before the end, or before closure.'),
    dues: z
      .array(
        z.object({
          item: z.string().describe('One word for what it is, then whose where there are several.'),
          words: z.string(),
          dueAt: Time,
          waits: z.literal(true).optional().describe('Others come first: nobody is reminded of it meanwhile.'),
          overdue: z.boolean(),
        }),
      )
      .describe('What people owe by a time in the aftermath and to the public, the first due first.'),
    failures: z
      .object({
        count: z.int(),
        latest: z.object({ at: Time, error: z.string(), notCarriedOut: z.string().describe('In words.') }),
      })
      .optional()
      .describe('Where the program itself failed: what it failed at did not happen and is for people to do.'),
    pendingEffects: z.int().describe('What the world was asked for and has not answered yet.'),
    nextWake: Time.optional().describe('When the incident acts next by itself.'),
    documents: z.array(Document),
    improvements: z
      .array(
        Improvement.pick({
          ...{ id: true, action: true, type: true, owner: true, status: true, words: true },
          ...{ dueAt: true, overdue: true, closedAt: true },
        }),
      )
      .optional()
      .describe('What came out of it, the first due first; absent where nothing has.'),
    closedAt: Time.optional(),
    destroyBy: Time.optional().describe(
      'By then personal data of the incident has to be destroyed; absent where the plan does not say.',
    ),
    erasedAt: Time.optional().describe('When it was.'),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof Incident>;

export const IncidentParams = z.object({ incidentId: Id.describe('The id of the incident.') });
export const DocumentParams = IncidentParams.extend({ documentId: Id, format: z.enum(['docx', 'html']) });
