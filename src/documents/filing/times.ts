import type { Instant } from '../../domain/time.js';
import type { Fill } from './answers.js';
import { ofTypes } from './context.js';
import type { FilingContext } from './context.js';
import { materiality } from './people.js';

/** When what happened. When it is filed, whoever files it writes down. */
export const TIMES: Readonly<Record<string, Fill>> = {
  discoveredAt: ({ time, discoveredAt }) => [time(discoveredAt)],
  occurredAt: ({ time, state }) => [timeIfAny(time, state.report.occurredAt)],
  awareAt: (context) => [context.time(awareAt(context))],
  elapsed: (context) => [context.say.duration(context.now - awareAt(context))],
  classifiedAt: ({ time, events }) => [timeIfAny(time, ofTypes(events, 'confirmed')[0]?.at)],
  // Not from when the clock runs: to be safe that is when it first may have been.
  materialAt: (context) => [timeIfAny(context.time, materiality(context)?.at)],
  dueAt: ({ time, duty }) => [timeIfAny(time, duty?.due)],
  asOf: ({ time, now }) => [time(now)],
  delayReason: ({ words, duty, now }) => [duty?.due === undefined || now > duty.due ? undefined : words.inTime],
  endedAt: ({ time, state }) => [timeIfAny(time, state.termination.terminatedAt)],
  duration: ({ words, say, state, now, discoveredAt }) => {
    const { occurredAt } = state.report;
    const { terminatedAt } = state.termination;
    return [
      words.lasting({
        span: say.duration((terminatedAt ?? now) - (occurredAt ?? discoveredAt)),
        since: occurredAt === undefined ? 'discovered' : 'occurred',
        ended: terminatedAt !== undefined,
      }),
    ];
  },
  ongoing: ({ words, time, state: { termination, phase } }) => {
    if (termination.terminatedAt !== undefined) return [words.ended(time(termination.terminatedAt))];
    return [phase === 'responding' ? words.ongoing : undefined];
  },
};

function awareAt({ rule, duty, discoveredAt }: FilingContext): Instant {
  return rule.start === 'aware' ? (duty?.start ?? discoveredAt) : discoveredAt;
}

function timeIfAny(time: FilingContext['time'], at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : time(at);
}
