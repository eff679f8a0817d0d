import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** False for a zombie too: it does nothing any more. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

export function kill9(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** Returns whether it is gone within `ms`. */
export async function goneWithin(pid, ms) {
  for (const until = Date.now() + ms; isAlive(pid); await pause(10)) if (Date.now() > until) return false;
  return true;
}

/** Processes whose command line names this text, as `pid command`. */
export function processesNaming(text) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args=', '-ww'], { encoding: 'utf8', maxBuffer: 16e6 });
  return stdout.split('\n').filter((line) => line.includes(text) && Number.parseInt(line) !== process.pid);
}
