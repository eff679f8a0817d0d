import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { ScheduledDrill } from '../activities/programme.js';
import type { ProgrammeInput } from './messages.js';
import { nominalTime } from './nominalTime.js';

/** Silence lasts until the store is back: a drill that is due is opened, however late. */
const { openScheduledDrill } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
});

/** An entry of the drill programme is due. Its schedule has no words: when that is stands in the start itself. */
export async function drillProgramme({ entry, scheduledFor }: ProgrammeInput): Promise<ScheduledDrill> {
  return openScheduledDrill({ entry, scheduledFor: scheduledFor ?? nominalTime() });
}
