import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

type WithdrawOptions = KeyOption & { reason: string };

export function addPlanWithdraw(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say('give a version up before it takes effect', '撤回尚未生效的版本');
  const command = planActCommand(cli, plan, 'withdraw', about).requiredOption(
    '--reason <text>',
    say('goes on the record', '理由，记入记录'),
  );
  command.action((id: string, version: number, options: WithdrawOptions) => {
    const { reason } = options;
    const path = versionPath(id, version, 'withdrawal');
    return cli.run(command, (session) => actOnVersion(session, path, { reason }, options));
  });
}
