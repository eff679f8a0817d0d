import { now, sleep, until } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const WARM_UP = 30;
const REPORTS = 300;
const EVERY_MS = 150;
const SETTLES_MS = 3_000;

/** From sending the report to the end of DATA of its first alert. SMTP connections and code are warm. */
export const firstMail = {
  name: 'first-mail',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      await reports(product, WARM_UP);
      const cpuBefore = product.cpuMs();
      const sent = await reports(product, REPORTS);
      const ids = new Set(sent.map(({ id }) => id));
      const first = await until('a mail of each', () => firstOfEach(sink.mails, ids), 60_000, 20);
      await sleep(SETTLES_MS);
      const cpu = product.cpuMs() - cpuBefore;
      return [
        {
          measure: 'report → first e-mail',
          ...summary(sent.map(({ id, sentAt }) => first.get(id) - sentAt)),
          targets: [{ stat: 'p50', atMost: 45 }],
        },
        { measure: 'report → answer', ...summary(sent.map(({ sentAt, answeredAt }) => answeredAt - sentAt)) },
        { measure: 'CPU for one report, its mails and its record', total: Math.round(cpu / REPORTS) },
      ];
    }),
};

/** Besides its alerts an incident may tell of more. Undefined as long as one of them has told nobody. */
function firstOfEach(mails, ids) {
  const first = new Map();
  for (const { incident, at } of mails) {
    if (ids.has(incident)) first.set(incident, Math.min(at, first.get(incident) ?? Infinity));
  }
  return first.size === ids.size ? first : undefined;
}

async function reports(product, count) {
  const sent = [];
  const began = now();
  for (let i = 0; i < count; i++) {
    await sleep(Math.max(0, began + i * EVERY_MS - now()));
    const sentAt = now();
    const id = product.report();
    sent.push(id.then((known) => ({ id: known, sentAt, answeredAt: now() })));
  }
  return Promise.all(sent);
}
