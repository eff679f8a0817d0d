import type { PersonId } from '../../plan/compiled.js';
import { remembered } from '../../remembered.js';
import { earlier } from '../../time.js';
import type { Instant } from '../../time.js';
import { IN_FLIGHT, seqOf } from '../effects.js';
import type { EffectOf, NoticeTemplate, Recipient, RequestTold } from '../effects.js';
import { callOf } from '../calls.js';
import type { CancelledWhy, EventBody, EventOf, IncidentEvent } from '../events.js';
import type { MessageOf } from '../messages.js';
import { noticesFor, quotedBy } from '../notices.js';
import { isPreempted } from '../preempted.js';
import type { Room } from '../room.js';
import type { EffectsSlice, PendingEffect, State } from '../state.js';
import { withNumbered, withoutNumbered } from '../withEntry.js';

/** What the world has been asked for and has not answered yet; what it deferred is tried again by the plan's rule. */
export const effects: Room<'effects'> = {
  name: 'effects',
  initial: { pending: {}, late: undefined },

  evolve(slice, event, state) {
    switch (event.type) {
      case 'effectRequested': {
        const pinned = event.effect.kind === 'notify' ? quotedBy(state, event.effect) : {};
        return put(slice, newlyPending(event, pinned));
      }
      case 'noticeAttempted':
        return afterAttempt(slice, event);
      case 'noticeRetried':
        return change(slice, event.effectId, (pending) => ({ ...pending, retryAt: undefined }));
      case 'noticeCancelled':
        return withoutRecipients(slice, event.effectId, event.people);
      case 'documentWritten':
        return arrived(slice, event.effectId);
      case 'publicationPublished':
      case 'improvementStarted':
      case 'merged':
      case 'mergeRefused':
      case 'claimsAnswered':
      case 'claimsReleased':
      case 'stockAllocated':
      case 'stockBooked':
        return remove(slice, event.effectId);
      case 'closed':
        return withoutMerge(event.unwritten === true ? withoutDraft(slice) : slice);
      case 'rejected':
      case 'terminated':
        return withoutMerge(slice);
      default:
        return slice;
    }
  },

  decide: { noticeAttempted, documentWritten },

  react(state, event) {
    const told = noticesFor(state, event);
    const inVain = cancelResting(state, event);
    return inVain.length === 0 ? told : [...told, ...inVain];
  },

  due: (state) => retryDue(state.effects.pending),
  wake(state, at) {
    const due = Object.values(state.effects.pending).filter((p) => p.retryAt !== undefined && p.retryAt <= at);
    return due.map(({ effect }) => ({ type: 'noticeRetried', effectId: effect.id }));
  },
};

const retryDue = remembered((pending: EffectsSlice['pending']) => {
  let first: Instant | undefined;
  for (const id in pending) first = earlier(first, pending[id]!.retryAt);
  return first;
});

/** A notice is settled once; a repeated or late answer finds nothing pending and says nothing new. */
function noticeAttempted(state: State, message: MessageOf<'noticeAttempted'>, at: Instant): EventBody[] {
  const pending = state.effects.pending[message.effectId];
  if (pending?.effect.kind !== 'notify' || pending.retryAt !== undefined) return [];
  const { effectId } = message;
  const { noticeId, recipients } = pending.effect;
  const type = 'noticeAttempted';
  const expected = new Set(recipients.map((r) => r.person));
  const accepted = message.accepted.filter((person) => expected.has(person));
  if (message.unreachable.length === 0 && recipients.every(({ person }) => accepted.includes(person))) {
    return [{ type, effectId, noticeId, accepted, unreachable: [], delayed: [] }];
  }
  const unreachable = message.unreachable.filter(({ person }) => expected.has(person));
  const settled = new Set([...accepted, ...unreachable.map((u) => u.person)]);
  const codes = new Map(message.delayed.map(({ person, code }) => [person, code]));
  const delayed = [...expected]
    .filter((person) => !settled.has(person))
    .map((person) => ({ person, code: codes.get(person) ?? 'no_outcome' }));
  if (delayed.length === 0) return [{ type, effectId, noticeId, accepted, unreachable, delayed }];
  const retryAt = nextRetry(state, pending, at);
  if (retryAt === undefined) {
    return [{ type, effectId, noticeId, accepted, unreachable: [...unreachable, ...delayed], delayed: [] }];
  }
  const still = delayed.filter(({ code }) => code !== IN_FLIGHT).map(({ person }) => person);
  return [
    { type, effectId, noticeId, accepted, unreachable, delayed, retryAt },
    ...cancelled(state, pending.effect, still),
  ];
}

