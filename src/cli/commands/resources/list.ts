import type { Command } from 'commander';
import { ResourceList } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { resourceLines } from '../../print/resources.js';
import type { Cli } from '../cli.js';

export function addResourcesList(cli: Cli, resources: Command): void {
  const list = resources
    .command('list')
    .description(
      cli.say('what there is of each resource, where, and in whose care', '列出各项资源的数量、地点和保管责任人'),
    );
  list.action(() =>
    cli.run(list, async (session) => {
      const text = await session.api.call({ path: ['resources'] });
      session.show(text, ResourceList, ({ items }) => items.flatMap((resource) => resourceLines(resource, session)));
      return EXIT.ok;
    }),
  );
}
