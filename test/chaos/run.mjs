import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { cleanUp, cleanUpOnSignal } from './cleanup.mjs';
import { ROOT } from './installation.mjs';
import { runMatrix } from './matrix.mjs';
import { HELP, readOptions } from './options.mjs';
import { SCENARIOS } from './scenarios/index.mjs';
import { tables } from './tables.mjs';

/** The kill matrix and the scenarios beside it. Exit code 0: no violation; 1: some; 130: interrupted. */

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
cleanUpOnSignal();
const began = performance.now();
const say = (line) => console.log(`${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${line}`);

const result = {
  at: new Date().toISOString(),
  machine: { node: process.version, cpus: cpus().length, model: cpus()[0]?.model },
  // Of one minute, before and after: figures from a busy machine say little.
  load: [loadavg()[0]],
  options,
  matrix: undefined,
  scenarios: [],
};
try {
  for (const scenario of SCENARIOS.filter(({ name }) => options.wants(name))) {
    say(`— ${scenario.name}: ${scenario.about}`);
    const outcome = await scenario.run({ say, keep: options.keep }).catch(asViolation);
    result.scenarios.push({ name: scenario.name, ...outcome });
    for (const violation of outcome.violations) say(`  VIOLATION ${violation}`);
  }
  result.matrix = await runMatrix({ say, options }).catch(asViolation);
} finally {
  await cleanUp();
}
result.load.push(loadavg()[0]);
result.seconds = Math.round((performance.now() - began) / 1_000);
// A run of some cells or scenarios must not overwrite the figures of a whole one.
const file = join(ROOT, 'bench', 'results', options.whole ? 'chaos.json' : 'chaos-part.json');
mkdirSync(join(ROOT, 'bench', 'results'), { recursive: true });
writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
console.log(tables(result));
console.log(`Raw figures: ${file}`);

const violations = [result.matrix, ...result.scenarios].flatMap((part) => part?.violations ?? []);
console.log(violations.length === 0 ? 'No violation.' : `${violations.length} VIOLATIONS.`);
process.exit(violations.length === 0 ? 0 : 1);

/** What breaks the harness is no success. */
function asViolation(error) {
  return { violations: [`the run broke off: ${error instanceof Error ? error.stack : String(error)}`] };
}
