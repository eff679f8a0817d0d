import type { Command } from 'commander';
import { compilePlan } from '../../../domain/plan/compile.js';
import type { Facts } from '../../../domain/plan/condition.js';
import { grade } from '../../../domain/plan/grade.js';
import { namesFrom } from '../../../domain/plan/namesFrom.js';
import { reportFault } from '../../../domain/plan/reportFault.js';
import { explainGrading } from '../../../domain/words/index.js';
import { EXIT } from '../../exitCodes.js';
import { CliFailure } from '../../failure.js';
import { SAMPLE_PLAN, usablePlan } from '../../planFolder.js';
import type { Cli } from '../cli.js';

interface GradeOptions {
  category?: string;
  fact?: Facts;
}

export function addPlanGrade(cli: Cli, plan: Command): void {
  const { say, inputs } = cli;
  const command = plan
    .command('grade')
    .description(say('what a plan proposes for given facts, and why', '按给定事实，预案建议的级别及理由'))
    .argument('[folder]', say('of the plan', '预案文件夹'), SAMPLE_PLAN)
    .option('--category <id>', say('a category of the plan', '预案中的类别'))
    .option('--fact <fact=value>', say('may be repeated', '可重复'), inputs.fact);
  command.action((folder: string, { category, fact = {} }: GradeOptions) =>
    cli.local(command, (desk) => {
      const { document, hash } = usablePlan(folder, desk);
      const compiled = compilePlan(document, hash);
      const fault = reportFault({ category: category ?? compiled.categories[0] ?? '', facts: fact }, compiled);
      if (fault)
        throw new CliFailure(EXIT.refused, {
          ...fault,
          title: say('The plan does not know this', '预案中没有此项'),
          detail: say('See found and needed.', '见“实际”与“应为”。'),
        });
      const proposal = grade(compiled, fact, category);
      const explanation = explainGrading(proposal, namesFrom(document, { people: [], holders: {} }), desk.lang);
      desk.print(...(desk.json ? [JSON.stringify({ ...proposal, explanation })] : explanation));
      return EXIT.ok;
    }),
  );
}
