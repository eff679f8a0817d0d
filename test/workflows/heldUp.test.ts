import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { startWorker } from '../../src/temporal/worker.js';
import { spin } from '../support/heldUpWorkflow.js';

/** Longer than the 5 s after which the SDK cuts a task off unless told otherwise; the process would not outlive it. */
const HELD_UP_MS = 8_000;

test('a workflow task that takes eight seconds ends like any other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-held-up-'));
  const connection = await NativeConnection.connect({ address: process.env['MUSTER_TEST_TEMPORAL_ADDRESS'] ?? '' });
  try {
    const workflowBundle = join(folder, 'bundle.js');
    execFileSync(process.execPath, ['scripts/bundle.mjs', workflowBundle, resolve('test/support/heldUpWorkflow.ts')]);
    const namespace = process.env['MUSTER_TEST_TEMPORAL_NAMESPACE'] ?? '';
    const taskQueue = `test-${randomUUID()}`;
    const worker = await startWorker({ connection, namespace, taskQueue, workflowBundle, activities: {} });
    const workflowId = `held-up-${taskQueue}`;
    const args = [turnsIn(HELD_UP_MS)];
    const { workflow } = new Client({ connection, namespace });
    expect(await workflow.execute('heldUp', { workflowId, taskQueue, args, workflowTaskTimeout: '60s' })).toBe('done');
    await worker.stop();
  } finally {
    await connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** How many turns take so long here. */
function turnsIn(ms: number): number {
  const SOME = 200_000_000;
  const began = performance.now();
  spin(SOME);
  return (SOME * ms) / (performance.now() - began);
}
