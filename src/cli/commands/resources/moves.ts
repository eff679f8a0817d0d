import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { itemCommand, keep, keepOptions } from './keep.js';
import type { KeepOptions } from './keep.js';

/** What happens to stock outside of incidents, a command each. */
export function addResourcesMoves(cli: Cli, resources: Command): void {
  const { say, inputs } = cli;
  const moves = [
    ['replenish', 'replenished', say('put new stock on the shelf', '登记补充入库')],
    ['found', 'found', say('put on record what a count found', '登记盘点增加')],
    ['consume', 'consumed', say('take off what was used up outside of incidents', '登记事故以外的消耗')],
    ['damage', 'damaged', say('take off what is broken or lost', '登记损坏或遗失')],
  ] as const;
  for (const [name, as, description] of moves) {
    const command = itemCommand(resources, name, description, cli).argument(
      '<quantity>',
      say('in the unit of the resource', '数量，按资源的计量单位'),
      inputs.quantity,
    );
    keepOptions(command, cli).action((item: string, quantity: number, { note, ...options }: KeepOptions) =>
      cli.run(command, (session) => keep(session, item, 'moves', { as, quantity, note }, options)),
    );
  }
}
