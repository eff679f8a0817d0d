import type { Actor } from './actor.js';
import { callOf } from './calls.js';
import type { State } from './state.js';

/**
 * Whoever has to do with the incident may tell what is known: post holders, those called, the reporter. Whoever may report
 * without being a person of the roster, as integrations and the operator may, may tell as well.
 */
export function mayTell(state: State, actor: Actor): boolean {
  if (actor.kind === 'integration' || actor.kind === 'operator') return true;
  if (actor.kind !== 'person') return false;
  const { reporter } = state.report;
  if (reporter.kind === 'person' && reporter.id === actor.id) return true;
  if (Object.values(state.basis.holders).some((people) => people.includes(actor.id))) return true;
  return Object.values(state.mobilisation.bodies).some((body) => callOf(body.people, actor.id) !== undefined);
}
