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
  if (actor.kind !== 'person') return false;
  const { director, controllers, evaluators, safety, players } = state.roles;
  if (players.includes(actor.id)) return false;
  const runs = [director, ...controllers, ...evaluators, ...safety];
  const decide = [...authors(state), ...state.rules.approvers, ...mayApprove(state)];
  return (
    runs.includes(actor.id) || decide.includes(actor.id) || ((await inPost(parts, req)) ?? []).includes('approver')
  );
}
