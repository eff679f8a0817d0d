import { loadPlan, PlanFileError } from '../planfiles/index.js';
import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import type { Voice } from './session.js';

/** Relative to where the command is given; the project's own folder is where people try it first. */
export const SAMPLE_PLAN = 'plans/software-incident';

/** The plan in a folder, or the failure that lists everything that is wrong with it. */
export function usablePlan(folder: string, voice: Pick<Voice, 'say' | 'lang'>): ReturnType<typeof loadPlan> {
  const title = voice.say('The plan cannot be used', '预案无法使用');
  return usable(() => loadPlan(folder), { code: 'unusable_plan', title, file: folder }, voice);
}

/** What is loaded from files of this machine, or the failure that lists everything that is wrong with them. */
export function usable<T>(
  load: () => T,
  { code, title, file }: { code: string; title: string; file: string },
  { say, lang }: Pick<Voice, 'say' | 'lang'>,
): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    throw new CliFailure(EXIT.refused, {
      code,
      title,
      detail: say(`${file}: everything that is wrong is listed.`, `${file}：以下列出全部问题。`),
      errors: error.problems.map(({ file, line, column, path, code, message, hint }) => ({
        path: `${file}:${line}:${column}`,
        message: `${[code, path].join(' ').trim()}: ${message[lang]} (${hint[lang]})`,
      })),
    });
  }
}
