import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** Tasks can be done in some order. */
export const taskChecks: Check[] = [check(['tasks'], circularTasks)];

function circularTasks({ tasks = [] }: Pick<PlanDocument, 'tasks'>): PlanIssue[] {
  const after = new Map(tasks.map((task) => [task.id, task.after ?? []]));
  return tasks.flatMap(({ id }, i) => {
    const way = wayBack(id, after);
    if (way === undefined) return [];
    const message = `"${id}" waits for itself: ${way.join(' after ')}`;
    const hint = 'take one of these out of "after"';
    return [{ path: ['tasks', i, 'after'], code: 'circular_tasks' as const, message, hint }];
  });
}

/** The shortest way along `after` from a task back to itself. */
function wayBack(id: string, after: Map<string, string[]>): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[id]];
  while (ways.length > 0) {
    const next: string[][] = [];
    for (const way of ways) {
      for (const before of after.get(way.at(-1) ?? id) ?? []) {
        if (before === id) return [...way, id];
        if (seen.has(before)) continue;
        seen.add(before);
        next.push([...way, before]);
      }
    }
    ways = next;
  }
  return undefined;
}
