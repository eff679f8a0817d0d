import type { Said } from '../domain/lang.js';
import type { Problem } from './problem.js';

/** A fault of the file itself. */
export function fault(
  place: Pick<Problem, 'file' | 'line' | 'column' | 'path'>,
  code: string,
  message: Said,
  hint: Said,
): Problem {
  return { ...place, code, message, hint };
}
