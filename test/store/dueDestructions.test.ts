import { expect, test } from '@jest/globals';
import { DAY, MINUTE } from '../../src/domain/time.js';
import { inMemory, openDatabase } from '../support/databases.js';
import { provableIncident } from './provable.js';

test('what is closed after its day is due from the closure on, and says since when', async () => {
  const { store, run } = await openDatabase(inMemory());
  await provableIncident(store, 'soon', { closes: true });
  await provableIncident(store, 'late', { closes: true, closesAfter: 200 * DAY });
  const { destroyBy, closedAt } = (await store.getIncident('late'))!.state.aftermath;
  expect(closedAt).toBeGreaterThan(destroyBy!);
  const soon = { incidentId: 'soon', destroyBy };
  const late = { incidentId: 'late', destroyBy, closedAt };
  expect(await store.dueDestructions(destroyBy! - MINUTE)).toEqual([]);
  expect(await store.dueDestructions(destroyBy!)).toEqual([late, soon]);
  await run(`UPDATE incidents SET phase = 'aftermath' WHERE id = 'late'`);
  expect(await store.dueDestructions(destroyBy!)).toEqual([soon]);
  await store.close();
});
