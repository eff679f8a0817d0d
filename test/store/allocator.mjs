// Reserves and gives back stock, one incident after the other, and says so after each step: to be killed. Runs on the build.
import { openStore } from '../../dist/store/index.js';

const [url, prefix, today] = process.argv.slice(2);
const store = await openStore({ kind: 'postgres', url });
for (let i = 0; ; i++) {
  const head = { incidentId: `${prefix}-${i}`, request: 'q1', today };
  await store.allocateStock({ ...head, mode: 'real', resource: 'radio', quantity: 3, rank: 1 });
  process.stdout.write(`${head.incidentId}\n`);
  await store.settleStock({ ...head, effectId: 'e1', lots: [{ item: 'a', quantity: 2, as: 'returned' }] });
  await store.settleStock({ ...head, effectId: 'e2' });
  process.stdout.write(`${head.incidentId}\n`);
}
