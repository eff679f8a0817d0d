import type { Command } from 'commander';
import { DrillAnswer, DrillRecord } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { drillListLines } from '../print/drills.js';
import { newKey } from '../session.js';
import type { Session } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

export interface DrillOptions extends KeyOption {
  ifSeq?: number;
}

export function withId(command: Command, { say }: Cli): Command {
  return command.argument('<id>', say('of the drill', '演练编号'));
}

/** A command that decides something about a drill. */
export function deciding(cli: Cli, name: string, about: string): Command {
  const command = withId(cli.program.command(name), cli).description(about);
  command.option(
    '--if-seq <seq>',
    cli.say('refuse if somebody decided since', '此后已有新的决定则拒绝'),
    cli.inputs.wholeNumber,
  );
  return withKey(command, cli);
}

/** Sends it, and shows the drill as it is then. */
export async function tell(
  session: Session,
  id: string,
  body: object,
  { ifSeq, idempotencyKey = newKey() }: DrillOptions,
): Promise<ExitCode> {
  const text = await session.api.call({
    method: 'POST',
    path: ['drills', id, 'decisions'],
    body: { ...body, ifSeq },
    key: idempotencyKey,
  });
  const { seq } = session.read(text, DrillAnswer);
  const now = await session.api.call({ path: ['drills', id], query: { minSeq: seq } });
  if (session.json) session.print(text.trim());
  else session.print(...drillListLines([session.read(now, DrillRecord)], session));
  return EXIT.ok;
}
