import type { z } from 'zod';
import type { Lang } from '../../domain/lang.js';
import { checkPlan } from '../../domain/plan/checkPlan.js';
import { pathText } from '../../domain/plan/issues.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import { PlanFileError, readPlan } from '../../planfiles/index.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { PlanDraftRequest } from '../contract.js';
import { unusable } from '../unusable.js';

type Sent = Pick<z.infer<typeof PlanDraftRequest>, 'document' | 'files'>;

/** The plan of a request, whichever way it came. Throws everything that is wrong with it, each with its place. */
export function readDraft({ document, files }: Sent, lang: Lang): { document: PlanDocument; hash: string } {
  if (files !== undefined) return fromFiles(files, lang);
  const checked = checkPlan(document);
  if ('document' in checked) return { document: checked.document, hash: sha256(canonical(checked.document)) };
  throw unusable(
    'plan_unusable',
    checked.issues.map((issue) => ({ ...issue, path: pathText(issue.path) })),
    lang,
  );
}

function fromFiles(files: Record<string, string>, lang: Lang): { document: PlanDocument; hash: string } {
  try {
    const { document, hash } = readPlan(files);
    return { document, hash };
  } catch (error) {
    throw error instanceof PlanFileError ? unusable('plan_unusable', error.problems, lang) : error;
  }
}
