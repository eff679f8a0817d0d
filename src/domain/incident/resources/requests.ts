import type { Instant } from '../../time.js';
import { authorityOf } from '../authority.js';
import type { EventBody, RequestedResource } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { PartnerRequest, ResourceRequest, State } from '../state.js';
import { lotsAt, missingOf, outOf } from './lots.js';
import { askedOrPost, needOf, overseersOf, postOf, requestOf, ruleOf, stockRequestOf } from './people.js';
import { isMoney, spenders } from './spending.js';

export type On<A extends MessageOf<'resource'>['action']> = MessageOf<'resource'> & { action: A };
export type Refused = { type: 'refused' } & Refusal;

/** The incident carries them as long as it runs. */
const MOST_REQUESTS = 300;

export function request(state: State, message: On<'request'>, at: Instant): EventBody[] {
  const { actor, resource, quantity, priority = 'routine', neededBy, purpose, budget } = message;
  const authority = postOf(state, actor);
  if (authority === undefined) return [refusal('post_required')];
  const { resources = [], budgets = [] } = state.basis.plan;
  if (ruleOf(state, resource) === undefined) {
    return [refusal('unknown_resource', { resource }, { resources: resources.map(({ id }) => id) })];
  }
  const money = isMoney(state, resource);
  if (budget !== undefined && (!money || !budgets.includes(budget))) {
    return [refusal('unknown_budget', { budget }, { budgets: money ? budgets : [] })];
  }
  const wrong = cannotAsk(state, purpose, neededBy, at);
  if (wrong !== undefined) return [wrong];
  const requested: RequestedResource = {
    request: nextId(state),
    resource,
    quantity,
    priority,
    ...(neededBy === undefined ? {} : { neededBy }),
    ...(budget === undefined ? {} : { budget }),
    ...(money ? { spending: mayPay(state, message) ? 'approved' : 'awaiting' } : {}),
  };
  return [{ type: 'resourcesRequested', authority, requests: [requested], texts: { purpose } }];
}

/** Within what the plan lets whoever asks decide alone; whoever pays it out never does. */
function mayPay(state: State, { actor, resource, quantity }: On<'request'>): boolean {
  const custodian = ruleOf(state, resource);
  const pays = [custodian?.custodian, custodian?.deputy].some(
    (post) => post !== undefined && !('code' in authorityOf(state, actor, [post])),
  );
  return !pays && !('code' in authorityOf(state, actor, spenders(state, resource, quantity)));
}

export function requestPartner(state: State, message: On<'requestPartner'>, at: Instant): EventBody[] {
  const { actor, partner, purpose, neededBy } = message;
  const authority = postOf(state, actor);
  if (authority === undefined) return [refusal('post_required')];
  const known = (state.basis.plan.partners ?? []).map(({ id }) => id);
  if (!known.includes(partner)) return [refusal('unknown_partner', { partner }, { partners: known })];
  const wrong = cannotAsk(state, purpose, neededBy, at);
  if (wrong !== undefined) return [wrong];
  return [
    {
      type: 'partnerAsked',
      authority,
      need: { request: nextId(state), partner },
      ...(neededBy === undefined ? {} : { neededBy }),
      texts: { purpose },
    },
  ];
}

function cannotAsk(state: State, purpose: string, neededBy: Instant | undefined, at: Instant): Refused | undefined {
  if (state.merging.asked) return refusal('merge_open', { into: state.merging.asked.into });
  if (purpose.trim() === '') return refusal('text_required', { field: 'purpose' });
  if (neededBy !== undefined && neededBy <= at) return refusal('needed_by_passed');
  const { requests, partners } = state.resources;
  const count = Object.keys(requests).length + Object.keys(partners).length;
  return count >= MOST_REQUESTS
    ? refusal('too_many_requests', { requests: count }, { atMost: MOST_REQUESTS })
    : undefined;
}

/** After the event that makes it. */
function nextId({ seq }: State, further = 1): string {
  return `q${seq + further}`;
}

export function cancel(state: State, { actor, request: id, reason }: On<'cancel'>): EventBody[] {
  const found = liveRequest(state, id);
  if ('code' in found) return [found];
  const by = askedOrPost(state, actor, found, overseersOf(state, found));
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  const stock = 'partner' in found ? { lots: [], out: 0 } : { lots: lotsAt(found, 'ready'), out: outOf(found) };
  return [{ type: 'requestCancelled', ...by, need: needOf(state, id), ...stock, texts: { reason } }];
}

export function amend(state: State, message: On<'amend'>, at: Instant): EventBody[] {
  const { actor, request: id, priority, neededBy } = message;
  const found = liveRequest(state, id);
  if ('code' in found) return [found];
  const by = askedOrPost(state, actor, found, overseersOf(state, found));
  if ('code' in by) return [by];
  if (neededBy !== undefined && neededBy <= at) return [refusal('needed_by_passed')];
  const news = {
    ...(priority === undefined || priority === found.priority ? {} : { priority }),
    ...(neededBy === undefined || neededBy === found.neededBy ? {} : { neededBy }),
  };
  if (Object.keys(news).length === 0) return [refusal('request_stands', { request: id })];
  return [{ type: 'requestAmended', ...by, need: needOf(state, id), ...news }];
}

export function substitute(state: State, message: On<'substitute'>): EventBody[] {
  const { actor, request: id, resource, reason } = message;
  const found = liveStock(state, id);
  if ('code' in found) return [found];
  const by = askedOrPost(state, actor, found, overseersOf(state, found));
  if ('code' in by) return [by];
  const { resources = [] } = state.basis.plan;
  if (ruleOf(state, resource) === undefined) {
    return [refusal('unknown_resource', { resource }, { resources: resources.map((rule) => rule.id) })];
  }
  if (resource === found.resource || isMoney(state, resource) || isMoney(state, found.resource)) {
    return [refusal('no_substitute', { resource })];
  }
  if (reason.trim() === '') return [refusal('reason_required')];
  const missing = missingOf(found);
  if (missing === 0) return [refusal('nothing_missing', { request: id })];
  const { quantity = missing } = message;
  const { priority, neededBy } = found;
  return [
    { type: 'requestSubstituted', ...by, need: needOf(state, id), missing, texts: { reason } },
    {
      type: 'resourcesRequested',
      ...by,
      requests: [
        {
          request: nextId(state, 2),
          resource,
          quantity,
          priority,
          ...(neededBy === undefined ? {} : { neededBy }),
          insteadOf: id,
        },
      ],
      texts: { purpose: found.purpose ?? reason },
    },
  ];
}

function liveRequest(state: State, id: string): ResourceRequest | PartnerRequest | Refused {
  const found = requestOf(state, id);
  if (found === undefined) return unknownRequest(state, id);
  return found.ended === undefined ? found : refusal('request_ended', { request: id });
}

export function liveStock(state: State, id: string): ResourceRequest | Refused {
  const found = stockRequestOf(state, id);
  if (found === undefined) return unknownRequest(state, id);
  return found.ended === undefined ? found : refusal('request_ended', { request: id });
}

export function unknownRequest({ resources }: State, request: string): Refused {
  const open = [...Object.entries(resources.requests), ...Object.entries(resources.partners)]
    .filter(([, { ended }]) => ended === undefined)
    .map(([id]) => id);
  return refusal('unknown_request', { request }, { requests: open });
}
