import type { Command } from 'commander';
import { UpkeepList } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { upkeepLines } from '../../print/upkeep.js';
import type { Cli } from '../cli.js';

interface Options {
  all?: true;
  limit?: number;
  cursor?: string;
}

export function addResourcesDue(cli: Cli, resources: Command): void {
  const { say, inputs } = cli;
  const due = resources
    .command('due')
    .description(say('what has to be done about stock, and by when', '物资维护待办：检查、维修、更换、补充及期限'))
    .option('--all', say('also what is done', '包括已办理的'))
    .option('--limit <count>', say('at most so many', '最多条数'), inputs.wholeNumber)
    .option('--cursor <cursor>', say('the next page', '下一页'));
  due.action(({ all, ...page }: Options) =>
    cli.run(due, async (session) => {
      const query = { ...page, ...(all ? { all: 'true' } : {}) };
      const text = await session.api.call({ path: ['resources', 'upkeep'], query });
      session.show(text, UpkeepList, (list) => upkeepLines(list, all === true, session));
      return EXIT.ok;
    }),
  );
}
