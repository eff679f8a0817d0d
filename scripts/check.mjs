import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
import { say, secondsSince } from './lib/say.mjs';

ensureDependencies();

const folders = ['src', 'web', 'test', 'bench'].filter((folder) => existsSync(join(root, folder)));
const steps = [
  ['types', 'typescript/bin/tsc', '--noEmit'],
  ['lint', 'eslint/bin/eslint.js', '.'],
  ['layers', 'dependency-cruiser/bin/dependency-cruise.mjs', '--config', 'layers.cjs', ...folders],
  ['unused code', 'knip/bin/knip.js'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '.'],
];

const failed = [];
for (const [name, program, ...args] of steps) {
  const began = performance.now();
  say(`— ${name}`);
  const status = await runNode([`node_modules/${program}`, ...args]);
  say(`— ${name}: ${status === 0 ? 'clean' : 'FAILED'}, ${secondsSince(began)}`);
  if (status !== 0) failed.push(name);
}
say(failed.length === 0 ? 'All checks are clean.' : `Not clean: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
