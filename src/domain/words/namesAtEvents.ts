import { planAt, plansOf } from '../incident/index.js';
import type { Planned, State } from '../incident/index.js';
import type { Names } from '../plan/names.js';
import { namesOver, namesWithTasks } from '../plan/namesFrom.js';

/**
 * What things were called at each event of an incident: by the version of the plan that it ran by then, so that a move
 * to another version does not change what was said before. What a version does not know, the others are asked for.
 * `names`: of each version, as `plansOf` lists them.
 */
export function namesAtEvents(
  incident: Planned & { tasks?: Pick<State['tasks'], 'tasks'> },
  names: readonly Names[],
): (seq: number) => Names {
  const plans = plansOf(incident);
  return (seq) => {
    const { hash } = planAt(incident, seq);
    const at = Math.max(
      0,
      plans.findIndex((plan) => plan.hash === hash),
    );
    return namesWithTasks(namesOver(names[at]!, ...names.filter((_, i) => i !== at)), incident.tasks?.tasks ?? {});
  };
}
