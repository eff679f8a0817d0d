import type { Command } from 'commander';
import type { Cli, KeyOption } from '../cli.js';
import { actOnVersion, planActCommand, versionPath } from './act.js';

type EvaluateOptions = KeyOption & { conclusion: string; on: string; revise?: true };

export function addPlanEvaluate(cli: Cli, plan: Command): void {
  const { say } = cli;
  const about = say('record an evaluation of the plan', '登记预案评估');
  const command = planActCommand(cli, plan, 'evaluate', about)
    .requiredOption('--conclusion <text>', say('whether it still fits, and why', '评估结论'))
    .requiredOption('--on <day>', say('such as 2027-12-01', '评估日期，如 2027-12-01'))
    .option('--revise', say('the plan has to be revised', '须修订'));
  command.action((id: string, version: number, options: EvaluateOptions) => {
    const { conclusion, on, revise = false } = options;
    const path = versionPath(id, version, 'evaluation');
    return cli.run(command, (session) => actOnVersion(session, path, { conclusion, on, revise }, options));
  });
}