/** Whether whoever an attempt has not settled is tried again. What is not asked for is not. */
export function isTriedAgain(
  state: State,
  { effectId, at }: Pick<EventOf<'noticeAttempted'>, 'effectId' | 'at'>,
): boolean {
  const pending = state.effects.pending[effectId];
  return pending !== undefined && nextRetry(state, pending, at) !== undefined;
}

function nextRetry(state: State, pending: PendingEffect, at: Instant): Instant | undefined {
  const { waits, giveUpAfter } = state.basis.plan.notification.retry;
  const wait = waits[Math.min(pending.attempts, waits.length - 1)];
  if (wait === undefined) return undefined;
  return at + wait <= pending.requestedAt + giveUpAfter ? at + wait : undefined;
}

function documentWritten(state: State, message: MessageOf<'documentWritten'>): EventBody[] {
  const { pending, late = {} } = state.effects;
  const effect = (pending[message.effectId] ?? late[message.effectId])?.effect;
  if (effect?.kind !== 'writeDocument') return [];
  const { effectId, documentId, files } = message;
  const { document, number, version } = effect;
  const of = { ...(number === undefined ? {} : { number }), ...(version === undefined ? {} : { version }) };
  return [{ type: 'documentWritten', effectId, document, ...of, documentId, files }];
}

/**
 * Whoever is stood down before the call left gets no call any more, and whoever is called anew gets only that; nor does
 * anybody hear that it has ended, once it runs again. What is on its way is left alone, so that the record never says
 * "cancelled" of a notice that arrived.
 */
function cancelResting(state: State, event: IncidentEvent): EventBody[] {
  switch (event.type) {
    case 'stoodDown':
    case 'reopened':
    case 'recurrenceUndecided':
    case 'recurrenceDismissed':
      return restingInVain(state, () => true);
    case 'preempted':
      return restingInVain(state, (_, person) => event.people.includes(person));
    case 'called': {
      const people = new Set(event.calls.flatMap((call) => call.people));
      return restingInVain(state, ({ acknowledge }, person) => acknowledge && people.has(person));
    }
    default:
      return [];
  }
}

function restingInVain(state: State, mayBe: (effect: EffectOf<'notify'>, person: PersonId) => boolean): EventBody[] {
  const resting = Object.values(state.effects.pending).filter((p) => p.retryAt !== undefined);
  return resting.flatMap(({ effect, inFlight = [] }) => {
    if (effect.kind !== 'notify') return [];
    const people = effect.recipients.map((r) => r.person).filter((person) => !inFlight.includes(person));
    return cancelled(
      state,
      effect,
      people.filter((person) => mayBe(effect, person)),
    );
  });
}

function cancelled(state: State, effect: EffectOf<'notify'>, among: PersonId[]): EventBody[] {
  const whys = effect.recipients.map((r) => (among.includes(r.person) ? whyInVain(state, effect, r) : undefined));
  return IN_VAIN.flatMap((why): EventBody[] => {
    const people = effect.recipients.filter((_, i) => whys[i] === why).map((r) => r.person);
    if (people.length === 0) return [];
    const because = why === 'stoodDown' ? {} : { why };
    return [{ type: 'noticeCancelled', effectId: effect.id, noticeId: effect.noticeId, people, ...because }];
  });
}

const IN_VAIN = ['stoodDown', 'calledAnew', 'reopened', 'toldAnew', 'decided', 'preempted'] as const satisfies (
  'stoodDown' | CancelledWhy
)[];

function whyInVain(
  state: State,
  effect: EffectOf<'notify'>,
  recipient: Recipient,
): (typeof IN_VAIN)[number] | undefined {
  if (isPreempted(state, recipient.person)) return 'preempted';
  if (state.phase === 'responding' && isOfTheEnd(state, effect, recipient)) return 'reopened';
  if (effect.template === 'recurrence' || effect.template === 'recurrenceUndecided')
    return noLongerAsked(state, effect);
  const { person, targets } = recipient;
  if (!effect.acknowledge || targets === undefined) return undefined;
  const found = targets.map((key) => whyNotWanted(state, key, person, effect.noticeId));
  if (found.includes(undefined)) return undefined;
  return found.includes('calledAnew') ? 'calledAnew' : 'stoodDown';
}

