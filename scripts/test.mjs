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
// Jest's own processes must know it too, so it goes into the environment; by address, since not all run in the project's folder.
const imports = [import.meta.resolve('tsx'), new URL('../test/support/light/register.mjs', import.meta.url).href];
// MB; by default 16. With more of it the collector runs less often over what lives for one test only.
const youngGeneration = '--max-semi-space-size=64';
const options = ['--disable-warning=ExperimentalWarning', youngGeneration, ...imports.map((url) => `--import ${url}`)];
process.exitCode = await runNode(jest, { NODE_OPTIONS: [process.env.NODE_OPTIONS ?? '', ...options].join(' ').trim() });
say(summary());
rmSync(folder, { recursive: true });

/** A file that could not be run counts as one failure, and so does a run that ended before its results. */
function summary() {
  if (!existsSync(results)) return '0 passed, 1 failed';
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
  return `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
}
