import { planAt, plansOf } from '../domain/incident/index.js';
import type { Planned, State } from '../domain/incident/index.js';
import { namesOver, namesWithTasks } from '../domain/plan/namesFrom.js';
import type { Names } from '../domain/plan/names.js';
import type { Directory } from './directory.js';

/**
 * What things were called at each event of an incident: by the version of the plan that it ran by then, so that a move
 * to another version does not change what was said before. What a version does not know, the others are asked for.
 */
export async function namesAlong(
  directory: Pick<Directory, 'names'>,
  incident: Planned & { tasks?: Pick<State['tasks'], 'tasks'> },
): Promise<(seq: number) => Names> {
  const plans = plansOf(incident);
  const names = await Promise.all(plans.map((plan) => directory.names(plan)));
  return (seq) => {
    const { hash } = planAt(incident, seq);
    const at = Math.max(
      0,
      plans.findIndex((plan) => plan.hash === hash),
    );
    return namesWithTasks(namesOver(names[at]!, ...names.filter((_, i) => i !== at)), incident.tasks?.tasks ?? {});
  };
}
