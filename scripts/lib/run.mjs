import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/**
 * Runs node with these arguments in the project's folder, on this terminal. Returns its exit code.
 * A signal for this process goes to the child as well: whoever stops a script means what it runs.
 */
export function runNode(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    // Ctrl-C reaches the child from the terminal itself. Here it only must not end this process first.
    const forward = (signal) => signal === 'SIGTERM' && child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, forward);
    child.once('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, forward);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}
