import { now, sleep } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const WARM_UP = 4;
const TIMES = 20;
const SETTLES_MS = 1_500;

/** An incident that has ended comes back while it is watched: until the answer, and until the first who is called has the mail. */
export const reopening = {
  name: 'reopening',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      const deputy = product.as('deputy');
      const end = async (id) => {
        const path = `/api/v1/incidents/${id}/termination`;
        await product.client.must('POST', path, { action: 'override', reason: 'stable again' });
        await deputy.must('POST', path, { action: 'confirm' });
        // What is written and sent then is not what is measured.
        await sleep(SETTLES_MS);
      };
      const taken = [];
      for (let i = 0; i < WARM_UP + TIMES; i++) {
        const id = await product.report();
        await product.confirm(id, 'III');
        await end(id);
        const sentAt = now();
        await product.client.must('POST', `/api/v1/incidents/${id}/reopening`, { reason: 'payments fail again' });
        const answeredAt = now();
        // Of the mails of this incident that come now, those to whoever is called are the first.
        const [first] = await sink.atLeast(1, (mail) => mail.incident === id && mail.at > sentAt, 10_000);
        taken.push({ answer: answeredAt - sentAt, mail: first.at - sentAt });
        // Whoever commands it is free for the next.
        await end(id);
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
