import type { Instant } from '../../time.js';
import type { EventBody, EventOf, IncidentEvent, Lot, RequestLots } from '../events.js';
import type { Heard } from '../hearing.js';
import type { ResourceRequest, State } from '../state.js';
import { allocation, allocationsPending, asked, givenBack, isAsked, rechecked, settlement } from './ledger.js';
import type { Unnumbered } from './ledger.js';
import { outOf } from './lots.js';
import { needOf } from './people.js';
import { allReduced, planned } from './planned.js';
import { toldToReturn } from './pressing.js';

export function react(state: State, event: Heard<'resources'>): EventBody[] {
  const { requests } = state.resources;
  switch (event.type) {
    case 'reopened':
      return [...kept(state, event.at), ...planned(state, event.type, event.seq)];
    case 'activated':
    case 'categoryChanged':
    case 'factAdded':
    case 'reportAbsorbed':
    case 'planMoved':
      return planned(state, event.type, event.seq);
    case 'levelChanged':
      // Whatever waits, waits by the level of now.
      return [...planned(state, event.type, event.seq), ...rechecked(state)];
    case 'terminated':
      return [...allReduced(state, event.type), ...recalled(state, event.at)];
    case 'rejected':
    case 'merged':
      return allReduced(state, event.type);
    case 'resourcesRequested':
      return allocations(
        state,
        event,
        event.requests.map(({ request }) => request),
      );
    case 'spendingApproved':
      // What the plan has set aside is on the shelf already.
      return requests[event.need.request]?.by === undefined ? [] : allocations(state, event, [event.need.request]);
    case 'spendingRefused':
      return requests[event.need.request]?.by === undefined
        ? asked(event, [{ kind: 'settleStock', request: event.need.request, close: true }])
        : [];
    case 'requestsReduced':
      return asked(
        event,
        event.requests.flatMap(({ request, lots, ends }) => backFrom(state, request, lots, ends === true)),
      );
    case 'requestCancelled':
      return asked(event, backFrom(state, event.need.request, event.lots, true));
    case 'requestSubstituted':
      return asked(event, backFrom(state, event.need.request, [], true));
    case 'stockAllocated':
      return asked(event, corrected(state, event));
    case 'stockRechecked':
      return allocations(
        state,
        event,
        event.needs.map(({ request }) => request).filter((id) => allocationsPending(state, id).length === 0),
      );
    case 'resourcesReturned':
      return settled(event, event.requests, 'returned');
    case 'resourcesConsumed':
      return settled(event, event.requests, 'consumed');
    case 'resourcesDamaged':
      return settled(event, event.requests, 'damaged');
    default:
      return [];
  }
}

function allocations(state: State, event: IncidentEvent, ids: string[]): EventBody[] {
  const wanted = ids.flatMap((id) => {
    const request = state.resources.requests[id];
    return request === undefined || !isAsked(request) ? [] : [allocation(state, id, request)];
  });
  return asked(event, wanted);
}

/** What the ledger has to be told since the request has changed while it was asked. */
function corrected(state: State, { need: { request: id }, surplus, again }: EventOf<'stockAllocated'>): Unnumbered[] {
  const request = state.resources.requests[id];
  if (request === undefined) return [];
  if (surplus.length > 0) return [settlement(id, surplus, 'returned', true)];
  return again ? [allocation(state, id, request)] : [];
}

/** `endsNow`: else what has ended before holds nothing that could go back. */
function backFrom(state: State, id: string, lots: Lot[], endsNow: boolean): Unnumbered[] {
  const request = state.resources.requests[id];
  if (request === undefined || (request.ended !== undefined && !endsNow)) return [];
  return givenBack(state, id, request, lots);
}

function settled(event: IncidentEvent, requests: RequestLots[], as: 'returned' | 'consumed' | 'damaged'): EventBody[] {
  return asked(
    event,
    requests.map(({ request, lots }) => settlement(request, lots, as)),
  );
}

function recalled(state: State, at: Instant): EventBody[] {
  return ofOut(state, at, 'resourcesRecalled', () => true);
}

/** Those who have it were told to bring it back. */
function kept(state: State, at: Instant): EventBody[] {
  return ofOut(state, at, 'resourcesKept', ({ ended }) => ended === undefined);
}

function ofOut(
  state: State,
  at: Instant,
  type: 'resourcesRecalled' | 'resourcesKept',
  counts: (request: ResourceRequest) => boolean,
): EventBody[] {
  const out = Object.entries(state.resources.requests).filter(([, one]) => outOf(one) > 0 && counts(one));
  if (out.length === 0) return [];
  const requests = out.map(([id]) => id);
  return [{ type, needs: requests.map((id) => needOf(state, id)), tell: toldToReturn(state, requests, at) }];
}
