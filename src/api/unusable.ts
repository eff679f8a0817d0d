import type { Lang, Said } from '../domain/lang.js';
import type { Problem } from './contract.js';
import { ProblemError } from './problemError.js';

type Problems = NonNullable<Problem['problems']>;
type Found = Omit<Problems[number], 'message' | 'hint'> & { message: Said; hint: Said };

/** Enough to repair a document; one that was made to collect problems gets no longer an answer for it. */
const MOST_PROBLEMS = 200;

/** A document with everything that is wrong with it, each with its place. */
export function unusable(code: 'plan_unusable' | 'register_unusable', problems: Found[], lang: Lang): ProblemError {
  const told = problems.slice(0, MOST_PROBLEMS).map(({ path, code, file, line, column, message, hint }) => ({
    path,
    code,
    ...(file === undefined ? {} : { file, line, column }),
    message: message[lang],
    hint: hint[lang],
  }));
  const members = { problems: told };
  return new ProblemError(code, { count: problems.length }, {}, { members });
}
