import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

export function addPlanSubmit(cli: Cli, plan: Command): void {
  const about = cli.say('submit a draft for review; its content is fixed then', '提交评审，内容自此固定');
  const command = planActCommand(cli, plan, 'submit', about);
  command.action((id: string, version: number, options: KeyOption) =>
    cli.run(command, (session) => actOnVersion(session, versionPath(id, version, 'submission'), {}, options)),
  );
}
