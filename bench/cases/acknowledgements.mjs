import { signLink } from '../../dist/seal/index.js';
import { now, sleep, until } from '../lib/clock.mjs';
import { createClient } from '../lib/http.mjs';
import { CROWD_TEAM } from '../lib/plan.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const PEOPLE = 3_000;
const FLOODS = 16;
const DECISION_EVERY_MS = 50;
const LINK_LIFE_MS = 3_600_000;

/** Everybody who was called answers by link at the same moment, while the commander goes on deciding. */
export const acknowledgements = {
  name: 'acknowledgements',
  run: () =>
    onStage({ crowd: PEOPLE, oneDecides: true }, async ({ product, sink }) => {
      const floods = [];
      for (let i = 0; i < FLOODS; i++) floods.push(await flood(product, sink));
      const [, ...measured] = floods;
      const of = (key) => summary(measured.map((one) => one[key]));
      return [
        { measure: 'the last of 3,000 answered', ...of('answered'), targets: [{ stat: 'max', atMost: 5_000 }] },
        { measure: 'all 3,000 in the state', ...of('inState'), targets: [{ stat: 'max', atMost: 6_000 }] },
        { measure: 'CPU for one flood', ...of('cpu') },
        {
          measure: 'answers lost',
          total: measured.reduce((sum, { lost }) => sum + lost, 0),
          targets: [{ stat: 'total', atMost: 0 }],
        },
        {
          measure: 'a decision among them',
          ...summary(measured.flatMap(({ decisions }) => decisions)),
          targets: [{ stat: 'p95', atMost: 300 }],
        },
        {
          measure: 'one answer, from the start of the flood',
          ...summary(measured.flatMap(({ answers }) => answers)),
        },
      ];
    }),
};

async function flood(product, sink) {
  const id = await product.report();
  await product.confirm(id, 'III');
  const call = await until('all called', () => callOf(sink, id), 120_000, 200);
  // Until the record is quiet: this is not a benchmark of calling.
  await until('settled', async () => ((await product.state(id)).pendingEffects === 0 ? true : undefined), 60_000, 500);
  await sleep(1_000);
  const { signingKey } = product.secrets();
  const expiresAt = Date.now() + LINK_LIFE_MS;
  const links = Array.from({ length: PEOPLE }, (_, i) =>
    signLink(signingKey, { incidentId: id, person: `p-${i + 1}`, noticeId: call, expiresAt }),
  );

  const crowd = createClient(product.url);
  const cpuBefore = product.cpuMs();
  const began = now();
  const deciding = decideUntilTold(product, id);
  const answers = await Promise.all(
    links.map(async (link) => ({ status: (await crowd.post(`/ack/${link}`)).status, after: now() - began })),
  );
  const answered = now() - began;
  const last = await until('all in the state', () => inState(product, id), 60_000, 100).catch(() => undefined);
  const inStateAfter = now() - began;
  const decisions = await deciding.stop();
  crowd.close();
  return {
    answered,
    inState: inStateAfter,
    lost: PEOPLE - (last ?? (await acknowledged(product, id))) + answers.filter(({ status }) => status !== 200).length,
    cpu: product.cpuMs() - cpuBefore,
    answers: answers.map(({ after }) => after),
    decisions,
  };
}

/** The notice that called the crowd, once the sink has it for everybody. */
function callOf(sink, id) {
  const counts = new Map();
  for (const { incident, notice, person } of sink.mails)
    if (incident === id && person.startsWith('p-')) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= PEOPLE)?.[0];
}

async function acknowledged(product, id) {
  const { teams } = await product.state(id);
  return teams.find((team) => team.id === CROWD_TEAM).counts.acknowledged;
}

async function inState(product, id) {
  const count = await acknowledged(product, id);
  return count === PEOPLE ? count : undefined;
}

/** One decision after the other; each calls or stands down two small teams. */
function decideUntilTold(product, id) {
  const times = [];
  let over = false;
  const done = (async () => {
    for (let i = 0; !over; i++) {
      const sentAt = now();
      await product.changeLevel(id, i % 2 ? 'III' : 'II');
      times.push(now() - sentAt);
      await sleep(DECISION_EVERY_MS);
    }
  })();
  return {
    async stop() {
      over = true;
      await done;
      return times;
    },
  };
}
