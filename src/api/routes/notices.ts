import type { z } from 'zod';
import type { Notice as StoredNotice } from '../../store/index.js';
import type { Notice, NoticeList } from '../contract.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import type { Speech } from '../loadIncident.js';
import { iso, named } from '../views/named.js';
import type { Routes } from './router.js';

export const noticeRoutes: Routes = (router, parts) => {
  router.get('/api/v1/incidents/:incidentId/notices', async (req, res) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const speech = await speechFor(parts, state, languageOf(req));
    const notices = await parts.store.noticesOf(state.incidentId);
    const items = notices.map((notice) => noticeView(notice, speech));
    res.json({ id: state.incidentId, items } satisfies z.infer<typeof NoticeList>);
  });
};

/** Field by field: the address and the text with its signed link stay here. */
function noticeView(notice: StoredNotice, speech: Speech): Notice {
  const { noticeId, effectId, person, channel, subject, status, attempts, possibleRepeats, lastCode } = notice;
  return {
    noticeId,
    effectId,
    person: named(speech, 'person', person),
    channel,
    subject,
    status,
    attempts,
    possibleRepeats,
    lastCode: lastCode ?? undefined,
    createdAt: iso(notice.createdAt),
    acceptedAt: notice.acceptedAt === null ? undefined : iso(notice.acceptedAt),
  };
}
