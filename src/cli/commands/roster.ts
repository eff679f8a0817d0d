import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { addRegisterExport } from './register/export.js';
import { addRegisterHistory } from './register/history.js';
import { addRegisterImport } from './register/import.js';
import { addRosterCheck } from './roster/check.js';

/** The people and their posts; each command has a file of its own. */
export function addRoster(cli: Cli): void {
  const roster = cli.program
    .command('roster')
    .description(cli.say('check, import and export the people and their posts', '检查、导入和导出人员及岗位'));
  const commands: ((cli: Cli, group: Command, path: 'roster') => void)[] = [
    addRosterCheck,
    addRegisterImport,
    addRegisterExport,
    addRegisterHistory,
  ];
  for (const add of commands) add(cli, roster, 'roster');
}
