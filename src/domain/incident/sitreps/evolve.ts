import type { Instant } from '../../time.js';
import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { excerpt } from '../excerpt.js';
import type { OpenSitrep, SitrepsSlice, State } from '../state.js';
import { cadenceFor, cadenceNow, draftTime, REPEATED_EVERY } from './cadence.js';

/** Enough to see the rhythm; the whole list stands in the record. */
const RELEASES_REMEMBERED = 5;

export function evolveSitreps(slice: SitrepsSlice, event: Heard<'sitreps'>, state: State): SitrepsSlice {
  const { plan } = state.basis;
  switch (event.type) {
    case 'reported':
      return { ...slice, told: { upTo: 0, at: event.at } };
    case 'activated':
    case 'reopened':
      return withRhythm(slice, cadenceFor(plan, event.level), event.at);
    case 'levelChanged':
      return event.from === event.to ? slice : withRhythm(slice, cadenceFor(plan, event.to), event.at);
    case 'planMoved':
      return state.phase === 'responding' ? withPlan(slice, state, event.at) : slice;
    case 'sitrepDrafted':
      return withDraft(slice, event, state);
    case 'sitrepEdited':
      return slice.open === undefined ? slice : { ...slice, open: withEdit(slice.open, event) };
    case 'sitrepRescheduled':
      return slice.open === undefined ? slice : rescheduled(slice, slice.open, event, state);
    case 'sitrepOverdue':
      return slice.open === undefined ? slice : { ...slice, open: told(slice.open, event, state) };
    case 'sitrepReleased':
      return released(slice, event, state);
    case 'sitrepSent':
      return sent(slice, event);
    case 'sitrepLapsed':
      return slice.open === undefined ? slice : { ...slice, open: undefined };
    default:
      return slice;
  }
}

type Cadence = ReturnType<typeof cadenceFor>;

/** A level sets the rhythm anew, from the moment at which it is decided. */
function withRhythm(slice: SitrepsSlice, cadence: Cadence, at: Instant): SitrepsSlice {
  return withNext(slice, cadence, cadence && at + cadence.every);
}

/** Another version of the plan may want the next one earlier, never later. */
function withPlan(slice: SitrepsSlice, state: State, at: Instant): SitrepsSlice {
  const cadence = cadenceNow(state);
  const dueAt = cadence && Math.min(slice.next?.dueAt ?? Infinity, at + cadence.every);
  return withNext(slice, cadence, dueAt);
}

function withNext(slice: SitrepsSlice, cadence: Cadence, dueAt: Instant | undefined): SitrepsSlice {
  if (cadence === undefined || dueAt === undefined) {
    return slice.next === undefined ? slice : { ...slice, next: undefined };
  }
  const next = { draftAt: draftTime(dueAt, cadence), dueAt };
  return { ...slice, next, open: slice.open && { ...slice.open, repeatAt: dueAt } };
}

function withDraft(slice: SitrepsSlice, event: EventOf<'sitrepDrafted'>, state: State): SitrepsSlice {
  const { number, since, upTo, from, dueAt, nextDueAt, missed, final } = event;
  const open: OpenSitrep = {
    number,
    since,
    upTo,
    from,
    dueAt,
    missed,
    final,
    sections: {},
    stage: 'owners',
    tellAt: dueAt,
    repeatAt: nextDueAt ?? dueAt + REPEATED_EVERY,
  };
  return withNext({ ...slice, last: number, open }, cadenceNow(state), nextDueAt);
}

function withEdit(open: OpenSitrep, { edited, cleared, texts = {}, actor }: EventOf<'sitrepEdited'>): OpenSitrep {
  const kept = Object.entries(open.sections).filter(([section]) => !cleared.some((name) => name === section));
  const written = edited.flatMap((section) => {
    const text = texts[section];
    return text === undefined ? [] : [[section, { text, by: actor }] as const];
  });
  return { ...open, sections: Object.fromEntries([...kept, ...written]) };
}

/** Whoever has not been told yet that it is overdue is told in any case; what is given another time begins anew. */
function rescheduled(
  slice: SitrepsSlice,
  open: OpenSitrep,
  event: EventOf<'sitrepRescheduled'>,
  state: State,
): SitrepsSlice {
  const { why, dueAt, nextDueAt, missed, final, at } = event;
  const repeats = why === 'missed' || why === 'unreleased';
  const moved: OpenSitrep = {
    ...open,
    dueAt,
    missed,
    final,
    ...(repeats ? { tellAt: open.tellAt ?? at } : { stage: 'owners', tellAt: dueAt }),
    repeatAt: nextDueAt ?? at + REPEATED_EVERY,
  };
  return withNext({ ...slice, open: moved }, cadenceNow(state), nextDueAt);
}

/** The waits count from the notice that really left, so that an outage does not cut them short. */
function told(open: OpenSitrep, event: EventOf<'sitrepOverdue'>, state: State): OpenSitrep {
  const { remindAfter, escalateAfter } = state.basis.plan.notification.call;
  switch (event.stage) {
    case 'owners':
      return { ...open, stage: 'lead', tellAt: event.at + remindAfter };
    case 'lead':
      return { ...open, stage: 'command', tellAt: event.at + Math.max(0, escalateAfter - remindAfter) };
    case 'command':
      return { ...open, stage: 'owners', tellAt: undefined };
  }
}

function released(slice: SitrepsSlice, event: EventOf<'sitrepReleased'>, state: State): SitrepsSlice {
  const { number, upTo, at, dueAt, missed, final, nextDueAt, to, partners, texts = {} } = event;
  const { situation, decisions } = texts;
  const isFinal = final === undefined ? {} : { final };
  const mail = {
    to,
    ...(partners.length === 0 ? {} : { partners }),
    ...(situation === undefined ? {} : { situation: excerpt(situation) }),
    ...(decisions === undefined ? {} : { toDecide: excerpt(decisions) }),
    ...isFinal,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
  const closed: SitrepsSlice = {
    ...slice,
    open: undefined,
    told: { upTo, at },
    unsent: { ...slice.unsent, [number]: mail },
    released: [...slice.released, { number, at, dueAt, missed, documentId: undefined, ...isFinal }].slice(
      -RELEASES_REMEMBERED,
    ),
  };
  return withNext(closed, cadenceNow(state), nextDueAt);
}

function sent(slice: SitrepsSlice, { number, documentId }: EventOf<'sitrepSent'>): SitrepsSlice {
  const { [number]: mail, ...unsent } = slice.unsent;
  const { to: _to, partners: _partners, ...said } = mail ?? { to: [] };
  const released = slice.released.map((one) => (one.number === number ? { ...one, documentId } : one));
  return { ...slice, unsent, sent: said, released };
}
