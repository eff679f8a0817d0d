import { join } from 'node:path';
import { now } from '../lib/clock.mjs';
import { choosePorts, startProduct } from '../lib/product.mjs';
import { writePlan } from '../lib/plan.mjs';
import { startSink } from '../lib/sink.mjs';
import { inFolder } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const REPORTS = 50;
const REPEATS = 6;
/** When no mail has come for so long, none is coming. */
const QUIET_MS = 5_000;
const GIVE_UP_MS = 90_000;

/**
 * 50 people report at once. In the moment in which the last of them has the answer, main process and Temporal server are
 * killed with -9; then Muster is started again. Everybody whom the reports alert must be told.
 */
export const restart = {
  name: 'restart',
  run: async () => {
    const runs = [];
    for (let i = 0; i < REPEATS; i++) runs.push(await inFolder(killAndRestart));
    return [
      {
        measure: 'restart → last of 50 told',
        ...summary(runs.map(({ last }) => last)),
        targets: [{ stat: 'max', atMost: 10_000 }],
      },
      {
        measure: 'people whom a report alerts and nobody told',
        total: runs.reduce((sum, { untold }) => sum + untold, 0),
        targets: [{ stat: 'total', atMost: 0 }],
      },
      { measure: 'restart → ready', ...summary(runs.map(({ readyMs }) => readyMs)) },
      {
        measure: 'mails sent a second time, same Message-ID',
        total: runs.reduce((sum, { repeated }) => sum + repeated, 0),
      },
      { measure: 'alerts still to be sent at the kill', ...summary(runs.map(({ unsent }) => unsent)) },
    ];
  },
};

async function killAndRestart(folder) {
  const sink = await startSink();
  const options = {
    dir: join(folder, 'muster'),
    plan: writePlan(join(folder, 'plan')),
    smtpUrl: sink.url,
    ports: await choosePorts(),
  };
  try {
    const before = await startProduct(options);
    const ids = new Set(await Promise.all(Array.from({ length: REPORTS }, () => before.report())));
    await before.killEverything();
    const killedAt = now();
    const restartedAt = now();
    const after = await startProduct(options);
    try {
      await quiet(sink.mails);
      const alerts = await alertsOf(ids, after);
      const mails = sink.mails.filter(({ id }) => alerts.has(id));
      const told = new Set(mails.map(({ id }) => id));
      const late = mails.filter(({ at }) => at > killedAt);
      return {
        last: Math.max(0, ...late.map(({ at }) => at - restartedAt)),
        untold: alerts.size - told.size,
        readyMs: after.readyMs,
        repeated: mails.length - told.size,
        unsent: late.length,
      };
    } finally {
      await after.stop();
    }
  } finally {
    await sink.stop();
  }
}

async function quiet(mails) {
  const giveUpAt = now() + GIVE_UP_MS;
  for (let [count, since] = [mails.length, now()]; now() - since < QUIET_MS && now() < giveUpAt;) {
    await new Promise((done) => setTimeout(done, 100));
    if (mails.length > count) [count, since] = [mails.length, now()];
  }
}

/** Message-IDs of whom the reports alert, by the record: what follows, as that two incidents want the same people, may come later. */
async function alertsOf(ids, product) {
  const alerts = new Set();
  for (const id of ids) {
    const { seq, event } = (await product.timeline(id)).find(({ event }) => event.type === 'called');
    for (const person of event.calls.flatMap(({ people }) => people)) alerts.add(`${id}.n${seq}.${person}@muster`);
  }
  return alerts;
}
