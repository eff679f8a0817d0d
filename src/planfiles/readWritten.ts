import type { Checked } from '../domain/plan/issues.js';
import { contentHash } from './hash.js';
import { PlanFileError } from './problem.js';
import { inOrder } from './toProblem.js';
import type { Written } from './written.js';

export interface Loaded<Document> {
  document: Document;
  /** SHA-256 (hex) of its canonical JSON. */
  hash: string;
  /** Where things stand in the file. */
  place: Written['place'];
}

/** The document as it is when it can be used. Throws `PlanFileError` with everything that is wrong. */
export function readWritten<D extends object>(
  what: string,
  written: Written,
  check: (content: unknown) => Checked<D>,
): Loaded<D> {
  const { content, place, problems } = written;
  if (content === undefined) throw new PlanFileError(what, problems);
  const result = check(content);
  if ('document' in result) return { document: result.document, hash: contentHash(result.document), place };
  throw new PlanFileError(what, inOrder(result.issues.map((issue) => written.problem(issue))));
}
