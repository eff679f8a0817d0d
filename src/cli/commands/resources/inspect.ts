import { Argument } from 'commander';
import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { itemCommand, keep, keepOptions } from './keep.js';
import type { KeepOptions } from './keep.js';

export function addResourcesInspect(cli: Cli, resources: Command): void {
  const { say, inputs } = cli;
  const description = say('put an inspection of an item on record', '登记物资检查');
  const command = itemCommand(resources, 'inspect', description, cli)
    .addArgument(
      new Argument(
        '<result>',
        say(
          'what is bad is not given out until it is good; `damage` takes it off',
          '不合格的不再分配，直至检查合格；报损用 damage',
        ),
      ).choices(['good', 'bad']),
    )
    .option('--on <day>', say('default: today', '检查日期，默认为当天'), inputs.day);
  keepOptions(command, cli).action(
    (item: string, result: string, { note, on, ...options }: KeepOptions & { on?: string }) =>
      cli.run(command, (session) => keep(session, item, 'inspections', { result, on, note }, options)),
  );
}
