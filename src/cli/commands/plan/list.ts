import type { Command } from 'commander';
import { PlanList } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { planListLines } from '../../print/plan.js';
import type { Cli } from '../cli.js';

export function addPlanList(cli: Cli, plan: Command): void {
  const list = plan.command('list').description(cli.say('every version of every plan', '列出全部预案版本'));
  list.action(() =>
    cli.run(list, async (session) => {
      session.show(await session.api.call({ path: ['plans'] }), PlanList, ({ items }) => planListLines(items, session));
      return EXIT.ok;
    }),
  );
}
