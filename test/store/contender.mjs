// Two incidents with two hundred requests at once for a few units, some given back at once; tells what was answered: to be killed.
// Runs on the build.
import { openStore } from '../../dist/store/index.js';

const [options, round, today] = process.argv.slice(2);
const store = await openStore(JSON.parse(options));
await Promise.all(
  Array.from({ length: 200 }, async (_, i) => {
    const head = { incidentId: `i${i % 2}`, request: `r${round}q${i}`, today };
    const wanted = { ...head, mode: 'real', resource: 'radio', quantity: 1, rank: i % 2 };
    const { lots } = await answered(() => store.allocateStock(wanted));
    tell({ i, got: lots.length > 0 });
    if (lots.length === 0 || i % 3 > 0) return;
    const back = { ...head, effectId: `e${head.request}`, lots: [{ ...lots[0], as: 'returned' }] };
    await answered(() => store.settleStock(back));
    tell({ i, gaveBack: true });
  }),
);
// Whoever reads kills it; without that it stays.
setInterval(() => undefined, 1_000);

function tell(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

/** As `harness.ts` does, which is no program of its own. */
async function answered(ask) {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/timeout exceeded when trying to connect/.test(String(error))) throw error;
    }
  }
}
