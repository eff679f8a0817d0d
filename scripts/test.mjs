import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';

await build();
const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
const results = join(folder, 'results.json');
const jest = ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${results}`, ...process.argv.slice(2)];
// Jest's own processes must know it too, so it goes into the environment.
const modules =
  `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
process.exitCode = await runNode(jest, { NODE_OPTIONS: modules });
say(summary());
rmSync(folder, { recursive: true });

/** A file that could not be run counts as one failure, and so does a run that ended before its results. */
function summary() {
  if (!existsSync(results)) return '0 passed, 1 failed';
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
