import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadPlan } from '../../src/planfiles/index.js';
import { TestMuster } from '../support/muster.js';
import { approveInto, withControl } from '../support/plans.js';

let muster: TestMuster;
beforeAll(async () => (muster = await TestMuster.start()));
afterAll(() => muster.close());

test('an incident goes on under the version that it began with; one that is reported later is under the new one', async () => {
  const { document } = loadPlan('plans/software-incident');
  const before = await muster.report();
  const first = await muster.until(before, (state) => state.seq > 0);
  expect(first.basis.plan.version).toBe(1);

  await approveInto(muster.store, withControl(document, 2));
  const after = await muster.report();
  const second = await muster.until(after, (state) => state.seq > 0);
  expect(second.basis.plan).toMatchObject({
    version: 2,
    hash: (await muster.store.planVersion(document.plan.id, 2))!.hash,
  });

  await muster.says(before, 'lin-wei', { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  const confirmed = await muster.until(before, (state) => state.phase === 'responding');
  expect(confirmed.basis).toEqual(first.basis);
});
