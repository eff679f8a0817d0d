import { setTimeout as sleep } from 'node:timers/promises';
import { Gauge } from 'prom-client';
import type { z } from 'zod';
import { operatorOnly } from '../auth.js';
import type { Health, Readiness } from '../contract.js';
import type { Store } from '../../store/index.js';
import type { Routes } from './router.js';

/** A part that takes longer is as good as gone for whoever asks. */
const PATIENCE_MS = 2_000;

export const healthRoutes: Routes = (router, { store, incidents }) => {
  router.get('/healthz', (_req, res) => {
    res.json({ status: 'alive' } satisfies z.infer<typeof Health>);
  });

  router.get('/readyz', async (_req, res) => {
    const [ofStore, ofTemporal, ofRecord] = await Promise.all([
      probe(() => store.ping()),
      probe(() => incidents.ping()),
      probe(() => refuseBlocked(store)),
    ]);
    const ready = ofStore.ok && ofTemporal.ok && ofRecord.ok;
    const parts = { store: ofStore, temporal: ofTemporal, record: ofRecord };
    res.status(ready ? 200 : 503).json({ ready, parts } satisfies Readiness);
  });
};

export const metricsRoutes: Routes = (router, { metrics, store }) => {
  new Gauge({
    name: 'muster_record_blocked',
    help: 'Incidents and improvements whose events the store refused within the last minute; the same in every process of the API',
    registers: [metrics],
    async collect() {
      // The other figures are wanted most when the database is away.
      const count = store.blockedRecords().then((blocked) => blocked.length);
      const late = sleep(PATIENCE_MS, Number.NaN, { ref: false });
      this.set(await Promise.race([count, late]).catch(() => Number.NaN));
    },
  });
  router.get('/metrics', operatorOnly, async (_req, res) => {
    res.set('Content-Type', metrics.contentType).send(await metrics.metrics());
  });
};

/** Named by its code: how many and which is for the operator, in `/metrics` and in the log. */
class RecordBlocked extends Error {
  override readonly name = 'record_blocked';
}

async function refuseBlocked(store: Pick<Store, 'blockedRecords'>): Promise<void> {
  if ((await store.blockedRecords()).length > 0) throw new RecordBlocked();
}

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
