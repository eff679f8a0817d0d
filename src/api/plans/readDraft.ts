import type { z } from 'zod';
import type { Lang, Said } from '../../domain/lang.js';
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
export function readDraft({ document, files }: Sent, lang: Lang): { document: PlanDocument; hash: string } {
  if (files !== undefined) return fromFiles(files, lang);
  const checked = checkPlan(document);
  if ('document' in checked) return { document: checked.document, hash: sha256(canonical(checked.document)) };
  throw unusable(
    checked.issues.map((issue) => ({ ...issue, path: pathText(issue.path) })),
    lang,
  );
}

function fromFiles(files: Record<string, string>, lang: Lang): { document: PlanDocument; hash: string } {
  try {
    const { document, hash } = readPlan(files);
    return { document, hash };
  } catch (error) {
    throw error instanceof PlanFileError ? unusable(error.problems, lang) : error;
  }
}

type Found = Omit<Problems[number], 'message' | 'hint'> & { message: Said; hint: Said };

function unusable(problems: Found[], lang: Lang): ProblemError {
  const told = problems.slice(0, MOST_PROBLEMS).map(({ path, code, file, line, column, message, hint }) => ({
    path,
    code,
    ...(file === undefined ? {} : { file, line, column }),
    message: message[lang],
    hint: hint[lang],
  }));
  const members = { problems: told };
  return new ProblemError('plan_unusable', { count: problems.length }, {}, { members });
}
