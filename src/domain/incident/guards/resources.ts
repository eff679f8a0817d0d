import { PARTNER_REPLIES, PRIORITIES } from '../events/resources.js';
import type { Lot, Priority } from '../events/resources.js';
import type { ResourceDecision } from '../messages.js';
import { id, ids, instant, isId, isObject, oneOf, optional, text, title, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const resourceReaders: Readers<'resource'> = { resource };

const ACTIONS: readonly ResourceDecision['action'][] = [
  'request',
  'requestPartner',
  'cancel',
  'amend',
  'substitute',
  'approve',
  'refuse',
  'dispatch',
  'arrive',
  'return',
  'consume',
  'damage',
  'partnerReply',
];

function resource(json: Json): ResourceDecision {
  const action = oneOf(json, 'action', ACTIONS);
  const request = () => id(json, 'request');
  switch (action) {
    case 'request':
      return {
        type: 'resource',
        action,
        resource: id(json, 'resource'),
        quantity: quantity(json, 'quantity'),
        ...optional(json, 'priority', priority),
        ...optional(json, 'neededBy', instant),
        purpose: title(json, 'purpose'),
        ...optional(json, 'budget', id),
      };
    case 'requestPartner':
      return {
        type: 'resource',
        action,
        partner: id(json, 'partner'),
        purpose: title(json, 'purpose'),
        ...optional(json, 'neededBy', instant),
      };
    case 'return':
      return { type: 'resource', action, ...returned(json) };
    case 'cancel':
    case 'approve':
    case 'refuse':
      return { type: 'resource', action, request: request(), reason: text(json, 'reason') };
    case 'amend':
      return {
        type: 'resource',
        action,
        request: request(),
        ...optional(json, 'priority', priority),
        ...optional(json, 'neededBy', instant),
      };
    case 'substitute':
      return {
        type: 'resource',
        action,
        request: request(),
        resource: id(json, 'resource'),
        ...optional(json, 'quantity', quantity),
        reason: text(json, 'reason'),
      };
    case 'dispatch':
      return { type: 'resource', action, request: request(), ...optional(json, 'lots', lots) };
    case 'arrive':
      return { type: 'resource', action, request: request() };
    case 'consume':
      return { type: 'resource', action, request: request(), lots: lots(json, 'lots'), note: text(json, 'note') };
    case 'damage':
      return { type: 'resource', action, request: request(), lots: lots(json, 'lots'), reason: text(json, 'reason') };
    case 'partnerReply':
      return {
        type: 'resource',
        action,
        request: request(),
        reply: oneOf(json, 'reply', PARTNER_REPLIES),
        ...optional(json, 'eta', instant),
        note: text(json, 'note'),
      };
  }
}

function returned(json: Json): { requests: string[] | 'all'; lots?: Lot[] } {
  const requests = json['requests'] === 'all' ? 'all' : ids(json, 'requests');
  if (json['lots'] === undefined) return { requests };
  if (requests === 'all' || requests.length !== 1) throw new Wrong('lots', 'lots of one request only');
  return { requests, lots: lots(json, 'lots') };
}

function priority(json: Json, field: string): Priority {
  return oneOf(json, field, PRIORITIES);
}

const MOST = 1_000_000_000;

/** Counted in thousandths, so that sums come out even. */
function quantity(json: Json, field: string): number {
  const value = json[field];
  const fits = typeof value === 'number' && value > 0 && value <= MOST && Math.round(value * 1_000) / 1_000 === value;
  if (!fits) throw new Wrong(field, `a number above 0, at most ${MOST}, with at most 3 decimals`);
  return value;
}

function lots(json: Json, field: string): Lot[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) {
    throw new Wrong(field, 'a list of 1 to 100 lots');
  }
  return value.map((entry: unknown, i) => {
    if (!isObject(entry) || !isId(entry['item'])) throw new Wrong(`${field}[${i}]`, 'an item and its quantity');
    return { item: entry['item'], quantity: quantity(entry, 'quantity') };
  });
}
