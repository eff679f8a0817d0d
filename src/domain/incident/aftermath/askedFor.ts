import type { LevelId } from '../../plan/compiled.js';
import type { State } from '../state.js';

/** What the plan wants after the end is wanted at every level, or at those that it names. */
export function isAskedFor({ grading: { level } }: Pick<State, 'grading'>, levels: LevelId[] | undefined): boolean {
  return levels === undefined || (level !== undefined && levels.includes(level));
}
