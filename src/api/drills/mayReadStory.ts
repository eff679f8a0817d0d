import type { Request } from 'express';
import { authors, mayApprove } from '../../domain/drill/index.js';
import type { DrillState } from '../../domain/drill/index.js';
import { actorOf } from '../auth.js';
import type { ApiParts } from '../deps.js';
import { inPost } from './inPost.js';

/** Injects and what is expected: for those who run, judge or approve it and do not play, until it is over; then for everybody. */
export async function mayReadStory(parts: ApiParts, req: Request, state: DrillState): Promise<boolean> {
  const actor = actorOf(req);
  if (state.ended !== undefined || actor.kind === 'operator') return true;
  if (actor.kind !== 'person' || state.roles.players.includes(actor.id)) return false;
  const { director, controllers, evaluators, safety } = state.roles;
  const runs = [director, ...controllers, ...evaluators, ...safety, ...authors(state)];
  return runs.includes(actor.id) || (await isApprover(parts, req, state));
}

/**
 * Nobody signs what they may not read: whoever has to approve it and plays in it as well reads the controllers' copy while it waits
 * for approval, by asking for it.
 */
export async function mayReadToApprove(parts: ApiParts, req: Request, state: DrillState): Promise<boolean> {
  return state.status === 'review' && (await isApprover(parts, req, state));
}

async function isApprover(parts: ApiParts, req: Request, { rules, ...state }: DrillState): Promise<boolean> {
  const actor = actorOf(req);
  if (actor.kind !== 'person') return false;
  if ([...rules.approvers, ...mayApprove({ rules, ...state })].includes(actor.id)) return true;
  return ((await inPost(parts, req)) ?? []).includes('approver');
}
