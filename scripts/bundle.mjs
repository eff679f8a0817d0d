// Bundles the compiled workflows into the file named by the argument. A process of its own, because the bundler stays in memory.
import { renameSync, writeFileSync } from 'node:fs';
import { bundleWorkflowCode } from '@temporalio/worker';
import { root } from './lib/root.mjs';

const target = process.argv[2];
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };

const { code } = await bundleWorkflowCode({ workflowsPath: `${root}dist/workflows/index.js`, logger: quiet });
const unfinished = `${target}.${process.pid}`;
writeFileSync(unfinished, code);
renameSync(unfinished, target);
