import type { Problem, TimelineItem } from '../api/contract.js';
import type { ExitCode } from './exitCodes.js';

/** Problem details as the API sends them; what goes wrong on this side has the same form, without a status. */
export interface CliProblem {
  status?: number;
  code: string;
  title: string;
  detail: string;
  found?: Record<string, unknown>;
  needed?: Record<string, unknown>;
  errors?: { path: string; message: string }[] | undefined;
  problems?: Problem['problems'];
  newer?: TimelineItem[] | undefined;
}

/** Thrown to end a command with this exit code after telling the problem. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';

  constructor(
    readonly exitCode: ExitCode,
    readonly problem: CliProblem,
    /** The problem word for word as it was received, for `--json`. */
    readonly received?: string,
  ) {
    super(`${problem.code}: ${problem.detail}`);
  }
}
