import type { z } from 'zod';
import { TimelineQuery } from '../contract.js';
import type { Timeline } from '../contract.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechAlong } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { timelineItem } from '../views/timelineItem.js';
import type { Routes } from './router.js';

export const timelineRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/timeline', async (req, res) => {
    const { after, limit } = parseQuery(TimelineQuery, req);
    const incidentId = incidentIdOf(req);
    const before = await loadIncident(parts, incidentId);
    // One more than asked for tells whether there is a next page.
    const events = await parts.store.eventsOf(incidentId, after, limit + 1);
    // It knows every move among the events, or is read again.
    const isOlder = events.some(({ event }) => event.type === 'planMoved' && event.seq > before.seq);
    const state = isOlder ? await loadIncident(parts, incidentId) : before;
    const speech = await speechAlong(parts, state, languageOf(req));
    const items = events.slice(0, limit).map((event) => timelineItem(event, speech(event.event.seq)));
    const last = items.at(-1);
    const seq = Math.max(state.seq, last?.seq ?? 0);
    const next = events.length > limit ? last?.seq : undefined;
    res.json({ id: state.incidentId, seq, items, next } satisfies z.infer<typeof Timeline>);
  });
};
