import { z } from 'zod';
import { MILESTONES, RESOURCE_CLASSES } from '../compiled.js';
import { duration, id, listOf, record, ref, refs, rows, text } from '../fields.js';
import { condition } from './conditions.js';

/** Whom a report alerts, how often they are reminded while nobody has verified it, and what happens when time is up. */
export const verification = record({
  posts: refs('post'),
  rows: rows.exactOptional(),
  remindAfter: duration,
  reminders: z.int().min(0).max(100),
  /** What whoever reports says, at least. */
  reportContents: listOf(text).exactOptional(),
  /** From the report to a decision; the first entry whose `categories` fit. */
  timeBox: listOf(record({ categories: refs('category').exactOptional(), within: duration })).exactOptional(),
  /** When nobody has decided by then: treat it as real at the proposed level (`provisionalLevel` without one), or tell more people. */
  onTimeout: record({
    do: z.enum(['treatAsReal', 'escalate']),
    provisionalLevel: ref('level').exactOptional(),
    escalateTo: refs('post').exactOptional(),
  }).exactOptional(),
  /** Levels that start by themselves when the criteria propose them, without waiting for a person. */
  automatic: refs('level').exactOptional(),
  /** Standby 预警启动: who is forewarned, and when it must be decided on again. */
  standby: record({ teams: refs('team'), reverifyAfter: duration }).exactOptional(),
});

/** The team is called at these levels; with `categories`, only for those. */
export const mobilisation = listOf(
  record({
    team: ref('team'),
    levels: refs('level'),
    categories: refs('category').exactOptional(),
    rows: rows.exactOptional(),
    /** How many of the team must come; without it, everybody is wanted and nothing is counted. */
    headcount: z.int().min(1).max(1_000).exactOptional(),
    qualifications: listOf(
      record({ qualification: ref('qualification'), people: z.int().min(1).max(100) }),
    ).exactOptional(),
    /** From the call until `headcount` and `qualifications` must be met. */
    quorumWithin: duration.exactOptional(),
    /** Posts that are asked next, in this order, when members do not suffice. */
    substitutes: refs('post').exactOptional(),
    /** External partners that are asked last. */
    partners: refs('partner').exactOptional(),
  }),
);

const CHANNELS = ['email', 'sms', 'phone', 'dingtalk', 'wecom', 'feishu', 'webhook'] as const;
const channels = listOf(z.enum(CHANNELS)).exactOptional();

/** Both waits count from the call. `escalateTo`: told about silence besides the lead of the team. */
const ladder = record({ channels, remindAfter: duration, escalateAfter: duration, escalateTo: refs('post') });

/** `alert` is for command posts when a report comes in, `call` for teams, `inform` for what asks for no answer. */
export const notification = record({
  alert: ladder,
  call: ladder,
  inform: record({ channels }).exactOptional(),
  /** Told one after the other when a team is short of people at its time; command is told last, named or not. */
  shortage: record({ tell: refs('post') }).exactOptional(),
  retry: record({ waits: listOf(duration), giveUpAfter: duration }),
});

/** How long people may be on duty, how long they rest before they are called again, and who sees to their relief. */
export const shifts = record({ longest: duration, rest: duration, tell: refs('post') });

/** Phases of an incident that have tasks. */
export const TASK_PHASES = ['reported', 'standby', 'responding', 'watching', 'aftermath'] as const;
const EVIDENCE = ['note', 'link', 'file'] as const;

/** Due counts from the moment at which the phase begins, or at which the last of `after` is done. */
export const tasks = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    name: text,
    instructions: text.exactOptional(),
    phase: z.enum(TASK_PHASES),
    categories: refs('category').exactOptional(),
    levels: refs('level').exactOptional(),
    owner: ref('post'),
    due: duration,
    after: refs('task').exactOptional(),
    mandatory: z.boolean(),
    evidence: z.enum(EVIDENCE).exactOptional(),
    /** Only somebody who neither started nor finished that task can finish this one. */
    verifies: ref('task').exactOptional(),
    /** By what one sees that it is done. */
    done: text,
    resources: refs('resource').exactOptional(),
    /** Matters to nobody outside: no filing tells that it is planned, nor that it was done without a result. */
    internal: z.boolean().exactOptional(),
    /** For the metrics: what is so once it is done. */
    marks: z.enum(MILESTONES).exactOptional(),
  }),
);

/** Cordon and access control 现场警戒: who sets and lifts the cordon and lets people in. Without it, command. */
export const scene = record({ rows: rows.exactOptional(), posts: refs('post') });

/** Situation reports 信息报送. */
export const sitreps = record({
  rows: rows.exactOptional(),
  drafter: ref('post'),
  releasedBy: ref('post'),
  contents: listOf(text),
  cadence: listOf(
    record({ levels: refs('level'), every: duration, to: refs('post'), partners: refs('partner').exactOptional() }),
  ),
});

/** A criterion without `levels` is asked for at every level. */
export const termination = record({
  rows: rows.exactOptional(),
  criteria: listOf(
    record({
      id,
      text,
      levels: refs('level').exactOptional(),
      confirmedBy: ref('post').exactOptional(),
      /** For the metrics: what is so once it is confirmed. */
      marks: z.enum(['contained', 'restored']).exactOptional(),
    }),
  ),
  /** Levels at which one person proposes the end and another confirms it. */
  secondSignature: z.array(ref('level')),
  /** After the end the incident is watched for so long; a recurrence reopens it. */
  watch: listOf(record({ levels: refs('level'), for: duration })).exactOptional(),
  /** Who may end it with criteria open, and who must sign as the second person. */
  override: record({ posts: refs('post'), secondPosts: refs('post') }).exactOptional(),
});

/** What must be there. How much of it is there stands in the ledger. */
export const resources = listOf(
  record({
    id,
    rows: rows.exactOptional(),
    class: z.enum(RESOURCE_CLASSES),
    name: text,
    type: text.exactOptional(),
    unit: text,
    minimum: z.number().positive(),
    /** Replenished when the stock falls to this. At least `minimum`. */
    reorder: z.number().positive().exactOptional(),
    custodian: ref('post'),
    deputy: ref('post').exactOptional(),
    location: text,
    inspectEvery: duration,
    replenishWithin: duration.exactOptional(),
    partner: ref('partner').exactOptional(),
  }),
);

/** What an incident of this type and scale gets without being asked (R10). */
export const allocation = listOf(
  record({
    id,
    when: condition,
    resources: listOf(record({ resource: ref('resource'), quantity: z.number().positive() })),
  }),
);

/** The emergency fund, and who may spend how much without asking. */
export const funds = record({
  rows: rows.exactOptional(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'bad_currency'),
  budgets: listOf(record({ id, name: text, amount: z.number().positive(), purpose: text, custodian: ref('post') })),
  /** Up to this amount each; without `upTo`, any amount. */
  authority: listOf(
    record({ upTo: z.number().positive().exactOptional(), posts: refs('post'), levels: refs('level').exactOptional() }),
  ),
});
