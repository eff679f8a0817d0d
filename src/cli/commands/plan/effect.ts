import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

type EffectOptions = KeyOption & { from?: string };

export function addPlanEffect(cli: Cli, plan: Command): void {
  const { say, inputs } = cli;
  const about = say('put an approved version into effect', '使已批准的版本生效');
  const command = planActCommand(cli, plan, 'effect', about).option(
    '--from <time>',
    say('ISO 8601 with offset; default: now', '生效时间，ISO 8601，带时区；默认立即'),
    inputs.time,
  );
  command.action((id: string, version: number, options: EffectOptions) => {
    const { from } = options;
    const path = versionPath(id, version, 'effect');
    return cli.inPerson(command, (session) => actOnVersion(session, path, { from }, options));
  });
}
