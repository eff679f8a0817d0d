import { Option } from 'commander';
import type { Command } from 'commander';
import { DecisionAnswer, PreviewAnswer } from '../../api/contract.js';
import { EXIT } from '../exitCodes.js';
import type { ExitCode } from '../exitCodes.js';
import { decisionLines, previewLines } from '../print/answers.js';
import { newKey } from '../session.js';
import type { Session } from '../session.js';
import { withKey } from './cli.js';
import type { Cli, KeyOption } from './cli.js';

/** What every command that decides something about an incident has in common. */
export interface DecisionOptions extends KeyOption {
  preview?: true;
  ifSeq?: number;
  reason?: string;
}

/** `reason`: `required` on the command line, `optional`, or not asked for. */
export function decision(
  cli: Cli,
  name: string,
  description: string,
  { reason = 'required' }: { reason?: 'required' | 'optional' | 'none' } = {},
): Command {
  const { say } = cli;
  const command = cli.program
    .command(name)
    .description(description)
    .argument('<id>', say('of the incident', '事故编号'));
  if (reason !== 'none') {
    const option = new Option('--reason <text>', say('goes on the record', '理由，记入记录'));
    command.addOption(option.makeOptionMandatory(reason === 'required'));
  }
  return decisionOptions(command, cli);
}

/** What can be said of every decision, also of those that need no reason. */
export function decisionOptions(command: Command, cli: Cli): Command {
  const { say, inputs } = cli;
  command
    .option('--preview', say('only show what would happen', '只预览后果，不作决定'))
    .option(
      '--if-seq <seq>',
      say('refuse if what it depends on moved since', '此后相关情况有变则拒绝'),
      inputs.wholeNumber,
    );
  return withKey(command, cli);
}

/** A preview of what would be refused counts as refused, so that a script can ask before it acts. */
export async function decide(
  session: Session,
  id: string,
  name: string | string[],
  body: object,
  { preview, ifSeq, idempotencyKey = newKey() }: DecisionOptions,
): Promise<ExitCode> {
  const text = await ask(session, id, name, { ...body, preview, ifSeq }, idempotencyKey);
  if (preview) {
    const { allowed } = session.show(text, PreviewAnswer, (answer) => previewLines(answer, session));
    return allowed ? EXIT.ok : EXIT.refused;
  }
  const { seq } = session.show(text, DecisionAnswer, (answer) => decisionLines(answer, session));
  await untilRecorded(session, id, seq);
  return EXIT.ok;
}

export function ask({ api }: Session, id: string, name: string | string[], body: object, key: string): Promise<string> {
  return api.call({ method: 'POST', path: ['incidents', id, ...[name].flat()], body, key });
}

/** The decision stands already. Whoever asks next, by another command, should see it: the record follows in a moment. */
async function untilRecorded(session: Session, id: string, minSeq: number): Promise<void> {
  await session.api.call({ method: 'GET', path: ['incidents', id], query: { minSeq } }).catch(() => undefined);
}
