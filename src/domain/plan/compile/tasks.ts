import type { TaskRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';

export function compileTasks({ tasks }: Pick<PlanDocument, 'tasks'>): TaskRule[] {
  return (tasks ?? []).map(({ rows: _r, name: _n, instructions: _i, done: _d, due, ...task }) => ({
    ...task,
    due: parseDuration(due),
  }));
}
