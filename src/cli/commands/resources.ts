import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { addRegisterExport } from './register/export.js';
import { addRegisterHistory } from './register/history.js';
import { addRegisterImport } from './register/import.js';
import { addResourcesCheck } from './resources/check.js';
import { addResourcesDue } from './resources/due.js';
import { addResourcesInspect } from './resources/inspect.js';
import { addResourcesList } from './resources/list.js';
import { addResourcesLog } from './resources/log.js';
import { addResourcesMoves } from './resources/moves.js';

/** The resources and what there is of them; each command has a file of its own. */
export function addResources(cli: Cli): void {
  const resources = cli.program
    .command('resources')
    .description(
      cli.say(
        'list the resources; check, import and export the ledger; record stock and inspections',
        '列出资源，检查、导入和导出资源台账，登记出入库和检查',
      ),
    );
  const commands: ((cli: Cli, group: Command, path: 'resources') => void)[] = [
    addResourcesList,
    addResourcesCheck,
    addRegisterImport,
    addRegisterExport,
    addRegisterHistory,
    addResourcesMoves,
    addResourcesInspect,
    addResourcesLog,
    addResourcesDue,
  ];
  for (const add of commands) add(cli, resources, 'resources');
}
