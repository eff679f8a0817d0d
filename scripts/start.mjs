import { build } from './build.mjs';

if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
  console.log(usage());
  process.exit();
}
await build();
endWithNpm();
// In this process, so that signals reach the product itself.
await import('../dist/main.js');

function usage() {
  return [
    'npm start: starts Muster, with database, Temporal and a mailbox of its own. Stop it with Ctrl-C.',
    'Settings are environment variables: docs/operators.md, "Settings". Commands to a running Muster: npx muster --help.',
    '',
    'npm start：启动 Muster，自带数据库、Temporal 和邮箱，按 Ctrl-C 停止。',
    '设置均为环境变量，见 docs/operators.md 的“Settings”。对运行中的 Muster 发出命令：npx muster --help。',
  ].join('\n');
}

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
