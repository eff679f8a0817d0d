import type { Request } from 'express';
import { sharedLoads } from '../sharedLoads.js';
import { StreamQuery } from '../contract.js';
import type { StreamItem } from '../contract.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { timelineItem } from '../views/timelineItem.js';
import { namesAlong } from '../../store/index.js';
import type { Planned } from '../../domain/incident/index.js';
import type { Routes } from './router.js';

/** Each one reads the record for itself. */
const MOST_STREAMS = 500;
/** Incidents whose plan is remembered, so that not every event needs to be asked for it. */
const REMEMBERED_PLANS = 1_000;

export const streamRoutes: Routes = (router, parts) => {
  const plans = new Map<string, Planned>();
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
      // An incident changes its plan only by an event that comes by here.
      if (event.type === 'reported') remember(incidentId, { plan: { moves: [] }, basis: { plan: event.plan } });
      if (event.type === 'planMoved') plans.delete(incidentId);
      const names = await namesAlong(directory, await planned(incidentId));
      return { ...timelineItem(recorded, { names: names(event.seq), lang }), incidentId };
    });
  });

  async function planned(incidentId: string): Promise<Planned> {
    const known = plans.get(incidentId);
    if (known) return known;
    const incident = await load(incidentId);
    if (!incident) throw new Error(`an event of ${incidentId} is recorded, the incident is not`);
    const { plan, basis } = incident.state;
    remember(incidentId, { plan, basis });
    return { plan, basis };
  }

  function remember(incidentId: string, incident: Planned): void {
    plans.set(incidentId, incident);
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
