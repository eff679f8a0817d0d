import type { Said } from '../domain/lang.js';
import type { Checked } from '../domain/plan/issues.js';
import { contentHash } from './hash.js';
import { PlanFileError } from './problem.js';
import { inOrder } from './toProblem.js';
import type { Written } from './written.js';

export interface Loaded<Document> {
  document: Document;
  /** SHA-256 (hex) of its canonical JSON. */
  hash: string;
  placeOf: Written['placeOf'];
}

/** The document as it is when it can be used. Throws `PlanFileError` with everything that is wrong. */
export function readWritten<Document extends object>(
  what: Said,
  written: Written,
  check: (content: unknown) => Checked<Document>,
): Loaded<Document> {
  const { content, placeOf, problems } = written;
  if (content === undefined) throw new PlanFileError(what, problems);
  const result = check(content);
  if ('document' in result) return { document: result.document, hash: contentHash(result.document), placeOf };
  throw new PlanFileError(what, inOrder(result.issues.map((issue) => written.problem(issue))));
}
