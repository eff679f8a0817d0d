import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, hashOption, planActCommand, versionPath } from './act.js';

type ApproveOptions = KeyOption & { remarks?: string; hash?: string };

export function addPlanApprove(cli: Cli, plan: Command): void {
  const { say } = cli;
  const command = planActCommand(cli, plan, 'approve', say('sign the content under review', '批准评审中的内容'))
    .option('--remarks <text>', say('goes on the record', '记入记录'))
    .addOption(hashOption(cli));
  command.action((id: string, version: number, options: ApproveOptions) => {
    const { remarks, hash } = options;
    const path = versionPath(id, version, 'approval');
    return cli.inPerson(command, (session) => actOnVersion(session, path, { remarks, hash }, options));
  });
}
