import type { z } from 'zod';
import { operatorOnly } from '../auth.js';
import type { Health, Readiness } from '../contract.js';
import type { Routes } from './router.js';

/** A part that takes longer is as good as gone for whoever asks. */
const PATIENCE_MS = 2_000;

export const healthRoutes: Routes = (router, { store, incidents }) => {
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' } satisfies z.infer<typeof Health>);
  });

  router.get('/readyz', async (_req, res) => {
    const [ofStore, ofTemporal] = await Promise.all([probe(() => store.ping()), probe(() => incidents.ping())]);
    const ready = ofStore.ok && ofTemporal.ok;
    const parts = { store: ofStore, temporal: ofTemporal };
    res.status(ready ? 200 : 503).json({ ready, parts } satisfies Readiness);
  });
};

export const metricsRoutes: Routes = (router, { metrics }) => {
  router.get('/metrics', operatorOnly, async (_req, res) => {
    res.set('Content-Type', metrics.contentType).send(await metrics.metrics());
  });
};

/** The error is named by its kind only: anybody may ask, and messages carry addresses. */
async function probe(ask: () => Promise<void>): Promise<Readiness['parts']['store']> {
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), PATIENCE_MS)));
  try {
    const outcome = await Promise.race([ask().then(() => 'answered'), late]);
    return outcome === 'late' ? { ok: false, ms: ms(), error: 'timeout' } : { ok: true, ms: ms() };
  } catch (error) {
    return { ok: false, ms: ms(), error: error instanceof Error ? error.name : 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}
