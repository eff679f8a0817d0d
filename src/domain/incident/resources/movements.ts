import type { Actor } from '../actor.js';
import { authorityOf } from '../authority.js';
import type { EventBody, Lot, RequestLots } from '../events.js';
import type { PostId } from '../../plan/compiled.js';
import { refusal } from '../refusals.js';
import type { ResourceRequest, State } from '../state.js';
import { beyond, lotsAt, merged, outOf } from './lots.js';
import { askedOrPost, handlersOf, needOf, stockRequestOf } from './people.js';
import { liveStock, unknownRequest } from './requests.js';
import type { On, Refused } from './requests.js';

export function dispatch(state: State, { actor, request, lots }: On<'dispatch'>): EventBody[] {
  const found = liveStock(state, request);
  if ('code' in found) return [found];
  const by = authorityOf(state, actor, handlersOf(state, found));
  if ('code' in by) return [by];
  // What has left cannot be given back when this incident ends as a part of another.
  if (state.merging.asked) return [refusal('merge_open', { into: state.merging.asked.into })];
  if (found.spending !== undefined && found.spending !== 'approved') {
    return [refusal('spending_not_approved', { request })];
  }
  const ready = lotsAt(found, 'ready');
  const leaving = merged(lots ?? ready);
  if (leaving.length === 0 || beyond(leaving, ready).length > 0) {
    return [refusal('not_ready', { request, items: itemsOf(beyond(leaving, ready)) }, { items: itemsOf(ready) })];
  }
  return [{ type: 'resourcesDispatched', ...by, requests: [{ lots: leaving, ...needOf(state, request) }] }];
}

export function arrive(state: State, { actor, request }: On<'arrive'>): EventBody[] {
  const found = stockRequestOf(state, request);
  if (found === undefined) return [unknownRequest(state, request)];
  const by = askedOrPost(state, actor, found, handlersOf(state, found));
  if ('code' in by) return [by];
  const lots = lotsAt(found, 'sent');
  if (lots.length === 0) return [refusal('nothing_on_the_way', { request })];
  return [{ type: 'resourcesArrived', ...by, requests: [{ lots, ...needOf(state, request) }] }];
}

/** All at once where everything goes home together. */
export function giveBack(state: State, { actor, requests, lots }: On<'return'>): EventBody[] {
  const all = Object.entries(state.resources.requests).filter(([, request]) => outOf(request) > 0);
  const wanted = requests === 'all' ? all.map(([id]) => id) : [...new Set(requests)];
  if (wanted.length === 0) return [refusal('nothing_out')];
  let authority: PostId = '';
  const back: RequestLots[] = [];
  for (const id of wanted) {
    const found = stockRequestOf(state, id);
    if (found === undefined) return [unknownRequest(state, id)];
    const by = askedOrPost(state, actor, found, handlersOf(state, found));
    if ('code' in by) return [by];
    authority ||= by.authority;
    const taken = takenFromOut(id, found, lots);
    if ('code' in taken) return [taken];
    back.push({ lots: taken.lots, ...needOf(state, id) });
  }
  return [{ type: 'resourcesReturned', authority, requests: back }];
}

export function consume(state: State, message: On<'consume'>): EventBody[] {
  const used = writtenOff(state, message.actor, message.request, message.lots);
  if ('code' in used) return [used];
  if (message.note.trim() === '') return [refusal('text_required', { field: 'note' })];
  return [{ type: 'resourcesConsumed', ...used, texts: { note: message.note } }];
}

export function damage(state: State, message: On<'damage'>): EventBody[] {
  const lost = writtenOff(state, message.actor, message.request, message.lots);
  if ('code' in lost) return [lost];
  if (message.reason.trim() === '') return [refusal('reason_required')];
  return [{ type: 'resourcesDamaged', ...lost, texts: { reason: message.reason } }];
}

function writtenOff(
  state: State,
  actor: Actor,
  request: string,
  lots: Lot[],
): { authority: PostId; requests: RequestLots[] } | Refused {
  const found = stockRequestOf(state, request);
  if (found === undefined) return unknownRequest(state, request);
  const by = authorityOf(state, actor, handlersOf(state, found));
  if ('code' in by) return by;
  const taken = takenFromOut(request, found, lots);
  return 'code' in taken ? taken : { ...by, requests: [{ lots: taken.lots, ...needOf(state, request) }] };
}

function takenFromOut(id: string, request: ResourceRequest, lots: Lot[] | undefined): { lots: Lot[] } | Refused {
  const out = lotsAt(request, 'there', 'sent');
  const taken = merged(lots ?? out);
  const more = beyond(taken, out);
  if (taken.length > 0 && more.length === 0) return { lots: taken };
  return refusal('not_out', { request: id, items: itemsOf(more) }, { items: itemsOf(out) });
}

/** As `item=quantity`. */
function itemsOf(lots: Lot[]): string[] {
  return lots.map(({ item, quantity }) => `${item}=${quantity}`);
}
