import type { EventOf, IncidentEvent, ReducedRequest, RequestedResource } from '../events.js';
import type { Heard } from '../hearing.js';
import type { PartnerRequest, ResourceRequest, ResourcesSlice, State } from '../state.js';
import { allocationsPending } from './ledger.js';
import { added, amount, exact, moved, outOf, totalOf } from './lots.js';
import type { Where } from './lots.js';
import type { AnyRequest } from './people.js';
import { afterLate, afterOverdue, change, timed } from './pressing.js';
import { withNumbered } from '../withEntry.js';

export function evolveResources(slice: ResourcesSlice, event: Heard<'resources'>, state: State): ResourcesSlice {
  const next = changed(slice, event, state);
  return next === slice
    ? slice
    : timed(withoutForgotten(next), state.phase, state.basis.plan.notification.call, event.at);
}

function changed(slice: ResourcesSlice, event: Heard<'resources'>, state: State): ResourcesSlice {
  switch (event.type) {
    case 'resourcesRequested':
      return event.requests.reduce((s, requested) => put(s, requested, event), slice);
    case 'requestsReduced':
      return event.requests.reduce((s, entry) => reduced(s, entry, event.seq), withoutReason(slice));
    case 'requestCancelled':
      return because(event, changeAny(slice, event.need.request, event.seq, cancelled));
    case 'requestAmended': {
      const { need, priority, neededBy, seq } = event;
      return changeAny(slice, need.request, seq, (before) => ({
        ...before,
        priority: priority ?? before.priority,
        neededBy: neededBy ?? before.neededBy,
        late: neededBy === undefined ? before.late : undefined,
      }));
    }
    case 'requestSubstituted':
      return because(
        event,
        changeStock(slice, event.need.request, event.seq, (request) => lessWanted(request, event.missing)),
      );
    case 'stockAllocated':
      return changeStock(slice, event.need.request, undefined, (request) => allocated(request, event));
    case 'stockRechecked':
      return event.needs
        .filter(({ request }) => allocationsPending(state, request).length > 0)
        .reduce((s, { request }) => changeStock(s, request, undefined, (r) => ({ ...r, again: true })), slice);
    case 'spendingApproved':
      return because(
        event,
        changeStock(slice, event.need.request, event.seq, (r) => ({ ...r, spending: 'approved' })),
      );
    case 'spendingRefused':
      return because(event, changeStock(slice, event.need.request, event.seq, refused));
    case 'resourcesDispatched':
      return moving(slice, event, ['ready'], 'sent');
    case 'resourcesArrived':
      return moving(slice, event, ['sent'], 'there');
    case 'resourcesReturned':
      return moving(slice, event, ['there', 'sent'], 'returned');
    case 'resourcesConsumed':
      return moving(slice, event, ['there', 'sent'], 'consumed');
    case 'resourcesDamaged':
      return moving(slice, event, ['there', 'sent'], 'damaged');
    case 'partnerAsked': {
      const { need, neededBy, texts } = event;
      const asked: PartnerRequest = {
        partner: need.partner,
        by: askedBy(event),
        priority: 'routine',
        neededBy,
        purpose: texts.purpose,
        reply: undefined,
        ended: undefined,
        waits: undefined,
        next: undefined,
        late: undefined,
        at: event.at,
        seq: event.seq,
      };
      return { ...slice, partners: { ...slice.partners, [need.request]: asked } };
    }
    case 'partnerReplied': {
      const { need, reply, eta, at, seq, texts } = event;
      const answer = { reply, at, ...(eta === undefined ? {} : { eta }) };
      const next = changeAny(slice, need.request, seq, (before) => ({ ...before, reply: answer }));
      return { ...next, reason: texts.note };
    }
    case 'requestsOverdue':
      return afterOverdue(slice, event, state.basis.plan.notification.call);
    case 'requestsLate':
      return afterLate(slice, event, state.basis.plan.notification.call);
    // Then what is out waits to be brought back.
    case 'terminated':
      return { ...slice };
    case 'reopened':
      return wantedAgain(slice);
    default:
      return slice;
  }
}

/** So many that came to nothing are remembered: a level that goes up and down asks and gives back each time. */
const REMEMBERED = 50;

/**
 * What was neither used nor lost and holds nothing any more; the record has all of it. What the plan counts as asked for
 * stays: somebody cancelled it or gave it back, and the plan would ask for it again.
 */
function withoutForgotten(slice: ResourcesSlice): ResourcesSlice {
  if (Object.keys(slice.requests).length <= REMEMBERED) return slice;
  const idle = Object.entries(slice.requests).filter(([, request]) => request.ended !== undefined && isIdle(request));
  if (idle.length <= REMEMBERED) return slice;
  const forgotten = new Set(idle.slice(0, idle.length - REMEMBERED).map(([id]) => id));
  const requests = Object.fromEntries(Object.entries(slice.requests).filter(([id]) => !forgotten.has(id)));
  return { ...slice, requests };
}

function isIdle(request: ResourceRequest): boolean {
  return (request.planned ?? 0) === 0 && amount(request, 'ready', 'sent', 'there', 'consumed', 'damaged') === 0;
}

/** A notice quotes the reason of its own event, not of an earlier one. */
function withoutReason(slice: ResourcesSlice): ResourcesSlice {
  return { ...slice, reason: undefined };
}

