import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RosterDocument } from '../domain/plan/roster.js';
import { loadPlan, loadRoster, PlanFileError, ROSTER_FILE } from '../planfiles/index.js';
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
    throw unusable(error, 'unusable_plan', say('The plan cannot be used', '预案无法使用'), folder, say);
  }
}

/** The roster beside a plan, where there is one. */
export function rosterBeside(folder: string, { say }: { say: Say }): RosterDocument | undefined {
  const file = join(folder, ROSTER_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return loadRoster(file).document;
  } catch (error) {
    throw unusable(error, 'unusable_roster', say('The roster cannot be used', '通讯录无法使用'), file, say);
  }
}

function unusable(error: unknown, code: string, title: string, file: string, say: Say): unknown {
  if (!(error instanceof PlanFileError)) return error;
  return new CliFailure(EXIT.refused, {
    code,
    title,
    detail: say(`${file}: everything that is wrong is listed.`, `${file}：以下列出全部问题。`),
    errors: error.problems.map(({ file: where, line, column, code: kind, message, hint }) => ({
      path: `${where}:${line}:${column}`,
      message: `${kind}: ${message} (${hint})`,
    })),
  });
}
