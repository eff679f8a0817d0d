import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore } from '../../src/store/index.js';
import { basis } from './incidents.js';

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'muster-store-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Ends with kill -9 once that many incidents were acknowledged; returns all that were, in flight ones not. */
async function recordUntilKilled(prefix: string, count: number): Promise<string[]> {
  const script = fileURLToPath(new URL('./recorder.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, prefix, JSON.stringify(basis)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('after kill -9 a PGlite folder opens again with everything that was acknowledged', async () => {
  const acknowledged: string[] = [];
  for (const [i, count] of [5, 40, 90].entries()) {
    acknowledged.push(...(await recordUntilKilled(`run${i}`, count)));
    const store = await openStore({ kind: 'pglite', dataDir });
    for (const id of acknowledged) {
      expect(await store.verifyIncident(id)).toMatchObject({ intact: true });
      expect(await store.getIncident(id)).toBeDefined();
      expect(await store.pendingAnswers(id, 1)).toHaveLength(1);
    }
    const events = await store.eventsAfterPosition(0, 100_000);
    expect(events.map((e) => e.position)).toEqual(events.map((_, i) => i + 1));
    expect(await store.headPosition()).toBe(events.length);
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(135);
}, 180_000);
