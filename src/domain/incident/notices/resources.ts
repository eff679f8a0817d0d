import type { Instant } from '../../time.js';
import { firstToTell, whoCommands } from '../authority.js';
import type { Recipient, RequestTold } from '../effects.js';
import type { EventOf, RequestsTold } from '../events.js';
import { lotsAt, missingOf } from '../resources/lots.js';
import { askerOf, keeperHere, keepersOf, requestOf, spendersOf, toldOf } from '../resources/people.js';
import type { AnyRequest } from '../resources/people.js';
import type { PersonId } from '../../plan/compiled.js';
import type { State } from '../state.js';
import { levelFacts, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const resourceTellings: Tellings = {
  resourcesRequested(state, { requests, at }) {
    const awaiting = requests.filter(({ spending }) => spending === 'awaiting').map(({ request }) => request);
    return [
      telling(
        state,
        'spendingToApprove',
        toldOf(state, awaiting, (request) => approvers(state, request, at)),
      ),
    ];
  },
  stockAllocated: (state, event) => newStock(state, event),
  requestsReduced(state, { requests, at }) {
    const ids = requests.map(({ request }) => request);
    const back = new Map(requests.map(({ request, lots }) => [request, lots.length > 0]));
    const tell = toldOf(state, ids, (request, id) => [
      ...(back.get(id) ? keeperHere(state, request, at) : []),
      ...askerOf(state, request, at),
    ]);
    return [telling(state, 'resourcesNotNeeded', tell)];
  },
  requestCancelled(state, { need: { request: id }, actor, at }) {
    const tell = toldOf(state, [id], (request) => [...keeperHere(state, request, at), ...askerOf(state, request, at)]);
    const told = telling(state, 'resourcesNotNeeded', tell);
    return [{ ...told, to: withoutActor(actor, told.to) }];
  },
  requestAmended: (state, { need: { request }, at }) =>
    waitsToLeave(state, request) ? [toDispatch(state, request, at)] : [],
  spendingApproved(state, { need: { request }, at, actor }) {
    return [
      ...toAsker(state, 'spendingApproved', request, at, actor),
      ...(waitsToLeave(state, request) ? [toDispatch(state, request, at)] : []),
    ];
  },
  spendingRefused: (state, { need: { request }, at, actor }) => toAsker(state, 'spendingRefused', request, at, actor),
  resourcesDispatched: (state, { requests, at, actor }) =>
    requests.flatMap(({ request }) => toAsker(state, 'resourcesOnTheWay', request, at, actor)),
  resourcesRecalled: (state, { tell }) => [telling(state, 'resourcesToReturn', tell)],
  resourcesKept: (state, { tell }) => [telling(state, 'resourcesKept', tell)],
  partnerAsked(state, { need: { request } }) {
    const tell = toldOf(state, [request], (asked) => firstToTell(state, keepersOf(state, asked)));
    return [telling(state, 'partnerToAsk', tell)];
  },
  partnerReplied: (state, { need: { request }, at, actor }) => toAsker(state, 'partnerReplied', request, at, actor),
  requestsOverdue: (state, { step, tell }) => [
    telling(state, step === 'first' ? 'requestsOverdue' : 'requestsEscalated', tell),
  ],
  requestsLate: (state, { tell }) => [telling(state, 'requestsLate', tell)],
};

function telling(state: State, template: Telling['template'], tell: RequestsTold[]): Telling {
  return { template, to: recipients(state, tell), facts: levelFacts(state) };
}

function toAsker(
  state: State,
  template: Telling['template'],
  id: string,
  at: Instant,
  actor: EventOf<'partnerReplied'>['actor'],
): Telling[] {
  const told = telling(
    state,
    template,
    toldOf(state, [id], (request) => askerOf(state, request, at)),
  );
  return [{ ...told, to: withoutActor(actor, told.to) }];
}

function approvers(state: State, request: AnyRequest, at: Instant): PersonId[] {
  const people = spendersOf(state, request, at);
  return people.length > 0 ? people : whoCommands(state);
}

function waitsToLeave({ resources }: State, id: string): boolean {
  return resources.requests[id]?.waits === 'dispatch';
}

function toDispatch(state: State, id: string, at: Instant): Telling {
  return telling(
    state,
    'resourcesToDispatch',
    toldOf(state, [id], (request) => keeperHere(state, request, at)),
  );
}

/** What may leave goes to whoever keeps it, a shortage to all whom it concerns, and what had been waited for to whoever asked. */
function newStock(
  state: State,
  { need: { request: id }, gained, missing, first, at }: EventOf<'stockAllocated'>,
): Telling[] {
  const request = state.resources.requests[id];
  if (request === undefined) return [];
  const isShort = missing > 0 && (first === true || gained.length > 0);
  const concerned = () => [...askerOf(state, request, at), ...keeperHere(state, request, at), ...whoCommands(state)];
  return [
    ...(gained.length > 0 && waitsToLeave(state, id) ? [toDispatch(state, id, at)] : []),
    ...(isShort ? [telling(state, 'resourcesShort', toldOf(state, [id], concerned))] : []),
    ...(gained.length > 0 && first !== true && !isShort
      ? [
          telling(
            state,
            'resourcesServed',
            toldOf(state, [id], () => askerOf(state, request, at)),
          ),
        ]
      : []),
  ];
}

function recipients(state: State, tell: RequestsTold[]): Recipient[] {
  return tell.map(({ person, requests }) => ({ person, requests: requests.map((id) => requestTold(state, id)) }));
}

function requestTold(state: State, id: string): RequestTold {
  const request = requestOf(state, id);
  if (request === undefined) return { request: id };
  const { priority, neededBy, waits, by } = request;
  const common = {
    request: id,
    ...(priority === 'routine' ? {} : { priority }),
    ...(neededBy === undefined ? {} : { neededBy }),
    ...(waits === undefined ? {} : { waits }),
    ...(by === undefined ? {} : { by: by.person }),
  };
  if ('partner' in request) return { partner: request.partner, ...common };
  const { resource, quantity, heldBy: others } = request;
  const missing = request.spending === 'awaiting' ? 0 : missingOf(request);
  const ready = lotsAt(request, 'ready');
  const out = lotsAt(request, 'sent', 'there');
  return {
    resource,
    quantity,
    ...(missing === 0 ? {} : { missing, ...(others.length === 0 ? {} : { heldBy: others }) }),
    ...(ready.length === 0 ? {} : { ready }),
    ...(out.length === 0 ? {} : { out }),
    ...common,
  };
}
