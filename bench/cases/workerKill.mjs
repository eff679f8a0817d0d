import { now, sleep } from '../lib/clock.mjs';
import { cluster } from '../lib/cluster.mjs';
import { summary } from '../lib/stats.mjs';

const KILLS = 20;
const INCIDENTS = 10;
const WITHIN_MS = 600;
const MAIL_WITHIN_MS = 40_000;

/**
 * API, two workers, PostgreSQL and Temporal in processes of their own. The commander changes the level of ten incidents
 * within half a second; in the midst of it one worker gets kill -9. Counted are the incidents that the dead worker had
 * last worked on: how long after the kill, or after the decision where that came later, the decision was answered, and how
 * long until its mails had left. After each kill a new worker takes the place of the dead one.
 */
export const workerKill = {
  name: 'worker-kill',
  run: () =>
    cluster(async ({ product, sink, workers, startWorker, workerOf }) => {
      const ids = [];
      for (let i = 0; i < INCIDENTS; i++) ids.push(await product.report());
      for (const id of ids) await product.confirm(id, 'III');
      const theirs = { answered: [], inFlight: [], mailed: [] };
      const others = { answered: [] };
      let level = 'III';
      for (let round = 0; round < KILLS; round++) {
        level = level === 'III' ? 'II' : 'III';
        await sleep(3_000);
        const owners = await Promise.all(ids.map(workerOf));
        const victim = workers[round % workers.length];
        const concerned = new Set(ids.filter((_, i) => owners[i] === victim.pid));
        const killing = sleep(Math.random() * WITHIN_MS).then(() => {
          const at = now();
          victim.kill('SIGKILL');
          return at;
        });
        const decisions = await Promise.all(
          ids.map(async (id, i) => {
            await sleep((i * WITHIN_MS) / INCIDENTS);
            const sentAt = now();
            const { seq } = await product.changeLevel(id, level);
            return { id, seq, sentAt, answeredAt: now() };
          }),
        );
        const killedAt = await killing;
        workers[round % workers.length] = await startWorker();
        for (const { id, seq, sentAt, answeredAt } of decisions) {
          // Answered before the kill: the decision itself was not concerned, its mails may be.
          const since = Math.max(sentAt, killedAt);
          const kind = concerned.has(id) ? theirs : others;
          if (answeredAt > killedAt) kind.answered.push(answeredAt - since);
          // A task that the dead worker had taken is given up after the workflow task timeout of 10 s.
          if (answeredAt > killedAt && sentAt < killedAt) kind.inFlight?.push(answeredAt - since);
          if (concerned.has(id)) theirs.mailed.push((await lastMail(product, sink, id, seq)) - since);
        }
      }
      const targets = [
        { stat: 'p90', atMost: 5_000 },
        { stat: 'max', atMost: 13_000 },
      ];
      return [
        { measure: 'worker kill -9 → decision answered', ...summary(theirs.answered), targets },
        {
          measure: 'worker kill -9 → last mail of a decision',
          ...summary(theirs.mailed.filter((ms) => ms > 0)),
          targets,
        },
        { measure: 'of the decisions, those under way at the kill', ...summary(theirs.inFlight) },
        { measure: 'decisions of incidents on the other worker', ...summary(others.answered) },
        { measure: 'kills', total: KILLS },
      ];
    }),
};

/** When the last mail left that the decision with this last `seq` asked for. */
async function lastMail(product, sink, id, seq) {
  const giveUpAt = now() + MAIL_WITHIN_MS;
  for (;;) {
    const until = (await product.timeline(id)).filter((item) => item.seq <= seq);
    const wanted = recipientsOf(until.slice(until.findLastIndex(({ event }) => event.type === 'levelChanged')));
    const sent = sink.mails.filter((mail) => mail.incident === id && wanted.has(`${mail.notice}.${mail.person}`));
    if (wanted.size > 0 && new Set(sent.map((mail) => mail.id)).size === wanted.size) {
      return Math.max(...sent.map(({ at }) => at));
    }
    // Counts as having taken that long: a figure that misses every target, and that JSON can hold.
    if (now() > giveUpAt) return now();
    await sleep(100);
  }
}

/** Of the events of a level change: whoever is told by a notice that follows from it. */
function recipientsOf(items) {
  const effects = items.flatMap(({ event: { type, effect } }) =>
    type === 'effectRequested' && effect.kind === 'notify' ? [effect] : [],
  );
  return new Set(effects.flatMap(({ noticeId, recipients }) => recipients.map((r) => `${noticeId}.${r.person}`)));
}
