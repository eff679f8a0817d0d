import type { PostId, TeamId } from '../../../plan/compiled.js';
import type { State } from '../../state.js';
import { leadOf } from './waiting.js';

/** Whoever may speak for the people of these teams: their leads, the posts of staffing, and command. */
export function postsOver(state: State, teams: TeamId[]): PostId[] {
  const leads = teams.flatMap((id) => leadOf(state, { kind: 'team', id }));
  const { command, notification } = state.basis.plan;
  return [...new Set([...leads, ...(notification.shortage?.tell ?? []), command.commander, ...command.deputies])];
}
