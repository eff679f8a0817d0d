import { join } from 'node:path';
import { choosePorts, startProduct } from '../lib/product.mjs';
import { writePlan } from '../lib/plan.mjs';
import { inFolder } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const REPEATS = 6;

/** Packages installed, `dist` built: from the start of the process to "Muster is ready", on no data and on some. */
export const start = {
  name: 'start',
  run: async () => {
    const times = { first: [], second: [] };
    for (let i = 0; i < REPEATS; i++) {
      await inFolder(async (folder) => {
        const options = {
          dir: join(folder, 'muster'),
          plan: writePlan(join(folder, 'plan')),
          ports: await choosePorts(),
        };
        for (const which of ['first', 'second']) {
          const product = await startProduct(options);
          times[which].push(product.readyMs);
          await product.report();
          await product.stop();
        }
      });
    }
    const targets = [{ stat: 'max', atMost: 10_000 }];
    return [
      { measure: 'first start → ready', ...summary(times.first), targets },
      { measure: 'second start → ready', ...summary(times.second), targets },
    ];
  },
};
