import type { Actor } from './actor.js';
import { isInvolved } from './involved.js';
import type { State } from './state.js';

/**
 * Whoever has to do with the incident may tell what is known: post holders, those called, the reporters. Whoever may report
 * without being a person of the roster, as integrations and the operator may, may tell as well.
 */
export function mayTell(state: State, actor: Actor): boolean {
  if (actor.kind === 'integration' || actor.kind === 'operator') return true;
  return isInvolved(state, actor);
}