/** Somebody has said whether it has come back, or a newer mail presses for it: after an outage nobody gets them all. */
function noLongerAsked({ termination }: State, { noticeId }: EffectOf<'notify'>) {
  const { recurrence } = termination;
  if (recurrence === undefined) return 'decided';
  return seqOf(noticeId) < (recurrence.pressed ?? 0) ? 'toldAnew' : undefined;
}

/** A body that was stood down may be called anew since, with this person or without. */
function whyNotWanted({ mobilisation }: State, key: string, person: PersonId, noticeId: string) {
  const body = mobilisation.bodies[key];
  if (body === undefined) return undefined;
  if (body.status === 'stoodDown') return 'stoodDown';
  const notices = callOf(body.people, person)?.notices ?? [];
  if (notices.includes(noticeId)) return undefined;
  return notices.length > 0 ? 'calledAnew' : 'stoodDown';
}

/** What is asked for after the end lapses with it. */
const AFTER_THE_END: readonly NoticeTemplate[] = [
  'lessonsAsked',
  'lessonsVacant',
  'lessonsIn',
  'lessonsCollected',
  'summaryCalled',
];

/** Whoever gets it after the new call stays at home, or brings back what is needed. */
function isOfTheEnd({ resources }: State, { template }: EffectOf<'notify'>, { requests = [] }: Recipient): boolean {
  if (template === 'terminated' || AFTER_THE_END.includes(template)) return true;
  // What was to be returned and has not ended was taken into use again.
  const staysOut = ({ request, waits }: RequestTold) => {
    const found = resources.requests[request];
    return waits === 'return' && found !== undefined && found.ended === undefined;
  };
  // What else it names is pressed for in any case.
  return requests.some(staysOut);
}

function afterAttempt(slice: EffectsSlice, event: EventOf<'noticeAttempted'>): EffectsSlice {
  const settled = [...event.accepted, ...event.unreachable.map((u) => u.person)];
  const rest = withoutRecipients(slice, event.effectId, settled);
  return change(rest, event.effectId, (pending) => ({
    ...pending,
    attempts: pending.attempts + 1,
    inFlight: event.delayed.filter(({ code }) => code === IN_FLIGHT).map(({ person }) => person),
    retryAt: event.retryAt ?? pending.retryAt,
  }));
}

/** What is still to come stands in it from the beginning (docs/decisions/0035). */
function newlyPending(
  { effect, at }: EventOf<'effectRequested'>,
  { reason, texts }: Pick<PendingEffect, 'reason' | 'texts'>,
): PendingEffect {
  return { effect, requestedAt: at, reason, texts, attempts: 0, inFlight: undefined, retryAt: undefined };
}

function put({ pending, late }: EffectsSlice, one: PendingEffect): EffectsSlice {
  return { pending: withNumbered(pending, one.effect.id, one), late };
}

function remove({ pending, late }: EffectsSlice, id: string): EffectsSlice {
  return { pending: withoutNumbered(pending, id), late };
}

function arrived(slice: EffectsSlice, id: string): EffectsSlice {
  const { [id]: _, ...left } = slice.late ?? {};
  return { pending: remove(slice, id).pending, late: Object.keys(left).length === 0 ? undefined : left };
}

/** What could not be written would keep the incident from being over for good. */
function withoutDraft(slice: EffectsSlice): EffectsSlice {
  const drafts = Object.entries(slice.pending).filter(
    ([, { effect }]) =>
      effect.kind === 'writeDocument' && effect.document === 'incidentReport' && effect.version === undefined,
  );
  const late = drafts.length === 0 ? slice.late : Object.fromEntries(drafts);
  return { pending: drafts.reduce((s, [id]) => remove(s, id), slice).pending, late };
}

/** What is over is merged into nothing any more, and must not wait for the answer for ever. */
function withoutMerge({ pending, late }: EffectsSlice): EffectsSlice {
  return {
    late,
    pending: Object.fromEntries(Object.entries(pending).filter(([, { effect }]) => effect.kind !== 'merge')),
  };
}

function change(slice: EffectsSlice, id: string, to: (pending: PendingEffect) => PendingEffect): EffectsSlice {
  const pending = slice.pending[id];
  return pending === undefined ? slice : put(slice, to(pending));
}

function withoutRecipients(slice: EffectsSlice, id: string, people: PersonId[]): EffectsSlice {
  const pending = slice.pending[id];
  if (pending?.effect.kind !== 'notify') return slice;
  const left = pending.effect.recipients.filter((r) => !people.includes(r.person));
  if (left.length === 0) return remove(slice, id);
  const effect: EffectOf<'notify'> = { ...pending.effect, recipients: left };
  return put(slice, { ...pending, effect });
}