function because({ texts }: { texts: { reason: string } }, slice: ResourcesSlice): ResourcesSlice {
  return { ...slice, reason: texts.reason };
}

function askedBy({ actor, authority }: IncidentEvent & { authority?: string }): ResourceRequest['by'] {
  return actor.kind === 'person' && authority !== undefined ? { person: actor.id, post: authority } : undefined;
}

function put(slice: ResourcesSlice, asked: RequestedResource, event: EventOf<'resourcesRequested'>): ResourcesSlice {
  const { resource, quantity, priority, neededBy, rules, budget, spending, insteadOf } = asked;
  const original = insteadOf === undefined ? undefined : slice.requests[insteadOf];
  const made: ResourceRequest = {
    resource,
    by: original?.by ?? askedBy(event),
    priority,
    neededBy,
    quantity,
    wants: quantity,
    planned: rules === undefined ? undefined : quantity,
    rules,
    budget,
    spending,
    insteadOf,
    purpose: event.texts?.purpose,
    lots: {},
    heldBy: [],
    answered: undefined,
    again: undefined,
    ended: undefined,
    waits: undefined,
    next: undefined,
    late: undefined,
    at: event.at,
    seq: event.seq,
  };
  return { ...slice, requests: withNumbered(slice.requests, asked.request, made) };
}

function changeAny(
  slice: ResourcesSlice,
  id: string,
  seq: number,
  to: (request: AnyRequest) => AnyRequest,
): ResourcesSlice {
  return change(slice, id, (request) => ({ ...to(request), seq }));
}

function changeStock(
  slice: ResourcesSlice,
  id: string,
  seq: number | undefined,
  to: (request: ResourceRequest) => ResourceRequest,
): ResourcesSlice {
  const request = slice.requests[id];
  if (request === undefined) return slice;
  const next = { ...to(request), seq: seq ?? request.seq };
  return { ...slice, requests: withNumbered(slice.requests, id, next) };
}

function reduced(slice: ResourcesSlice, { request: id, by, lots, ends }: ReducedRequest, seq: number): ResourcesSlice {
  return changeAny(slice, id, seq, (request) => {
    const end = ends === undefined || request.ended !== undefined ? {} : ({ ended: 'reduced' } as const);
    if ('partner' in request) return { ...request, ...end };
    const { planned } = request;
    const less = planned === undefined ? {} : { planned: Math.max(0, exact(planned - by)) };
    if (request.ended !== undefined) return { ...request, ...less };
    const back = moved(request, lots, ['ready'], 'returned');
    return { ...back, ...less, ...end, wants: Math.max(0, exact(request.wants - by)) };
  });
}

/**
 * What is out since the end is in use again, but for what somebody has cancelled. What came back counts as asked for no
 * more: then the plan asks for it again.
 */
function wantedAgain(slice: ResourcesSlice): ResourcesSlice {
  const requests = Object.entries(slice.requests).map(([id, request]) => {
    const { planned, ended } = request;
    if (ended !== 'done' && ended !== 'reduced') return [id, request] as const;
    const used = amount(request, 'sent', 'there', 'consumed', 'damaged');
    const before = planned === undefined ? request : { ...request, planned: Math.min(planned, used) };
    // What the plan gave up before the end, and what is done, wants nothing.
    return [id, before.wants > 0 ? inUseAgain(before) : before] as const;
  });
  return { ...slice, requests: Object.fromEntries(requests) };
}

/** The ledger has closed it: it wants what it has and waits for nothing, whatever it had asked for in the beginning. */
function inUseAgain(request: ResourceRequest): ResourceRequest {
  return { ...request, wants: outOf(request), ended: undefined };
}

function cancelled(request: AnyRequest): AnyRequest {
  if ('partner' in request) return { ...request, ended: 'cancelled' };
  return { ...withNothingReady(request), wants: outOf(request), ended: 'cancelled' };
}

function refused(request: ResourceRequest): ResourceRequest {
  return { ...withNothingReady(request), wants: 0, spending: 'refused', ended: 'refused' };
}

function withNothingReady(request: ResourceRequest): ResourceRequest {
  const ready = Object.entries(request.lots).map(([item, lot]) => ({ item, quantity: lot.ready }));
  return moved(request, ready, ['ready'], 'returned');
}

function lessWanted(request: ResourceRequest, by: number): ResourceRequest {
  const wants = Math.max(0, exact(request.wants - by));
  return { ...request, wants, ended: request.ended ?? (wants === 0 ? 'done' : undefined) };
}

function allocated(request: ResourceRequest, event: EventOf<'stockAllocated'>): ResourceRequest {
  const more = added({ ...request, heldBy: event.heldBy, answered: true, again: undefined }, event.gained);
  return moved(more, event.surplus, ['ready'], 'returned');
}

function moving(
  slice: ResourcesSlice,
  {
    requests,
    seq,
  }: EventOf<
    'resourcesDispatched' | 'resourcesArrived' | 'resourcesReturned' | 'resourcesConsumed' | 'resourcesDamaged'
  >,
  from: Where[],
  to: Where,
): ResourcesSlice {
  const gone = to === 'sent' || to === 'there' ? 0 : 1;
  return requests.reduce(
    (s, { request, lots }) =>
      changeStock(s, request, seq, (before) => lessWanted(moved(before, lots, from, to), gone * totalOf(lots))),
    slice,
  );
}
