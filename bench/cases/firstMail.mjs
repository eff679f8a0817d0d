import { now, sleep } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const WARM_UP = 30;
const REPORTS = 300;
const EVERY_MS = 150;

/** From sending the report to the end of DATA of the first of its two alerts. SMTP connections and code are warm. */
export const firstMail = {
  name: 'first-mail',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      await reports(product, WARM_UP);
      const cpuBefore = product.cpuMs();
      const sent = await reports(product, REPORTS);
      const ids = new Set(sent.map(({ id }) => id));
      // Two alerts for each report.
      const mails = await sink.atLeast(REPORTS * 2, (mail) => ids.has(mail.incident), 30_000);
      const cpu = product.cpuMs() - cpuBefore;
      const first = new Map();
      for (const { incident, at } of mails) first.set(incident, Math.min(at, first.get(incident) ?? Infinity));
      return [
        {
          measure: 'report → first e-mail',
          ...summary(sent.map(({ id, sentAt }) => first.get(id) - sentAt)),
          targets: [{ stat: 'p50', atMost: 45 }],
        },
        { measure: 'report → answer', ...summary(sent.map(({ sentAt, answeredAt }) => answeredAt - sentAt)) },
        { measure: 'CPU for one report, its two mails and its record', total: Math.round(cpu / REPORTS) },
      ];
    }),
};

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
