import { now, sleep, until } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const WARM_UP = 4;
const TIMES = 40;
const SETTLES_MS = 300;

/**
 * Two incidents want the only generator. Whoever has it gives it back while the other waits: until the answer, and until
 * the custodian has the mail that says to send it to the other.
 */
export const lastItem = {
  name: 'last-item',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      const one = { client: product.client, id: await product.report() };
      await product.confirm(one.id, 'III');
      // Whoever commands one live incident is passed over for the next: the deputy commands it.
      const two = { client: product.as('deputy'), id: await product.report('Another system is down') };
      const confirmed = { outcome: 'confirmed', incidentLevel: 'ordinary', level: 'III', reason: 'Seen.' };
      await two.client.must('POST', `/api/v1/incidents/${two.id}/verification`, confirmed);
      const says = ({ client, id }, body) => client.must('POST', `/api/v1/incidents/${id}/resources`, body);
      const asks = (who) => says(who, { action: 'request', resource: 'generator', quantity: 1, purpose: 'power' });

      const given = ({ client, id }) =>
        until(
          'the generator is ready',
          async () => {
            const { resources } = await client.must('GET', `/api/v1/incidents/${id}/resources`);
            return resources.find(({ resource, status }) => resource.id === 'generator' && status === 'ready')?.id;
          },
          10_000,
        );

      await asks(one);
      await sleep(SETTLES_MS);
      let [holder, waiting] = [one, two];
      const taken = [];
      for (let i = 0; i < WARM_UP + TIMES; i++) {
        await asks(waiting);
        const request = await given(holder);
        await says(holder, { action: 'dispatch', request });
        await sleep(SETTLES_MS);
        const { id: next } = waiting;
        const sentAt = now();
        await says(holder, { action: 'return', requests: [request] });
        const answeredAt = now();
        // Nothing else is told in the one that waits.
        const [mail] = await sink.atLeast(1, ({ incident, at }) => incident === next && at > sentAt, 10_000);
        taken.push({ answer: answeredAt - sentAt, mail: mail.at - sentAt });
        await sleep(SETTLES_MS);
        [holder, waiting] = [waiting, holder];
      }
      two.client.close();
      const measured = taken.slice(WARM_UP);
      return [
        { measure: 'return → answer', ...summary(measured.map(({ answer }) => answer)) },
        {
          measure: 'return → e-mail that it is ready for the incident that waits',
          ...summary(measured.map(({ mail }) => mail)),
          targets: [{ stat: 'max', atMost: 2_000 }],
        },
      ];
    }),
};
