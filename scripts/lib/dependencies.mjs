import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { giveUp, say, secondsSince } from './say.mjs';

const neededNode = [20, 19];
const lockFile = join(root, 'package-lock.json');
/** What npm says it has installed. */
const installedFile = join(root, 'node_modules', '.package-lock.json');
const stampFile = join(root, 'node_modules', '.muster-lock-hash');

/** Everything below needs the right Node and the locked packages. Costs a few milliseconds when both are there. */
export function ensureDependencies() {
  requireNode();
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  if (!isInstalled()) install();
  writeFileSync(stampFile, hash);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1])) return;
  giveUp(
    `node_too_old: this is Node ${process.versions.node}, Muster needs ${neededNode.join('.')} or newer. Install it and start again.`,
  );
}

/** After `npm install` everything is in place although the stamp is old. Packages for other systems may be missing. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(lockFile)).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function install() {
  say('Installing the locked packages with npm ci. This takes a minute.');
  const began = performance.now();
  // Started by npm, its own program is known; otherwise the shell finds it.
  const npm = process.env.npm_execpath;
  // The compiler is among the development packages.
  const args = ['ci', '--include=dev'];
  const options = { cwd: root, stdio: 'inherit' };
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: true });
  if (status !== 0)
    giveUp('install_failed: npm ci did not succeed; its messages are above. Correct what they name, then start again.');
  say(`Installed in ${secondsSince(began)}.`);
}
