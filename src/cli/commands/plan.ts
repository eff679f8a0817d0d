import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { addPlanCheck } from './plan/check.js';
import { addPlanAcceptWarning } from './plan/acceptWarning.js';
import { addPlanAcknowledge } from './plan/acknowledge.js';
import { addPlanApprove } from './plan/approve.js';
import { addPlanDistribution } from './plan/distribution.js';
import { addPlanEffect } from './plan/effect.js';
import { addPlanEvaluate } from './plan/evaluate.js';
import { addPlanExport } from './plan/export.js';
import { addPlanFile } from './plan/file.js';
import { addPlanFindings } from './plan/findings.js';
import { addPlanImport } from './plan/import.js';
import { addPlanList } from './plan/list.js';
import { addPlanReview } from './plan/review.js';
import { addPlanShow } from './plan/show.js';
import { addPlanSubmit } from './plan/submit.js';
import { addPlanWithdraw } from './plan/withdraw.js';
import { addPlanDiff } from './plan/diff.js';
import { addPlanGrade } from './plan/grade.js';
import { addPlanPrint } from './plan/print.js';
import { addPlanSchema } from './plan/schema.js';

/** What is done with plans; each command has a file of its own. */
export function addPlan(cli: Cli): void {
  const plan = cli.program
    .command('plan')
    .description(
      cli.say('check, compare, print, review and put plans into effect', '检查、比较、打印、评审和发布预案'),
    );
  const commands: ((cli: Cli, plan: Command) => void)[] = [
    addPlanCheck,
    addPlanDiff,
    addPlanGrade,
    addPlanPrint,
    addPlanSchema,
    addPlanList,
    addPlanShow,
    addPlanImport,
    addPlanExport,
    addPlanSubmit,
    addPlanFindings,
    addPlanReview,
    addPlanAcceptWarning,
    addPlanApprove,
    addPlanEffect,
    addPlanWithdraw,
    addPlanDistribution,
    addPlanAcknowledge,
    addPlanFile,
    addPlanEvaluate,
  ];
  for (const add of commands) add(cli, plan);
}
