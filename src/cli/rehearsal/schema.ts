import { z } from 'zod';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const ShareOf = z.strictObject({ count, of: count, share, from: share, to: share });
const QuantileOf = z.strictObject({ value: z.number(), from: z.number(), to: z.number() });
const summary = { n: count, median: QuantileOf, p90: QuantileOf };
const Summary = z.strictObject(summary);
const harmed = { harm: ShareOf };
const Time = z.strictObject({ ...summary, reached: ShareOf });

const Weakness = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('team_without_substitutes'), team: z.string(), ...harmed }),
  z.strictObject({
    code: z.literal('post_without_deputy'),
    post: z.string(),
    person: z.string().optional(),
    ...harmed,
  }),
  z.strictObject({
    code: z.literal('time_box_beyond_limit'),
    obligation: z.string(),
    timeBox: z.number(),
    limit: z.number(),
    ...harmed,
  }),
  z.strictObject({ code: z.literal('item_short'), resource: z.string(), missing: z.number(), ...harmed }),
  z.strictObject({ code: z.literal('task_without_owner'), task: z.string(), post: z.string(), ...harmed }),
]);

const who = z.array(
  z.strictObject({ post: z.string(), why: z.enum(['away', 'unreached', 'left', 'declined', 'late', 'slow']) }),
);
const Cause = z.discriminatedUnion('of', [
  z.strictObject({ of: z.enum(['command', 'verification']), who, share: ShareOf }),
  z.strictObject({ of: z.literal('quorum'), team: z.string(), who, share: ShareOf }),
]);

/** What `muster rehearse --json` answers. Times in milliseconds; `from` and `to`: 95 % intervals. */
export const Rehearsal = z.strictObject({
  plan: z.strictObject({ id: z.string(), version: z.int(), hash: z.string() }),
  scenario: z.string(),
  runs: count,
  seed: z.int(),
  start: z.int(),
  parameters: z.record(z.string(), z.unknown()),
  ended: z.strictObject({ terminated: ShareOf, overridden: ShareOf, rejected: ShareOf, unfinished: ShareOf }),
  times: z.strictObject({
    verification: Time.optional(),
    containment: Time.optional(),
    restoration: Time.optional(),
    response: Time.optional(),
  }),
  quorums: z.array(z.strictObject({ team: z.string(), late: ShareOf, took: Summary.optional() })),
  expected: z.array(z.strictObject({ inject: z.string(), inTime: ShareOf, late: ShareOf, missed: ShareOf })),
  unverified: ShareOf,
  commandLapsed: ShareOf,
  causes: z.array(Cause),
  missed: z.array(z.strictObject({ obligation: z.string(), share: ShareOf, ours: z.literal(true).optional() })),
  undone: z.array(z.strictObject({ task: z.string(), share: ShareOf })),
  overdue: z.array(z.strictObject({ task: z.string(), share: ShareOf })),
  overloaded: z.array(z.strictObject({ person: z.string(), share: ShareOf, busy: Summary, waiting: Summary })),
  weaknesses: z.array(Weakness),
});
