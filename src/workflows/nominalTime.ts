import { workflowInfo } from '@temporalio/workflow';

/** When the schedule that has started this run was to start it. */
export function nominalTime(): number {
  const { searchAttributes, startTime } = workflowInfo();
  const [nominal] = searchAttributes['TemporalScheduledStartTime'] ?? [];
  // Somebody who starts it by hand means now.
  return nominal instanceof Date ? nominal.getTime() : startTime.getTime();
}
