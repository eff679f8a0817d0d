import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { check } from './check.js';
import type { Check } from './check.js';
import { wayBack } from './circle.js';

/** Tasks can be done in some order, and verified by somebody. */
export const taskChecks: Check[] = [check(['tasks'], circularTasks), check(['tasks'], ownVerification)];

function ownVerification({ tasks = [] }: Pick<PlanDocument, 'tasks'>): PlanIssue[] {
  const verified = new Map(tasks.map(({ id, verifies }) => [id, verifies === undefined ? [] : [verifies]]));
  return tasks.flatMap(({ id }, i) => {
    const way = wayBack(id, verified);
    if (way === undefined) return [];
    const message = said(
      `"${id}" can never be done: ${way.join(' verifies ')}`,
      `“${id}”永远无法完成：${way.join(' 验证 ')}`,
    );
    const hint = said('name a task that is done before it', '改写为在它之前完成的任务');
    return [issue(['tasks', i, 'verifies'], 'circular_verification', message, hint)];
  });
}

function circularTasks({ tasks = [] }: Pick<PlanDocument, 'tasks'>): PlanIssue[] {
  const after = new Map(tasks.map((task) => [task.id, task.after ?? []]));
  return tasks.flatMap(({ id }, i) => {
    const way = wayBack(id, after);
    if (way === undefined) return [];
    const message = said(`"${id}" waits for itself: ${way.join(' after ')}`, `“${id}”要等自己完成：${way.join(' ← ')}`);
    const hint = said('take one of these out of "after"', '从 after 中去掉其中一项');
    return [issue(['tasks', i, 'after'], 'circular_tasks', message, hint)];
  });
}
