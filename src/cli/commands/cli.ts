import type { Command } from 'commander';
import type { ExitCode } from '../exitCodes.js';
import type { Inputs } from '../inputs.js';
import type { Say } from '../say.js';
import type { Desk, Session } from '../session.js';

/** What the commands are declared with. */
export interface Cli {
  program: Command;
  say: Say;
  inputs: Inputs;
  /** For what somebody answers for by name, be it the operator. */
  byName: (command: Command, work: (session: Session) => Promise<ExitCode>) => Promise<void>;
  /** For what only the person behind the token may answer. */
  inPerson: (command: Command, work: (session: Session) => Promise<ExitCode>) => Promise<void>;
  /** For what needs files of this machine only, and no running Muster. */
  local: (command: Command, work: (desk: Desk) => ExitCode | Promise<ExitCode>) => Promise<void>;
  /** For everything else. */
  run: (command: Command, work: (session: Session) => Promise<ExitCode>) => Promise<void>;
}

export interface KeyOption {
  idempotencyKey?: string;
}

export function withKey(command: Command, { say, inputs }: Cli): Command {
  return command.option(
    '--idempotency-key <key>',
    say('repeats an earlier request instead of making a new one', '重发先前的请求，而不是另发新请求'),
    inputs.key,
  );
}
