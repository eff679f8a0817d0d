import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RosterDocument } from '../domain/plan/roster.js';
import { loadPlan, loadRoster, PlanFileError, ROSTER_FILE } from '../planfiles/index.js';
import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import type { Voice } from './session.js';

/** Relative to where the command is given; the project's own folder is where people try it first. */
export const SAMPLE_PLAN = 'plans/software-incident';

type Speech = Pick<Voice, 'say' | 'lang'>;

/** The plan in a folder, or the failure that lists everything that is wrong with it. */
export function usablePlan(folder: string, speech: Speech): ReturnType<typeof loadPlan> {
  try {
    return loadPlan(folder);
  } catch (error) {
    throw unusable(error, 'unusable_plan', speech.say('The plan cannot be used', '预案无法使用'), folder, speech);
  }
}

/** The roster beside a plan, where there is one. */
export function rosterBeside(folder: string, speech: Speech): RosterDocument | undefined {
  const file = join(folder, ROSTER_FILE);
  if (!existsSync(file)) return undefined;
  try {
    return loadRoster(file).document;
  } catch (error) {
    throw unusable(error, 'unusable_roster', speech.say('The roster cannot be used', '通讯录无法使用'), file, speech);
  }
}

function unusable(error: unknown, code: string, title: string, file: string, { say, lang }: Speech): unknown {
  if (!(error instanceof PlanFileError)) return error;
  return new CliFailure(EXIT.refused, {
    code,
    title,
    detail: say(`${file}: everything that is wrong is listed.`, `${file}：以下列出全部问题。`),
    errors: error.problems.map(({ file: where, line, column, code: kind, message, hint }) => ({
      path: `${where}:${line}:${column}`,
      message: `${kind}: ${message[lang]} (${hint[lang]})`,
    })),
  });
}
