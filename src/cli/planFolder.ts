import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerItem } from '../domain/plan/ledger.js';
import type { RosterDocument } from '../domain/plan/roster.js';
import type { PlanDocument } from '../domain/plan/schema.js';
import { LEDGER_FILE, loadLedger, loadPlan, loadRoster, PlanFileError, ROSTER_FILE } from '../planfiles/index.js';
import { CliFailure } from './failure.js';
import { EXIT } from './exitCodes.js';
import type { Voice } from './session.js';

/** Relative to where the command is given; the project's own folder is where people try it first. */
export const SAMPLE_PLAN = 'plans/software-incident';

type Speech = Pick<Voice, 'say' | 'lang'>;

/** The plan in a folder, or the failure that lists everything that is wrong with it. */
export function usablePlan(folder: string, speech: Speech): ReturnType<typeof loadPlan> {
  const title = speech.say('The plan cannot be used', '预案无法使用');
  return usable(() => loadPlan(folder), { code: 'unusable_plan', title, file: folder }, speech);
}

/** The roster beside a plan, where there is one. */
export function rosterBeside(folder: string, speech: Speech): RosterDocument | undefined {
  const file = join(folder, ROSTER_FILE);
  if (!existsSync(file)) return undefined;
  const title = speech.say('The roster cannot be used', '通讯录无法使用');
  return usable(() => loadRoster(file).document, { code: 'unusable_roster', title, file }, speech);
}

/** Where there is nobody, nothing can be played. */
export function mustHaveRoster(folder: string, speech: Speech): RosterDocument {
  const { say } = speech;
  const roster = rosterBeside(folder, speech);
  if (roster !== undefined) return roster;
  const file = join(folder, ROSTER_FILE);
  throw new CliFailure(EXIT.refused, {
    code: 'no_roster',
    title: say('There is nobody to rehearse with', '没有可推演的人员'),
    detail: say(`Put the people and their posts into ${file}.`, `请在 ${file} 中写明人员及其岗位。`),
  });
}

/** Without a ledger there is nothing on any shelf, and every request shows it. */
export function ledgerBeside(folder: string, speech: Speech, plan: PlanDocument, roster: RosterDocument): LedgerItem[] {
  const file = join(folder, LEDGER_FILE);
  if (!existsSync(file)) return [];
  const title = speech.say('The ledger cannot be used', '资源台账无法使用');
  return usable(() => loadLedger(file, plan, roster).document.items, { code: 'unusable_ledger', title, file }, speech);
}

/** What is loaded from files of this machine, or the failure that lists everything that is wrong with them. */
export function usable<T>(
  load: () => T,
  { code, title, file }: { code: string; title: string; file: string },
  { say, lang }: Speech,
): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    throw new CliFailure(EXIT.refused, {
      code,
      title,
      detail: say(`${file}: everything that is wrong is listed.`, `${file}：以下列出全部问题。`),
      errors: error.problems.map(({ file: where, line, column, path, code: kind, message, hint }) => ({
        path: `${where}:${line}:${column}`,
        message: `${[kind, path].join(' ').trim()}: ${message[lang]} (${hint[lang]})`,
      })),
    });
  }
}
