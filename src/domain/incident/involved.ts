import { actorName } from './actor.js';
import type { Actor } from './actor.js';
import { callOf } from './calls.js';
import type { State } from './state.js';

/** Whoever reported it, here or to an incident that was merged into this one, each once. */
export function reportersOf({ report, merging }: Pick<State, 'report' | 'merging'>): Actor[] {
  const all = [report.reporter, ...(merging.reporters ?? []), ...merging.absorbed.map(({ reporter }) => reporter)];
  return [...new Map(all.map((actor) => [actorName(actor), actor])).values()];
}

/** Whether somebody has part in this incident: by a post, by a call, or as one who reported it. */
export function isInvolved({ basis, command, mobilisation, report, merging }: State, actor: Actor): boolean {
  const name = actorName(actor);
  if (reportersOf({ report, merging }).some((reporter) => actorName(reporter) === name)) return true;
  if (actor.kind !== 'person') return false;
  const { id } = actor;
  return (
    Object.values(basis.holders).some((people) => people.includes(id)) ||
    Object.values(command.posts).includes(id) ||
    Object.values(mobilisation.bodies).some((body) => callOf(body.people, id) !== undefined)
  );
}
