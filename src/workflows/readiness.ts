import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import type { Inspected } from '../activities/readiness.js';
import type { ReadinessInput } from './messages.js';
import { nominalTime } from './nominalTime.js';

/** Silence lasts until the store is back: an inspection that is due is made, however late. */
const { inspectReadiness } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
});

/** What a mail server has not taken for a week is given up; it is told again once the plan's `remindEvery` has passed. */
const { tellReadiness } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  scheduleToCloseTimeout: '7 days',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '2s', maximumInterval: '5m' },
});

/** The self-inspection: looks, keeps what it has found, tells command and those whose it is to put right. */
export async function readiness({ scheduledFor, asked }: ReadinessInput): Promise<Inspected> {
  const due = scheduledFor ?? nominalTime();
  const inspected = await inspectReadiness({ scheduledFor: due, ...(asked === undefined ? {} : { asked }) });
  // Whoever made it first may have been killed before it was told; what was told already is not told again.
  if (inspected.outcome === 'made') await tellReadiness({ inspection: inspected.inspection });
  return inspected;
}
