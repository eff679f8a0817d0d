import { now, sleep } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const INCIDENTS = 5;
const WARM_UP = 10;
const TIMES = 60;
const PAUSE_MS = 300;

/** An incident that has ended comes back while it is watched: until the answer, and until the first who is called has the mail. */
export const reopening = {
  name: 'reopening',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      const deputy = product.as('deputy');
      const ids = [];
      for (let i = 0; i < INCIDENTS; i++) {
        const id = await product.report();
        await product.confirm(id, 'III');
        ids.push(id);
      }
      const taken = [];
      for (let i = 0; i < WARM_UP + TIMES; i++) {
        const id = ids[i % INCIDENTS];
        const at = (what) => `/api/v1/incidents/${id}/${what}`;
        await product.client.must('POST', at('termination'), { action: 'override', reason: 'stable again' });
        await deputy.must('POST', at('termination'), { action: 'confirm' });
        await sleep(PAUSE_MS);
        const sentAt = now();
        await product.client.must('POST', at('reopening'), { reason: 'payments fail again' });
        const answeredAt = now();
        // Of the mails of this incident that come now, those to whoever is called are the first.
        const [first] = await sink.atLeast(1, (mail) => mail.incident === id && mail.at > sentAt, 10_000);
        taken.push({ answer: answeredAt - sentAt, mail: first.at - sentAt });
        await sleep(PAUSE_MS);
      }
      deputy.close();
      const measured = taken.slice(WARM_UP);
      return [
        {
          measure: 'reopening → answer',
          ...summary(measured.map(({ answer }) => answer)),
          targets: [{ stat: 'p99', atMost: 1_000 }],
        },
        {
          measure: 'reopening → first e-mail',
          ...summary(measured.map(({ mail }) => mail)),
          targets: [{ stat: 'p99', atMost: 1_000 }],
        },
      ];
    }),
};
