import type { Command } from 'commander';
import { PlanVersion } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { planLines } from '../../print/plan.js';
import type { Cli } from '../cli.js';
import { versionCommand, versionPath } from './act.js';

export function addPlanShow(cli: Cli, plan: Command): void {
  const about = cli.say('where a version stands, and everything that happened to it', '查看某一版本的状态和办理过程');
  const show = versionCommand(cli, plan, 'show', about);
  show.action((id: string, version: number) =>
    cli.run(show, async (session) => {
      const text = await session.api.call({ path: versionPath(id, version) });
      session.show(text, PlanVersion, (record) => planLines(record, session));
      return EXIT.ok;
    }),
  );
}
