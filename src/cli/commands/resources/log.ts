import type { Command } from 'commander';
import { StockMoveList } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { useLogLines } from '../../print/resources.js';
import type { Cli } from '../cli.js';
import { itemCommand } from './keep.js';

interface Options {
  limit?: number;
  cursor?: string;
}

export function addResourcesLog(cli: Cli, resources: Command): void {
  const { say, inputs } = cli;
  const description = say('the use log of an item, the newest first', '物资使用记录，最新的在前');
  const command = itemCommand(resources, 'log', description, cli)
    .option('--limit <count>', say('at most so many', '最多条数'), inputs.wholeNumber)
    .option('--cursor <cursor>', say('the next page', '下一页'));
  command.action((item: string, query: Options) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: ['resources', 'items', item, 'moves'], query: { ...query } });
      session.show(text, StockMoveList, (list) => useLogLines(list, item, session));
      return EXIT.ok;
    }),
  );
}
