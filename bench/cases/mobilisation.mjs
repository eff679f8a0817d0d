import { now, sleep } from '../lib/clock.mjs';
import { onStage } from '../lib/stage.mjs';
import { summary } from '../lib/stats.mjs';

const SETTLE_MS = 1_500;

/** From sending the decision that calls a team of this size to the end of DATA of its last call. */
function mobilisationOf(people, repeats, atMost) {
  return onStage({ crowd: people, oneDecides: true }, async ({ product, sink }) => {
    const times = [];
    const cpu = [];
    // The first is warm-up.
    for (let i = 0; i <= repeats; i++) {
      const id = await product.report();
      await sink.atLeast(2, (mail) => mail.incident === id, 10_000);
      await sleep(SETTLE_MS);
      const before = new Set(sink.mails.filter((mail) => mail.incident === id));
      const cpuBefore = product.cpuMs();
      const sentAt = now();
      await product.confirm(id, 'IV');
      const calls = await sink.atLeast(people, (mail) => mail.incident === id && !before.has(mail), 60_000);
      times.push(Math.max(...calls.map(({ at }) => at)) - sentAt);
      await sleep(SETTLE_MS);
      cpu.push(product.cpuMs() - cpuBefore);
    }
    const told = {
      measure: `decision → last of ${people} calls`,
      ...summary(times.slice(1)),
      ...(atMost === undefined ? {} : { targets: [{ stat: 'p50', atMost }] }),
    };
    return [told, { measure: 'CPU for it', ...summary(cpu.slice(1)) }];
  });
}

function sized(people, repeats, atMost) {
  return { name: `mobilisation-${people}`, run: () => mobilisationOf(people, repeats, atMost) };
}

export const mobilisations = [sized(200, 30, 500), sized(1_000, 15, 2_000), sized(3_000, 5)];
