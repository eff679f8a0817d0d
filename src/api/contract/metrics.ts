import { z } from 'zod';
import { GROUPINGS, READINESS, SHARE_METRICS, TIME_METRICS } from '../../domain/metrics/index.js';
import { Id, Mode, Named, Seq, Time } from './common.js';

/** Every metric is defined in docs/metrics.md. */

const unknown = {
  unknown: z.string().optional().describe('Why it cannot be taken: a stable code. Then there is no number.'),
  why: z.string().optional().describe('The same in words.'),
};
const seqs = z.array(Seq).describe('The events that it was taken from.');

const MeasuredTime = z.object({
  value: z.int().min(0).optional().describe('Milliseconds.'),
  stretches: z.int().optional().describe('Where it came back: `value` is the sum of so many stretches.'),
  simulated: z.literal(true).optional().describe('Taken from what the simulator did: it says nothing of people.'),
  ...unknown,
  seqs,
});

const counts = {
  met: z.int().min(0).optional(),
  of: z.int().min(1).optional(),
  share: z.number().min(0).max(1).optional().describe('`met` ÷ `of`.'),
};
const MeasuredShare = z.object({ ...counts, ...unknown, seqs });
export type MeasuredShare = z.infer<typeof MeasuredShare>;

const Within = z
  .array(MeasuredShare.extend({ minutes: z.int() }))
  .describe('Of those whom it still concerned then, who had answered: accepted, declined or come.');

export const IncidentMetrics = z
  .object({
    id: z.string(),
    mode: Mode,
    seq: Seq,
    asOf: Time.describe('What falls due after it is not counted.'),
    times: z.array(MeasuredTime.extend({ metric: z.enum(TIME_METRICS), name: z.string() })),
    quorums: z
      .array(
        MeasuredTime.extend({
          team: Named,
          from: z.enum(['called', 'changed']).describe('`changed`: another number was wanted from then on.'),
          words: z.string(),
        }),
      )
      .describe('Only of teams that are counted; a reopening begins anew.'),
    filings: z.object({
      items: z
        .array(
          z.object({
            obligation: Named,
            outcome: z.enum(['on_time', 'late', 'missed', 'open', 'no_limit']),
            words: z.string().describe('The outcome in words.'),
            due: Time.optional(),
            filedAt: Time.optional(),
            margin: z.int().min(0).optional().describe('So long before the limit.'),
            late: z.int().min(0).optional().describe('So long after it; of what is missed, until `asOf`.'),
            undecided: z.boolean().describe('Nobody has said whether law asks for it.'),
            own: z.boolean().describe('The limit is the organisation’s own.'),
            theirs: z.boolean().describe('Somebody else has to file it: not counted.'),
            unverified: z.boolean().describe('Nobody has compared the rule with its source.'),
            seqs,
          }),
        )
        .describe('What was lifted is left out.'),
      onTime: MeasuredShare.describe('Of the limits of the law; what was missed counts as late.'),
      onTimeOwn: MeasuredShare.describe('Of the organisation’s own limits.'),
    }),
    reach: z.object({
      notices: z
        .array(z.object({ notice: z.string(), template: z.string(), at: Time, within: Within }))
        .describe('Each that asks for an acknowledgement.'),
      overall: Within.describe('Of all alerts and calls; reminders go to those who are counted already.'),
      byChannel: z.object(unknown),
    }),
    sitreps: MeasuredShare.describe('Released by their time, of all times at which one was due.'),
    requests: MeasuredShare.describe('Requests for resources that were filled in time.'),
  })
  .meta({ id: 'IncidentMetrics', description: 'Metrics of one incident, from its events alone.' });
export type IncidentMetrics = z.infer<typeof IncidentMetrics>;

export const MetricsQuery = z
  .strictObject({
    from: Time.optional().describe('Reported from then on. Default: a year before `to`.'),
    to: Time.optional().describe('Reported before then. Default: now.'),
    category: Id.optional(),
    level: Id.optional().describe('The response level in the end.'),
    mode: Mode.default('real').describe('Never both.'),
    by: z.enum(GROUPINGS).default('month').describe('By the day of the report, where the plan’s people sit.'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
    message: 'from < to',
    path: ['from'],
  });

const Summary = z.object({
  incidents: z.int(),
  times: z.array(
    z.object({
      metric: z.enum([...TIME_METRICS, 'quorum']),
      name: z.string(),
      n: z.int().describe('Of so many it is known.'),
      unknown: z.int(),
      simulated: z.int().optional().describe('Taken from what the simulator did, and not counted.'),
      median: z.int().min(0).optional().describe('Milliseconds; absent where `n` is 0.'),
      p90: z
        .int()
        .min(0)
        .optional()
        .describe('The nearest rank: a time that was taken. Where `n` is below 10, the longest.'),
    }),
  ),
  shares: z.array(
    z.object({
      metric: z.enum(SHARE_METRICS),
      name: z.string(),
      n: z.int().describe('In so many incidents there was something to count; all of it together.'),
      unknown: z.int(),
      ...counts,
    }),
  ),
});
export type MetricsSummary = z.infer<typeof Summary>;

export const Metrics = z
  .object({
    mode: Mode,
    from: Time,
    to: Time,
    by: z.enum(GROUPINGS),
    asOf: Time,
    leftOut: z
      .object({ rejected: z.int(), merged: z.int() })
      .describe('Incidents that are not counted: reports that were rejected, and what became a part of another one.'),
    complete: z.boolean().describe('`false`: there are more in this time; only the latest reported are counted.'),
    overall: Summary,
    groups: z.array(Summary.extend({ key: z.string(), name: z.string() })),
    readiness: z
      .array(z.object({ metric: z.enum(READINESS), name: z.string(), ...counts, ...unknown }))
      .describe('As of today, by the plan in effect, roster and ledger; whatever the time asked for.'),
  })
  .meta({ id: 'Metrics', description: 'Metrics of many incidents, and how ready the organisation is.' });
export type Metrics = z.infer<typeof Metrics>;
