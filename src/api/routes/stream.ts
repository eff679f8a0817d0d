import type { Request } from 'express';
import { sharedLoads } from '../sharedLoads.js';
import { StreamQuery } from '../contract.js';
import type { StreamItem } from '../contract.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { timelineItem } from '../views/timelineItem.js';
import type { Routes } from './router.js';

/** Each one reads the record for itself. */
const MOST_STREAMS = 500;
/** Incidents whose plan is remembered, so that not every event needs to be asked for it. */
const REMEMBERED_PLANS = 1_000;

interface PlanRef {
  id: string;
  version: number;
}

export const streamRoutes: Routes = (router, parts) => {
  const plans = new Map<string, PlanRef>();
  const load = sharedLoads((incidentId) => parts.store.getIncident(incidentId));

  router.get('/api/v1/stream', async (req, res) => {
    const { streams, store, directory } = parts;
    const after = resumePoint(req) ?? (await store.headPosition());
    if (streams.count >= MOST_STREAMS) {
      throw new ProblemError('too_many_streams', {}, { atMost: MOST_STREAMS }, { headers: { 'Retry-After': '10' } });
    }
    const lang = languageOf(req);
    res.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    // Told at once, so that the reader knows that it is connected before anything happens.
    res.flushHeaders();
    await streams.serve(res, after, async (recorded): Promise<StreamItem> => {
      const { incidentId, event } = recorded;
      if (event.type === 'reported') remember(incidentId, event.plan);
      if (event.type === 'planMoved') remember(incidentId, event.basis.plan);
      const names = await directory.names(await planOf(incidentId));
      return { ...timelineItem(recorded, { names, lang }), incidentId };
    });
  });

  /** An incident changes its plan only by an event that comes by here. */
  async function planOf(incidentId: string): Promise<PlanRef> {
    const known = plans.get(incidentId);
    if (known) return known;
    const incident = await load(incidentId);
    if (!incident) throw new Error(`an event of ${incidentId} is recorded, the incident is not`);
    remember(incidentId, incident.state.basis.plan);
    return incident.state.basis.plan;
  }

  function remember(incidentId: string, { id, version }: PlanRef): void {
    plans.set(incidentId, { id, version });
    const [oldest] = plans.keys();
    if (plans.size > REMEMBERED_PLANS && oldest !== undefined) plans.delete(oldest);
  }
};

/** What a browser sends by itself when it comes back wins over the address that it was opened with. */
function resumePoint(req: Request): number | undefined {
  const { after } = parseQuery(StreamQuery, req);
  const last = req.get('Last-Event-ID');
  if (last === undefined || last === '') return after;
  if (!/^\d{1,15}$/.test(last)) throw new ProblemError('bad_header', { header: 'Last-Event-ID' }, { form: '0-9' });
  return Number(last);
}
