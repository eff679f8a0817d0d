import type { TaskRule } from '../../../plan/compiled.js';
import type { EventBody, OpenedTask, TasksChanged } from '../../events.js';
import type { State } from '../../state.js';

/** Opens what the plan asks for in this phase and at this level and what is not there yet. */
export function opened(state: State, why: 'phase' | TasksChanged): EventBody[] {
  const before = state.tasks.tasks;
  const missing = state.basis.plan.tasks.filter(
    (rule) => rule.phase === state.phase && applies(state, rule) && !isThere(before[rule.id]?.status),
  );
  return missing.length === 0 ? [] : [{ type: 'tasksOpened', why, tasks: missing.map(openedTask) }];
}

/** Takes back what level or plan ask for no more, where nobody has begun. What was added by a person stays. */
export function withdrawn(state: State, why: TasksChanged): EventBody[] {
  const wanted = new Set(state.basis.plan.tasks.filter((rule) => applies(state, rule)).map(({ id }) => id));
  const surplus = Object.entries(state.tasks.tasks).filter(
    ([id, { status, title }]) => status === 'open' && title === undefined && !wanted.has(id),
  );
  return surplus.length === 0 ? [] : [{ type: 'tasksWithdrawn', why, tasks: surplus.map(([id]) => id) }];
}

/** A task that was withdrawn may be asked for again; one that was done, or skipped, is not done twice. */
function isThere(status: string | undefined): boolean {
  return status !== undefined && status !== 'withdrawn';
}

/** Before a level is decided, only tasks that are wanted at every level. */
function applies({ report, grading }: State, { categories, levels }: TaskRule): boolean {
  if (categories !== undefined && !categories.includes(report.category)) return false;
  return levels === undefined || (grading.level !== undefined && levels.includes(grading.level));
}

function openedTask({ id, phase, owner, due, after, mandatory, evidence, verifies }: TaskRule): OpenedTask {
  return {
    task: id,
    phase: phase,
    post: owner,
    within: due,
    ...(after === undefined ? {} : { after }),
    mandatory,
    ...(evidence === undefined ? {} : { evidence }),
    ...(verifies === undefined ? {} : { verifies }),
  };
}
