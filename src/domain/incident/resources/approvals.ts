import { actorName } from '../actor.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import type { Actor } from '../actor.js';
import type { PostId } from '../../plan/compiled.js';
import { refusal } from '../refusals.js';
import type { ResourceRequest, State } from '../state.js';
import { isKeeper, needOf } from './people.js';
import { liveStock } from './requests.js';
import type { On, Refused } from './requests.js';
import { spenders } from './spending.js';

export function approve(state: State, message: On<'approve'>): EventBody[] {
  return judged(state, message, 'spendingApproved');
}

export function refuse(state: State, message: On<'refuse'>): EventBody[] {
  return judged(state, message, 'spendingRefused');
}

function judged(
  state: State,
  { actor, request, reason }: On<'approve' | 'refuse'>,
  type: 'spendingApproved' | 'spendingRefused',
): EventBody[] {
  const by = authorityOn(state, actor, request);
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  return [{ type, ...by, need: needOf(state, request), texts: { reason } }];
}

/** Whoever asked for the money says nothing about it, nor does whoever pays it out. */
function authorityOn(state: State, actor: Actor, id: string): { authority: PostId } | Refused {
  const found = liveStock(state, id);
  if ('code' in found) return found;
  if (!waitsForApproval(found)) return refusal('not_awaiting_approval', { request: id });
  const by = authorityOf(state, actor, spenders(state, found.resource, found.wants));
  if ('code' in by) return by;
  if (actor.kind === 'person' && actor.id === found.by?.person) {
    return refusal('requester_cannot_approve', { requestedBy: actorName(actor) });
  }
  if (actor.kind === 'person' && isKeeper(state, found, actor.id)) return refusal('payer_cannot_approve');
  return by;
}

function waitsForApproval({ spending }: ResourceRequest): boolean {
  return spending === 'awaiting' || spending === 'setAside';
}
