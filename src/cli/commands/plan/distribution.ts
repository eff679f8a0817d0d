import type { Command } from 'commander';
import { PlanDistribution } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { distributionLines } from '../../print/plan.js';
import type { Cli } from '../cli.js';
import { versionCommand, versionPath } from './act.js';

export function addPlanDistribution(cli: Cli, plan: Command): void {
  const about = cli.say('who was given a version, and who acknowledged it', '查看预案发放和签收情况');
  const command = versionCommand(cli, plan, 'distribution', about);
  command.action((id: string, version: number) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: versionPath(id, version, 'distribution') });
      session.show(text, PlanDistribution, (distribution) => distributionLines(distribution, session));
      return EXIT.ok;
    }),
  );
}
