// Bundles workflows, by default the compiled ones of the product, into the file named by the first argument. A process of its
// own, because the bundler stays in memory.
import { renameSync, writeFileSync } from 'node:fs';
import { bundleWorkflowCode } from '@temporalio/worker';
import { root } from './lib/root.mjs';

const [, , target, workflowsPath = `${root}dist/workflows/index.js`] = process.argv;
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error };

/**
 * The SDK takes a stack trace of every promise that a workflow makes, some 30 for a decision. With the usual ten frames that
 * is a tenth of all CPU. Errors of workflows name three frames; whoever needs more replays the history.
 */
const fewFrames = 'Error.stackTraceLimit = 3; ';

const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
const unfinished = `${target}.${process.pid}`;
// On the first line, so that the source map still fits.
writeFileSync(unfinished, fewFrames + code);
renameSync(unfinished, target);
