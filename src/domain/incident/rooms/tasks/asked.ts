import type { TaskId, TaskRule } from '../../../plan/compiled.js';
import type { EventBody, OpenedTask, TasksChanged } from '../../events.js';
import type { State } from '../../state.js';
import { isLive } from './deadlines.js';

/** Opens what the plan asks for in this phase and at this level and what is not there yet. */
export function opened(state: State, why: 'phase' | TasksChanged): EventBody[] {
  const isThere = why === 'reopened' ? isDoneFor : isEachWatchs(state, why) ? isUnderWay : isKnown;
  const missing = state.basis.plan.tasks.filter(
    (rule) => rule.phase === state.phase && applies(state, rule) && !isThere(state, rule.id),
  );
  return missing.length === 0 ? [] : [{ type: 'tasksOpened', why, tasks: missing.map(openedTask) }];
}

/** Takes back what level or plan ask for no more, where nobody has begun. What was added by a person stays. */
export function withdrawn(state: State, why: TasksChanged): EventBody[] {
  const wanted = new Set(state.basis.plan.tasks.filter((rule) => applies(state, rule)).map(({ id }) => id));
  const surplus = Object.entries(state.tasks.tasks).filter(
    ([id, { status, title, phase }]) =>
      status === 'open' && title === undefined && (!wanted.has(id) || (why === 'reopened' && phase === 'watching')),
  );
  return surplus.length === 0 ? [] : [{ type: 'tasksWithdrawn', why, tasks: surplus.map(([id]) => id) }];
}

/** A task that was withdrawn may be asked for again; one that was done, or skipped, is not done twice. */
function isKnown({ tasks: { tasks } }: State, id: TaskId): boolean {
  const task = tasks[id];
  return task !== undefined && task.status !== 'withdrawn';
}

function isUnderWay({ tasks: { tasks } }: State, id: TaskId): boolean {
  return tasks[id] !== undefined && isLive(tasks[id]);
}

/** It has come back: what was repaired has not held, and whoever verified it verified something else. */
function isDoneFor(state: State, id: TaskId): boolean {
  const isRepair = state.basis.plan.tasks.some(
    (rule) => rule.verifies !== undefined && [rule.id, rule.verifies].includes(id),
  );
  return isRepair ? isUnderWay(state, id) : isKnown(state, id);
}

/** A second watch is watched like the first. */
function isEachWatchs({ phase }: State, why: 'phase' | TasksChanged): boolean {
  return phase === 'watching' && why === 'phase';
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
