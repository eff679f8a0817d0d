import type { Command } from 'commander';
import { StockKept } from '../../../api/contract.js';
import { EXIT } from '../../exitCodes.js';
import type { ExitCode } from '../../exitCodes.js';
import { resourceLines } from '../../print/resources.js';
import { newKey } from '../../session.js';
import type { Session } from '../../session.js';
import { withKey } from '../cli.js';
import type { Cli, KeyOption } from '../cli.js';

export interface KeepOptions extends KeyOption {
  note?: string;
}

/** What is done to one item of the ledger. */
export function itemCommand(group: Command, name: string, description: string, cli: Cli): Command {
  const { say } = cli;
  return group
    .command(name)
    .description(description)
    .argument('<item>', say('id, see `muster resources list`', '物资编号，见 muster resources list'));
}

export function keepOptions(command: Command, cli: Cli): Command {
  return withKey(command.option('--note <text>', cli.say('goes into the log', '说明，记入记录')), cli);
}

export async function keep(
  session: Session,
  item: string,
  what: 'moves' | 'inspections',
  body: object,
  { idempotencyKey: key = newKey() }: KeyOption,
): Promise<ExitCode> {
  const path = ['resources', 'items', item, what];
  const text = await session.api.call({ method: 'POST', path, body, key });
  session.show(text, StockKept, ({ resource }) => resourceLines(resource, session));
  return EXIT.ok;
}
