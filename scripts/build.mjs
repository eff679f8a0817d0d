import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
import { giveUp, say, secondsSince } from './lib/say.mjs';
import { filesBelow, hashOf } from './lib/sources.mjs';

const dist = join(root, 'dist');
const assets = /\.(sql|css|html|json|mjs)$/;
const toolchain = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
];
/** The bundle holds the workflows and the machine, nothing else. */
const bundled = ['src/workflows', 'src/domain', ...toolchain];
const bundle = 'workflow-bundle.js';

/** Brings `dist` up to date with `src`. Costs some tens of milliseconds when it already is. */
export async function build() {
  ensureDependencies();
  const hash = hashOf(['src', ...toolchain]);
  if (readStamp('.stamp') === hash) return;
  const began = performance.now();
  say('Building.');
  await compile();
  await bundleWorkflows();
  // Last, so that an interrupted build is done again.
  writeFileSync(join(dist, '.stamp'), hash);
  say(`Built in ${secondsSince(began)}.`);
}

/** Into a folder of its own, exchanged at the end: nobody runs half of the old build and half of the new. */
async function compile() {
  const fresh = `${dist}.new-${process.pid}`;
  const old = `${dist}.old-${process.pid}`;
  const status = await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', fresh]);
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    giveUp('build_failed: the TypeScript compiler did not succeed; its messages are above. Correct what they name.');
  }
  for (const file of filesBelow(['src']).filter((name) => assets.test(name)))
    copy(join(root, file), join(fresh, file.slice('src/'.length)));
  for (const file of [bundle, '.bundle-stamp'].filter((name) => existsSync(join(dist, name))))
    copy(join(dist, file), join(fresh, file));
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

async function bundleWorkflows() {
  const hash = hashOf(bundled);
  if (readStamp('.bundle-stamp') === hash) return;
  const status = await runNode(['scripts/bundle.mjs', join(dist, bundle)]);
  if (status !== 0)
    giveUp(
      'build_failed: the workflows could not be bundled; the messages are above. Workflows may import only src/domain.',
    );
  writeFileSync(join(dist, '.bundle-stamp'), hash);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function readStamp(name) {
  const path = join(dist, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
