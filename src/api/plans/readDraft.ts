import type { z } from 'zod';
import { checkPlan } from '../../domain/plan/checkPlan.js';
import { pathText } from '../../domain/plan/issues.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { PlanFileError, readPlan } from '../../planfiles/index.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { PlanDraftRequest, Problem } from '../contract.js';
import { ProblemError } from '../problemError.js';

type Sent = Pick<z.infer<typeof PlanDraftRequest>, 'document' | 'files'>;
type Problems = NonNullable<Problem['problems']>;

/** Enough to repair a plan; one that was made to collect problems gets no longer an answer for it. */
const MOST_PROBLEMS = 200;

/** The plan of a request, whichever way it came. Throws everything that is wrong with it, each with its place. */
export function readDraft({ document, files }: Sent): {
  document: PlanDocument;
  hash: string;
} {
  if (files !== undefined) return fromFiles(files);
  const checked = checkPlan(document);
  if ('document' in checked) return { document: checked.document, hash: sha256(canonical(checked.document)) };
  throw unusable(
    checked.issues.map(({ path, code, message, hint }) => ({ path: pathText(path), code, message, hint })),
  );
}

function fromFiles(files: Record<string, string>): { document: PlanDocument; hash: string } {
  try {
    const { document, hash } = readPlan(files);
    return { document, hash };
  } catch (error) {
    throw error instanceof PlanFileError ? unusable(error.problems) : error;
  }
}

function unusable(problems: Problems): ProblemError {
  const members = { problems: problems.slice(0, MOST_PROBLEMS) };
  return new ProblemError('plan_unusable', { count: problems.length }, {}, { members });
}
