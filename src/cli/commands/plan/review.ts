import { Argument } from 'commander';
import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, hashOption, planActCommand, versionPath } from './act.js';

type ReviewOptions = KeyOption & { remarks?: string; hash?: string };

export function addPlanReview(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say(
    'review a version: agree, return it to the authors, or withdraw because of an interest',
    '评审：同意、退回修改，或因利害关系回避',
  );
  const command = planActCommand(cli, plan, 'review', about)
    .addArgument(new Argument('<outcome>').choices(['approve', 'return', 'withdraw']))
    .option('--remarks <text>', say('needed to return and to withdraw', '退回和回避时须填写'))
    .addOption(hashOption(cli));
  command.action((id: string, version: number, outcome: string, options: ReviewOptions) => {
    const { remarks, hash } = options;
    const path = versionPath(id, version, 'review');
    return cli.inPerson(command, (session) => actOnVersion(session, path, { outcome, remarks, hash }, options));
  });
}
