import { Option } from 'commander';
import type { Command } from 'commander';
import { PlanRecord } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import type { ExitCode } from '../../exitCodes.js';
import { planActLines } from '../../print/plan.js';
import { newKey } from '../../session.js';
import type { Session } from '../../session.js';
import { withKey } from '../cli.js';
import type { Cli, KeyOption } from '../cli.js';

/** A command on one version that changes where it stands. */
export function planActCommand(cli: Cli, plan: Command, name: string, description: string): Command {
  return withKey(versionCommand(cli, plan, name, description), cli);
}

/** A command on one version. */
export function versionCommand({ say, inputs }: Cli, plan: Command, name: string, description: string): Command {
  return plan
    .command(name)
    .description(description)
    .argument('<plan>', say('id of the plan, see plan list', '预案编号，见 plan list'))
    .argument('<version>', say('its number', '版本号'), inputs.wholeNumber);
}

export function versionPath(plan: string, version: number, ...rest: string[]): string[] {
  return ['plans', plan, 'versions', String(version), ...rest];
}

/** Does it, and says where the version stands then. */
export async function actOnVersion(
  session: Session,
  path: string[],
  body: object,
  { idempotencyKey = newKey() }: KeyOption,
): Promise<ExitCode> {
  const text = await session.api.call({ method: 'POST', path, body, key: idempotencyKey });
  session.show(text, PlanRecord, (record) => planActLines(record, session));
  return EXIT.ok;
}

/** What is signed is what was read: needed once a version came back to its authors. */
export function hashOption({ say }: Cli): Option {
  const about = say(
    'hash of the content that you have read (plan show); needed once it came back',
    '所读内容的校验值（见 plan show），曾退回的版本须填写',
  );
  return new Option('--hash <hash>', about);
}
