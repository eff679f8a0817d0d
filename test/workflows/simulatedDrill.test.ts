import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import { acceptedByPeople } from '../../src/domain/drill/index.js';
import { checkRecord } from '../../src/record/index.js';
import { drillWorkflowId } from '../../src/workflows/messages.js';
import { TestMuster } from '../support/muster.js';
import { drillsOf } from './drillStory.js';

let muster: TestMuster;
let drills: ReturnType<typeof drillsOf>;
beforeAll(async () => {
  muster = await TestMuster.start();
  drills = drillsOf(muster);
});
afterAll(() => muster.close());

test('a drill in which nobody is there is played to an accepted report, also when its worker dies on the way', async () => {
  const { drill, incidentId } = await drills.simulated('insider-mistake', 960, 3);
  const simulatedIn = async () => (await muster.events(incidentId)).filter(({ via }) => via === 'simulator');
  await drills.until(drill, ({ status }) => status === 'running');
  await muster.until(incidentId, (state) => Object.keys(state.tasks.tasks).length > 0);
  await muster.restartWorker();
  await muster.until(incidentId, ({ phase }) => phase !== 'reported');
  const before = (await simulatedIn()).length;
  await muster.restartWorker();
  expect(await muster.client.workflow.getHandle(drillWorkflowId(drill)).result()).toMatchObject({ status: 'closed' });

  const state = await drills.until(drill, ({ status }) => status === 'closed');
  expect(acceptedByPeople(state)).toBe(false);
  expect(state).toMatchObject({ approvalSimulated: true, report: { handedIn: 'simulated', simulated: true } });
  expect(state.feedback?.asked).toEqual([]);

  const said = await simulatedIn();
  expect(said.length).toBeGreaterThan(before);
  const ids = said.flatMap(({ request }) => (request === undefined ? [] : [request.id]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(said.filter((event) => event.type === 'refused' && event.code === 'request_id_reused')).toEqual([]);

  // Nobody was there: nobody got a mail.
  expect(muster.sink.mails).toEqual([]);
  const proof = await checkRecord((await storedRecord(muster.store, incidentId))!);
  expect(proof).toMatchObject({ faults: [], faultsInAll: 0 });
  expect((await muster.until(incidentId, ({ clock }) => clock?.pace === 0)).clock?.pace).toBe(0);
});
