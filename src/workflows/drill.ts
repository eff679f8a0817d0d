import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import { DrillShell } from './drillShell.js';
import { decideDrillUpdate, preemptDrillSignal } from './messages.js';
import type { DrillDecisionAnswer, DrillInput } from './messages.js';

/** An exercise around an incident in mode `drill`: from its scheme until command has accepted its report. */
export async function drill(input: DrillInput): Promise<DrillDecisionAnswer> {
  const shell = new DrillShell(input);
  setHandler(decideDrillUpdate, (payload) => shell.take(payload));
  setHandler(preemptDrillSignal, (asked) => shell.preempt(asked));
  while (!shell.finished()) {
    shell.startEffects();
    shell.follow();
    shell.simulate();
    shell.record();
    shell.setTimer();
    await condition(() => shell.stirred());
    shell.wakeDue();
    if (shell.full()) shell.letGo();
    if (shell.full() && shell.quiet() && allHandlersFinished()) await continueAsNew<typeof drill>(shell.carry());
  }
  await condition(allHandlersFinished);
  return shell.result();
}
