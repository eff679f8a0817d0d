import { fork } from 'node:child_process';
import { once } from 'node:events';
import { known } from './children.mjs';
import { until } from './clock.mjs';

/** Starts the SMTP sink. `mails`: `{ at, incident, notice, person, id }` in the order in which their DATA ended. */
export async function startSink() {
  const child = fork(new URL('../sink.mjs', import.meta.url), { stdio: 'inherit' });
  known(child);
  const mails = [];
  child.on('message', (message) => {
    for (const { at, id } of message.mails ?? []) {
      // `composeNotice.ts`: incident.notice.person@muster
      const [incident, notice, person] = id.replace(/@muster$/, '').split('.');
      mails.push({ at, id, incident, notice, person });
    }
  });
  const [{ port }] = await once(child, 'message');
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Waits until at least `count` mails are there that fit. Returns them. */
    atLeast(count, fits, withinMs) {
      const enough = () => {
        const found = mails.filter(fits);
        return found.length >= count ? found : undefined;
      };
      return until(`${count} mails`, enough, withinMs, 20);
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
