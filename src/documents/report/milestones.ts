import type { EventOf, EventType, IncidentEvent } from '../../domain/incident/index.js';
import type { Duration, Instant } from '../../domain/time.js';
import type { ReportSpan } from '../../domain/words/index.js';

export interface Span {
  name: ReportSpan;
  from?: Instant;
  to?: Instant;
  /** Of a sum, which runs from no one moment to another. */
  sum?: Duration;
}

export function firstOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T> | undefined {
  return events.find((event): event is EventOf<T> => (types as EventType[]).includes(event.type));
}

export function lastOf<T extends EventType>(events: readonly IncidentEvent[], ...types: T[]): EventOf<T> | undefined {
  return events.findLast((event): event is EventOf<T> => (types as EventType[]).includes(event.type));
}

/** From when to when; an end that is missing did not happen, or is not on record. */
export function spans(events: readonly IncidentEvent[]): Span[] {
  const reported = firstOf(events, 'reported');
  const activated = firstOf(events, 'activated')?.at;
  const verified = firstOf(events, 'confirmed', 'rejected')?.at;
  const teamCall = events.find((e) => e.type === 'called' && e.calls.some(({ target }) => target.kind === 'team'))?.at;
  // Whoever is called anew after a recurrence answers that call.
  const recurred = events.findIndex(({ type }) => type === 'reopened');
  const first = recurred < 0 ? events : events.slice(0, recurred);
  const alertAnswers = acknowledgements(first, 'post');
  const teamAnswers = acknowledgements(first, 'team');
  return [
    span('occurredToReported', reported?.occurredAt, reported?.at),
    span('reportedToAlertAcknowledged', reported?.at, alertAnswers[0]),
    span('reportedToStandby', reported?.at, firstOf(events, 'standbyDeclared')?.at),
    span('reportedToVerified', reported?.at, verified),
    span('verifiedToActivated', verified, activated),
    span('calledToFirstAcknowledged', teamCall, teamAnswers[0]),
    span('calledToLastAcknowledged', teamCall, teamAnswers.at(-1)),
    ...responses(events),
  ];
}

/** Each time that the response ran, and together; while it is watched nobody responds. */
function responses(events: readonly IncidentEvent[]): Span[] {
  const reported = firstOf(events, 'reported')?.at;
  const terminated = lastOf(events, 'terminated')?.at;
  const begun = events.filter((event) => event.type === 'reopened');
  const first = span('activatedToTerminated', firstOf(events, 'activated')?.at, firstOf(events, 'terminated')?.at);
  if (begun.length === 0) return [first, span('reportedToTerminated', reported, terminated)];
  const later = begun.map(({ at, seq }) => {
    const ended = events.find((event) => event.type === 'terminated' && event.seq > seq);
    return span('reopenedToTerminated', at, ended?.at);
  });
  const lasted = [first, ...later].map(({ from, to }) => (from === undefined || to === undefined ? NaN : to - from));
  const sum = lasted.reduce((all, one) => all + one, 0);
  return [
    first,
    ...later,
    // As long as it runs there is no sum.
    ...(Number.isNaN(sum) ? [] : [{ name: 'inResponse' as const, sum }]),
    span('reportedToLastTerminated', reported, later.at(-1)?.to),
  ];
}

function acknowledgements(events: readonly IncidentEvent[], kind: 'post' | 'team'): Instant[] {
  return events.flatMap((event) =>
    event.type === 'acknowledged' && !event.etaChanged && event.targets.some((target) => target.kind === kind)
      ? [event.at]
      : [],
  );
}

function span(name: ReportSpan, from: Instant | undefined, to: Instant | undefined): Span {
  return { name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
