import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { addPlanDiff } from './plan/diff.js';
import { addPlanGrade } from './plan/grade.js';
import { addPlanSchema } from './plan/schema.js';

/** What is done with plans; each command has a file of its own. */
export function addPlan(cli: Cli): void {
  const plan = cli.program
    .command('plan')
    .description(
      cli.say('check, compare, print, review and put plans into effect', '检查、比较、打印、评审和发布预案'),
    );
  const commands: ((cli: Cli, plan: Command) => void)[] = [addPlanDiff, addPlanGrade, addPlanSchema];
  for (const add of commands) add(cli, plan);
}
