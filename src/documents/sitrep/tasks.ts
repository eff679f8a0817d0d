import type { Block } from '../model.js';
import type { SitrepContext } from './context.js';

/** Tasks of the plan that were finished in the period. No room of the machine keeps tasks yet. */
export function finishedTasks(_context: SitrepContext): Block[] {
  return [];
}

/** Tasks that are open: matter, owner, due. */
export function openTasks(_context: SitrepContext): string[][] {
  return [];
}
