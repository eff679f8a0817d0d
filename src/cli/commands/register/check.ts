import type { Command } from 'commander';
import type { Remark } from '../../../domain/plan/remark.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { Written } from '../../../planfiles/index.js';
import { EXIT } from '../../exitCodes.js';
import type { ExitCode } from '../../exitCodes.js';
import { remarkLines } from '../../print/remarks.js';
import type { Desk } from '../../session.js';
import type { Cli } from '../cli.js';

export interface CheckOptions {
  plan?: string;
  strict?: true;
}

export function checkOptions(command: Command, { say }: Cli): Command {
  return command
    .option('--plan <folder>', say('which plan; default: the sample', '预案文件夹，默认为示例预案'))
    .option('--strict', say('warnings fail too', '有警告也视为不通过'));
}

interface Checked {
  file: string;
  placeOf: Written['placeOf'];
  plan: PlanDocument;
  strict: true | undefined;
}

/** What should be looked into in a file that can be used. */
export function showRemarks(remarks: Remark[], { file, placeOf, plan, strict }: Checked, desk: Desk): ExitCode {
  const placed = remarks.map(({ severity, path, code, found, todo }) => ({
    severity,
    code,
    ...placeOf(path),
    found: found[desk.lang],
    todo: todo[desk.lang],
  }));
  const { id, version } = plan.plan;
  if (desk.json) desk.print(JSON.stringify({ file, plan: { id, version }, remarks: placed }));
  else desk.print(...remarkLines(placed, file, desk));
  return strict && remarks.some(({ severity }) => severity === 'warning') ? EXIT.refused : EXIT.ok;
}
