import type { ObligationId } from '../../plan/compiled.js';
import { earliest } from '../../time.js';
import type { Instant } from '../../time.js';
import type { Clock, EventOf, ObligationsTold } from '../events.js';
import type { Heard } from '../hearing.js';
import type { Duty, ObligationsSlice, State } from '../state.js';
import { isMissed, isOwed, nextTold, ruleOf, runsSinceReport, toldAgainAfter } from './clock.js';
import { isCalledFor } from './truth.js';
import { withEntry } from '../withEntry.js';

export function evolveObligations(
  slice: ObligationsSlice,
  event: Heard<'obligations'>,
  state: State,
): ObligationsSlice {
  const next = changed(slice, event, state);
  return next === slice ? slice : timed(next);
}

function changed(slice: ObligationsSlice, event: Heard<'obligations'>, state: State): ObligationsSlice {
  switch (event.type) {
    case 'reported':
      return { ...slice, discoveredAt: event.at };
    case 'reportAbsorbed':
      return { ...slice, discoveredAt: Math.min(event.reportedAt, slice.discoveredAt ?? event.reportedAt) };
    case 'obligationsOpened':
      return told(withClocks(withoutReason(slice), event, state, { status: event.status }), event.tell);
    case 'obligationsConfirmed':
      return told(withClocks(withoutReason(slice), event, state, { status: 'confirmed' }), event.tell);
    case 'obligationClocksMoved':
      return told(withClocks(withoutReason(slice), event, state), event.tell);
    case 'obligationsLifted':
      return { ...lifted(withoutReason(slice), event.obligations, event.seq), ...event.texts };
    case 'obligationsJudged':
      return judged(slice, event, state);
    case 'obligationClockSet': {
      const by = { ...event, clocks: [event.clock] };
      return { ...withClocks(slice, by, state), reason: event.texts.reason };
    }
    case 'obligationsFiled':
      return event.obligations.reduce((s, id) => filed(s, id, event), slice);
    case 'obligationsReminded':
      return event.obligations.reduce(
        (s, { obligation }) => reminded(s, obligation, event.at, state),
        told(slice, event.tell),
      );
    case 'obligationsMissed':
      return event.obligations.reduce((s, id) => missed(s, id, event.at), told(slice, event.tell));
    default:
      return slice;
  }
}

/** A notice quotes the reason of its own event, not of an earlier one. */
function withoutReason(slice: ObligationsSlice): ObligationsSlice {
  return { ...slice, reason: undefined };
}

function change(slice: ObligationsSlice, id: ObligationId, to: (duty: Duty) => Duty): ObligationsSlice {
  const duty = slice.duties[id];
  return duty === undefined ? slice : { ...slice, duties: withEntry(slice.duties, id, to(duty)) };
}

function withClocks(
  slice: ObligationsSlice,
  { clocks, seq, at }: { clocks: Clock[]; seq: number; at: Instant },
  state: State,
  to: { status?: Duty['status'] } = {},
): ObligationsSlice {
  return clocks.reduce((s, { obligation, ...clock }) => {
    const rule = ruleOf(state, obligation);
    const sinceReport = rule !== undefined && runsSinceReport(rule, clock, slice.discoveredAt);
    const before = s.duties[obligation];
    const duty: Duty = {
      status: to.status ?? before?.status ?? 'confirmed',
      start: clock.start,
      sinceReport: sinceReport ? true : undefined,
      due: clock.due,
      next: rule === undefined ? undefined : nextTold(rule, clock, at),
      told: before?.told,
      missedAt: isMissed(clock, at) && before?.missedAt !== undefined ? clock.due : undefined,
      missedBefore: missedBefore(before, clock),
      judged: before?.judged,
      filedAt: undefined,
      filings: undefined,
      file: undefined,
      seq,
    };
    return { ...s, duties: withEntry(s.duties, obligation, duty) };
  }, slice);
}

/**
 * A clock that stands still or runs until later says nothing of the limit that stood before: that passed with nothing filed all the
 * same, and nobody takes it out of sight by setting a clock. An earlier limit passed as well, and says it all.
 */
function missedBefore({ missedAt, missedBefore: all = [] }: Partial<Duty> = {}, { due }: Pick<Clock, 'due'>) {
  const isLater = missedAt !== undefined && (due === undefined || due > missedAt);
  const passed = isLater ? [...all, missedAt] : all;
  return passed.length === 0 ? undefined : passed;
}

function lifted(slice: ObligationsSlice, ids: ObligationId[], seq: number): ObligationsSlice {
  return ids.reduce((s, id) => change(s, id, (duty) => ({ ...duty, next: undefined, status: 'lifted', seq })), slice);
}

function judged(slice: ObligationsSlice, event: EventOf<'obligationsJudged'>, state: State): ObligationsSlice {
  const { applies, obligations, texts, seq } = event;
  const open = withClocks(slice, event, state, { status: 'confirmed' });
  const all = applies ? open : lifted(open, obligations, seq);
  const marked = obligations.reduce((s, id) => {
    const rule = ruleOf(state, id);
    const knowingly = rule !== undefined && isCalledFor(state, rule) === true;
    return change(s, id, (duty) => ({ ...duty, judged: knowingly ? 'knowingly' : 'undecided' }));
  }, all);
  return { ...marked, reason: texts.reason };
}

function filed(
  slice: ObligationsSlice,
  id: ObligationId,
  { filedAt, file, seq }: EventOf<'obligationsFiled'>,
): ObligationsSlice {
  const duty: Partial<Duty> = slice.duties[id] ?? {};
  const first = Math.min(filedAt, duty.filedAt ?? filedAt);
  const missed = duty.missedBefore?.filter((limit) => first > limit) ?? [];
  const after: Duty = {
    ...duty,
    status: 'filed',
    next: undefined,
    filedAt: first,
    filings: (duty.filings ?? 0) + 1,
    file,
    // What was filed before a limit and entered after it was in time.
    missedBefore: missed.length === 0 ? undefined : missed,
    missedAt: duty.due !== undefined && first > duty.due ? duty.due : undefined,
    seq,
  };
  return { ...slice, duties: withEntry(slice.duties, id, after) };
}

function reminded(slice: ObligationsSlice, id: ObligationId, at: Instant, state: State): ObligationsSlice {
  const rule = ruleOf(state, id);
  return change(slice, id, (duty) => ({
    ...duty,
    next: rule === undefined ? undefined : nextTold(rule, duty, at),
  }));
}

function missed(slice: ObligationsSlice, id: ObligationId, at: Instant): ObligationsSlice {
  return change(slice, id, (duty) => ({
    ...duty,
    missedAt: duty.due ?? duty.missedAt,
    next: { percent: 100, at: at + toldAgainAfter(duty) },
  }));
}

function told(slice: ObligationsSlice, tell: ObligationsTold[]): ObligationsSlice {
  const ids = new Set(tell.flatMap(({ obligations }) => obligations));
  return [...ids].reduce((s, id) => change(s, id, (duty) => ({ ...duty, told: true })), slice);
}

function timed(slice: ObligationsSlice): ObligationsSlice {
  const wakeAt = earliest(...Object.values(slice.duties).map((duty) => (isOwed(duty) ? duty.next?.at : undefined)));
  return { ...slice, wakeAt };
}
