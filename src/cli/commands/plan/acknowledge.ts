import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

export function addPlanAcknowledge(cli: Cli, plan: Command): void {
  const about = cli.say('acknowledge that you were given a version', '签收发放给本人的预案');
  const command = planActCommand(cli, plan, 'acknowledge', about);
  command.action((id: string, version: number, options: KeyOption) =>
    cli.inPerson(command, (session) => actOnVersion(session, versionPath(id, version, 'acknowledgement'), {}, options)),
  );
}
