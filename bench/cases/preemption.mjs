import { now, until } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const WARM_UP = 2;
const TIMES = 10;
const WITHIN_MS = 30_000;

/** A real incident is reported while a drill has its people: until the drill has let go of them, and until each has the mail that says so. */
export const preemption = {
  name: 'preemption',
  run: () =>
    onStage({}, async ({ product, sink }) => {
      const operator = product.as('operator');
      const taken = [];
      for (let i = 0; i < WARM_UP + TIMES; i++) {
        const drill = await running(product);
        const sentAt = now();
        const incident = await product.report();
        const { preempted } = await until('it is let go', () => preemptedIn(operator, drill), WITHIN_MS, 20);
        const letGo = now() - sentAt;
        const told = [];
        for (const { id: person } of preempted.people) {
          const [mail] = await sink.atLeast(1, ({ id }) => isRelease(id, drill, person), WITHIN_MS);
          told.push(mail.at - sentAt);
        }
        taken.push({ letGo, told: Math.max(...told) });
        await product.client.must('POST', `/api/v1/incidents/${incident}/verification`, {
          outcome: 'rejected',
          reason: 'A false alarm.',
        });
        await decides(operator, drill, { action: 'stop', reason: 'A real incident.' });
      }
      const measured = taken.slice(WARM_UP);
      const targets = [{ stat: 'max', atMost: 2_000 }];
      return [
        {
          measure: 'report → the drill has let go of its people',
          ...summary(measured.map((one) => one.letGo)),
          targets,
        },
        { measure: 'report → the last mail that it is no drill', ...summary(measured.map((one) => one.told)), targets },
      ];
    }),
};

/** `src/activities/drills.ts`: drill.drill.effect.person@muster, where the effect is named after its template. */
const isRelease = (id, drill, person) => id.startsWith(`drill.${drill}.`) && id.endsWith(`-notADrill.${person}@muster`);

function decides(operator, drill, body) {
  return operator.must('POST', `/api/v1/drills/${drill}/decisions`, body);
}

async function running(product) {
  const operator = product.as('operator');
  const { id } = await operator.must('POST', '/api/v1/drills', { scenario: 'ransomware' });
  await decides(operator, id, { action: 'submitScheme' });
  // Whoever drafted it does not approve it.
  await decides(product.as('commander'), id, { action: 'approve' });
  await decides(operator, id, { action: 'start' });
  await until('the drill runs', () => statusOf(operator, id, 'running'), WITHIN_MS);
  return id;
}

async function statusOf(operator, id, status) {
  const drill = await operator.must('GET', `/api/v1/drills/${id}`);
  return drill.status === status ? drill : undefined;
}

async function preemptedIn(operator, id) {
  const drill = await operator.must('GET', `/api/v1/drills/${id}`);
  return drill.preempted === undefined ? undefined : drill;
}
