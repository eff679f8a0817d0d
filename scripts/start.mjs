import { build } from './build.mjs';

await build();
endWithNpm();
// In this process, so that signals reach the product itself.
await import('../dist/main.js');

/** npm passes SIGTERM only to the shell between it and this process: the shell's end is the signal. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
