import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runCli } from './run.js';

// `muster timeline … | head` closes the pipe when it has seen enough; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Not `readConfig`: a server variable that is wrong must not keep anybody from asking how an incident stands.
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  root: fileURLToPath(new URL('../../', import.meta.url)),
  now: Date.now,
  sleep: (ms, signal) => pause(ms, undefined, signal && { signal }).catch(() => undefined),
  stopped() {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    return stop.signal;
  },
});
