import { loadPlan, PlanFileError } from '../planfiles/index.js';
import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import type { Say } from './say.js';

/** Relative to where the command is given; the project's own folder is where people try it first. */
export const SAMPLE_PLAN = 'plans/software-incident';

/** The plan in a folder, or the failure that lists everything that is wrong with it. */
export function usablePlan(folder: string, { say }: { say: Say }): ReturnType<typeof loadPlan> {
  try {
    return loadPlan(folder);
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    throw new CliFailure(EXIT.refused, {
      code: 'unusable_plan',
      title: say('The plan cannot be used', '预案无法使用'),
      detail: say(`${folder}: everything that is wrong is listed.`, `${folder}：以下列出全部问题。`),
      errors: error.problems.map(({ file, line, column, code, message, hint }) => ({
        path: `${file}:${line}:${column}`,
        message: say(`${code}: ${message.en} (${hint.en})`, `${code}：${message['zh-CN']}（${hint['zh-CN']}）`),
      })),
    });
  }
}
