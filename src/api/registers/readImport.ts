import type { z } from 'zod';
import { pathText } from '../../domain/plan/issues.js';
import { inYaml, PlanFileError, readWritten } from '../../planfiles/index.js';
import type { Loaded } from '../../planfiles/index.js';
import type { Problem, RegisterImport } from '../contract.js';
import { ProblemError } from '../problemError.js';
import type { Ground, RegisterKind } from './kind.js';

type Problems = NonNullable<Problem['problems']>;

/** Enough to repair a file; one that was made to collect problems gets no longer an answer for it. */
const MOST_PROBLEMS = 200;

/** A document that can be used, and where things stand in the text, if it came as one. */
type Read<Document> = Pick<Loaded<Document>, 'document'> & Partial<Pick<Loaded<Document>, 'place'>>;

/** What a request brings, whichever way. Throws everything that is wrong with it, each with its place. */
export function readImport<Document extends object>(
  kind: RegisterKind<Document>,
  { document, format, text = '' }: z.infer<typeof RegisterImport>,
  ground: Ground,
): Read<Document> {
  if (document !== undefined) return asGiven(kind, document, ground);
  const written = format === 'csv' ? kind.inCsv(kind.name, text) : inYaml(kind.name, text);
  try {
    return readWritten(kind.name, written, (content) => kind.check(content, ground));
  } catch (error) {
    throw error instanceof PlanFileError ? unusable(error.problems.map(({ file: _, ...problem }) => problem)) : error;
  }
}

function asGiven<Document extends object>(
  kind: RegisterKind<Document>,
  document: object,
  ground: Ground,
): Read<Document> {
  const checked = kind.check(document, ground);
  if ('document' in checked) return checked;
  throw unusable(checked.issues.map(({ path, ...issue }) => ({ path: pathText(path), ...issue })));
}

function unusable(problems: Problems): ProblemError {
  const members = { problems: problems.slice(0, MOST_PROBLEMS) };
  return new ProblemError('register_unusable', { count: problems.length }, {}, { members });
}
