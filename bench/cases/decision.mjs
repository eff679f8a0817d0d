import { now, sleep } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

// Whoever commands one live incident is passed over for the next.
const INCIDENTS = 1;
const WARM_UP = 20;
const DECISIONS = 300;
const PAUSE_MS = 100;

/** A commander raises and lowers levels; every change calls two teams or stands them down, with real mails. */
export const decision = {
  name: 'decision',
  run: () =>
    onStage({}, async ({ product }) => {
      const ids = [];
      for (let i = 0; i < INCIDENTS; i++) {
        const id = await product.report();
        await product.confirm(id, 'III');
        ids.push(id);
      }
      const times = [];
      let cpuBefore = 0;
      for (let i = 0; i < WARM_UP + DECISIONS; i++) {
        if (i === WARM_UP) cpuBefore = product.cpuMs();
        await sleep(PAUSE_MS);
        const sentAt = now();
        await product.changeLevel(ids[i % INCIDENTS], Math.floor(i / INCIDENTS) % 2 ? 'III' : 'II');
        times.push(now() - sentAt);
      }
      await sleep(1_000);
      const cpu = product.cpuMs() - cpuBefore;
      return [
        {
          measure: 'decision over HTTP → answer',
          ...summary(times.slice(WARM_UP)),
          targets: [{ stat: 'p50', atMost: 20 }],
        },
        { measure: 'CPU for one decision, its mails and its record', total: Math.round(cpu / DECISIONS) },
      ];
    }),
};
