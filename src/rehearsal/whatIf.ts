import { isUnknown, metricsOf, TIME_METRICS } from '../domain/metrics/index.js';
import type { TimeMetric } from '../domain/metrics/index.js';
import type { EventType, IncidentEvent } from '../domain/incident/index.js';
import type { CompiledPlan } from '../domain/plan/compiled.js';
import type { LedgerItem } from '../domain/plan/ledger.js';
import type { Duration, Instant } from '../domain/time.js';
import { differences } from './differences.js';
import type { Comparable, Differences } from './differences.js';
import { Numbers } from './numbers.js';
import { rerun } from './rerun.js';
import type { RecordedInputs, Rerun } from './rerun.js';

export interface WhatIf extends Differences {
  /** Of what the record tells of, how much comes again at the same time when it is run anew under the plan of then. */
  again: { same: number; of: number };
  /** Milliseconds; absent where there is none. Only those that differ. */
  times: { metric: TimeMetric; then?: Duration; now?: Duration }[];
  /** Beyond what is refused under the plan of then as well. */
  refused: Rerun['refused'];
}

export interface OtherPlan {
  plan: CompiledPlan;
  /** Beside it; used for both runs. */
  ledger: readonly LedgerItem[];
}

/**
 * A recorded incident under another plan, held against the same under the plan of then. Both are run anew, so that what differs is
 * the plan's doing: what the world answers is made up for both alike. `words`: how an event reads, in either.
 */
export function whatIf(inputs: RecordedInputs, other: OtherPlan, words: (event: IncidentEvent) => string): WhatIf {
  const told = ({ events, numbers }: Pick<Rerun, 'events' | 'numbers'>): Comparable[] =>
    events
      .filter(({ type }) => !UNTOLD.has(type))
      .map((event) => ({ at: event.at, words: words(event), reads: words(numbers.withoutNumbers(event)) }));
  const then = rerun(inputs, inputs.basis.plan, other.ledger);
  const now = rerun(inputs, other.plan, other.ledger);
  const recorded = told({ events: inputs.events, numbers: new Numbers(inputs.events) });
  const until = inputs.events.at(-1)?.at ?? 0;
  return {
    ...differences(told(then), told(now)),
    again: { same: differences(recorded, told(then)).same, of: recorded.length },
    times: timesOf(then, inputs.basis.plan, now, other.plan, until),
    refused: now.refused.filter(
      (one) => !then.refused.some(({ requestId, code }) => requestId === one.requestId && code === one.code),
    ),
  };
}

function timesOf(
  then: Rerun,
  planThen: CompiledPlan,
  now: Rerun,
  planNow: CompiledPlan,
  until: Instant,
): WhatIf['times'] {
  const [before, after] = [
    metricsOf([...then.events], planThen, until).times,
    metricsOf([...now.events], planNow, until).times,
  ];
  return TIME_METRICS.flatMap((metric) => {
    const [was, is] = [before[metric], after[metric]];
    const [from, to] = [isUnknown(was) ? undefined : was.value, isUnknown(is) ? undefined : is.value];
    if (from === to) return [];
    return [{ metric, ...(from === undefined ? {} : { then: from }), ...(to === undefined ? {} : { now: to }) }];
  });
}

/** What is between Muster and the world, and reads the same whatever it is about. */
const UNTOLD: ReadonlySet<EventType> = new Set<EventType>([
  'effectRequested',
  'noticeAttempted',
  'noticeRetried',
  'noticeCancelled',
  'documentWritten',
  'sitrepSent',
  'claimsAnswered',
  'claimsReleased',
  'stockBooked',
  'improvementStarted',
  'refused',
  'paceSet',
  'planMoved',
]);
