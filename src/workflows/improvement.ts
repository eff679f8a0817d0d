import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { ImprovementShell } from './improvementShell.js';
import { decideImprovementUpdate } from './messages.js';
import type { ImprovementAnswer, ImprovementInput } from './messages.js';

/** One corrective action, over months and whatever restarts they bring, until somebody else has found it done. */
export async function improvement(input: ImprovementInput): Promise<ImprovementAnswer> {
  const shell = new ImprovementShell(input);
  setHandler(decideImprovementUpdate, (payload) => shell.take(payload));
  while (!shell.finished()) {
    shell.tellPeople();
    shell.haveProven();
    shell.record();
    shell.setTimer();
    await condition(() => shell.stirred());
    shell.wakeDue();
    if (shell.full()) shell.letGo();
    if (shell.full() && shell.quiet() && allHandlersFinished()) await continueAsNew<typeof improvement>(shell.carry());
  }
  await condition(allHandlersFinished);
  return shell.result();
}
