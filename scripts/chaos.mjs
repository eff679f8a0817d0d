import { build } from './build.mjs';
import { runNode } from './lib/run.mjs';

await build();
process.exitCode = await runNode(['test/chaos/run.mjs', ...process.argv.slice(2)]);
