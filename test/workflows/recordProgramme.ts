import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { temporalSchedules } from '../../src/api/programme/temporalSchedules.js';
import { PROGRAMME_WORKFLOW } from '../../src/workflows/messages.js';
import type { TestMuster } from '../support/muster.js';

/** One time of the programme, started without its schedule. */
export async function recordProgramme({ client, store, taskQueue }: TestMuster): Promise<string> {
  const [entry] = (await store.effectivePlan())!.document.drills!.programme;
  const scheduledFor = Date.now();
  const input = { entry: entry!.id, scheduledFor };
  const schedules = temporalSchedules(client, taskQueue);
  await schedules.start({ id: 'recorded', workflow: PROGRAMME_WORKFLOW }, scheduledFor, [input]);
  const handle = client.workflow.getHandle(
    `${taskQueue}/recorded-${new Date(scheduledFor).toISOString().replace(/\.\d+Z$/, 'Z')}`,
  );
  await handle.result();
  return `${historyToJSON(await handle.fetchHistory())}\n`;
}
