import { toReport } from '../../intake/report.js';
import { HookRequest } from '../contract.js';
import { claimDelivery } from '../claimDelivery.js';
import { newIncidentId } from '../incidentId.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { basisFor } from '../openIncident.js';
import { parse } from '../parse.js';
import { readRaw } from '../readBody.js';
import { receiveReport } from '../receiveReport.js';
import { jsonFrom, verifyDelivery } from '../verifyDelivery.js';
import { opinionHook } from './opinionHook.js';
import { answerReport } from './report.js';
import type { Routes } from './router.js';

export const hookRoutes: Routes = (router, parts) => {
  const atMost = limit(parts.settings.limits?.hooks ?? USUAL_LIMITS.hooks, byAddress);

  router.post('/hooks/generic', atMost, ...readRaw, async (req, res) => {
    const { source, body, id } = verifyDelivery(parts.settings, req);
    const lang = languageOf(req);
    const incoming = parse(HookRequest, jsonFrom(body), lang);
    const basis = await basisFor(parts, incoming);
    const at = parts.settings.now();
    const { incidentId, repeated } = await claimDelivery(
      parts.store,
      { source, id },
      newIncidentId(at, parts.settings.zone),
    );
    const actor = { kind: 'integration', id: source } as const;
    const by = { actor, via: 'hook' as const, requestId: `hook/${id}` };
    const opening = { report: toReport(incoming, incidentId), by, at };
    const { dedupKey } = incoming;
    answerReport(res, await receiveReport(parts, { basis, opening, dedupKey, repeated, lang }), repeated);
  });

  opinionHook(router, parts, atMost);
};
