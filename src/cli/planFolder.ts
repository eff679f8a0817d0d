import type { PlanDocument } from '../domain/plan/schema.js';
import { loadPlan, PlanFileError } from '../planfiles/index.js';
import { EXIT } from './exitCodes.js';
import { CliFailure } from './failure.js';
import type { Say } from './say.js';

interface PlanInFolder {
  document: PlanDocument;
  /** SHA-256 (hex) of its canonical JSON. */
  hash: string;
}

/** Throws `CliFailure` with everything that is wrong with the plan, by file, line and column. */
export function planIn(folder: string, say: Say): PlanInFolder {
  try {
    return loadPlan(folder);
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    const count = error.problems.length;
    throw new CliFailure(EXIT.refused, {
      code: 'plan_unusable',
      title: say('The plan cannot be used', '预案不能使用'),
      detail: say(`${folder}: ${count === 1 ? '1 problem' : `${count} problems`}`, `${folder}：${count}处问题`),
      errors: error.problems.map(({ file, line, column, code, message, hint }) => ({
        path: `${file}:${line}:${column}`,
        message: `${code}: ${message} (${hint})`,
      })),
    });
  }
}
