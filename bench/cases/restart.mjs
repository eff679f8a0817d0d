import { join } from 'node:path';
import { now } from '../lib/clock.mjs';
import { choosePorts, startProduct } from '../lib/product.mjs';
import { writePlan } from '../lib/plan.mjs';
import { startSink } from '../lib/sink.mjs';
import { inFolder } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const REPORTS = 50;
const REPEATS = 6;
/** Commander and deputy. */
const ALERTED = 2;

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
        measure: 'reports of which somebody was not told',
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
    const told = () => new Set(sink.mails.filter((mail) => ids.has(mail.incident)).map(({ id }) => id));
    const restartedAt = now();
    const after = await startProduct(options);
    try {
      const giveUpAt = now() + 60_000;
      while (told().size < REPORTS * ALERTED && now() < giveUpAt) await new Promise((done) => setTimeout(done, 50));
      const mails = sink.mails.filter((mail) => ids.has(mail.incident));
      const late = mails.filter(({ at }) => at > killedAt);
      const whole = [...ids].filter(
        (id) => new Set(mails.filter((m) => m.incident === id).map((m) => m.id)).size >= ALERTED,
      );
      return {
        last: Math.max(0, ...late.map(({ at }) => at - restartedAt)),
        untold: REPORTS - whole.length,
        readyMs: after.readyMs,
        repeated: mails.length - told().size,
        unsent: late.length,
      };
    } finally {
      await after.stop();
    }
  } finally {
    await sink.stop();
  }
}
