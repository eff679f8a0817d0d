import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

type FileOptions = KeyOption & { reference: string; on: string; text?: string };

export function addPlanFile(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say('record that a version was filed with the authority', '登记预案备案');
  const command = planActCommand(cli, plan, 'file', about)
    .requiredOption('--reference <text>', say('the number that the authority gave', '备案编号'))
    .requiredOption('--on <day>', say('such as 2026-12-01', '备案日期，如 2026-12-01'))
    .option('--text <text>', say('anything else', '其他说明'));
  command.action((id: string, version: number, options: FileOptions) => {
    const { reference, on, text } = options;
    const path = versionPath(id, version, 'filing');
    return cli.run(command, (session) => actOnVersion(session, path, { reference, on, text }, options));
  });
}
