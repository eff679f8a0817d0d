import { actorName } from './actor.js';
import type { Actor } from './actor.js';
import { callOf } from './calls.js';
import type { State } from './state.js';

/** Whether somebody has part in this incident: by a post, by a call, or as the one who reported it. */
export function isInvolved({ basis, command, mobilisation, report }: State, actor: Actor): boolean {
  if (actorName(actor) === actorName(report.reporter)) return true;
  if (actor.kind !== 'person') return false;
  const { id } = actor;
  return (
    Object.values(basis.holders).some((people) => people.includes(id)) ||
    Object.values(command.posts).includes(id) ||
    Object.values(mobilisation.bodies).some((body) => callOf(body.people, id) !== undefined)
  );
}
