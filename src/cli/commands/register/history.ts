import type { Command } from 'commander';
import { RegisterVersionList } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { historyLines } from '../../print/registers.js';
import type { Cli } from '../cli.js';

interface Options {
  limit?: number;
  cursor?: string;
}

export function addRegisterHistory(cli: Cli, group: Command, path: 'roster' | 'resources'): void {
  const { say, inputs } = cli;
  const command = group
    .command('history')
    .description(say('list the versions, the newest first', '列出各版本，最新的在前'))
    .option('--limit <count>', say('at most so many', '最多条数'), inputs.wholeNumber)
    .option('--cursor <cursor>', say('the next page', '下一页'));
  command.action((query: Options) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: [path, 'versions'], query: { ...query } });
      session.show(text, RegisterVersionList, (list) => historyLines(list, path, session));
      return EXIT.ok;
    }),
  );
}
