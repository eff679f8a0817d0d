import type { Command } from 'commander';
import { PlanCheck } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import { planFindingLines } from '../../print/planFindings.js';
import type { Cli } from '../cli.js';
import { versionCommand, versionPath } from './act.js';

export function addPlanFindings(cli: Cli, plan: Command): void {
  const about = cli.say('what the check finds in a version that Muster keeps', '检查已导入的某一版本');
  const command = versionCommand(cli, plan, 'findings', about);
  command.action((id: string, version: number) =>
    cli.run(command, async (session) => {
      const text = await session.api.call({ path: versionPath(id, version, 'check') });
      const { counts } = session.show(text, PlanCheck, (check) => planFindingLines(check, session));
      return counts.error === 0 ? EXIT.ok : EXIT.refused;
    }),
  );
}
