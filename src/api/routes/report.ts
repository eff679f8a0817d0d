import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { actorName } from '../../domain/incident/index.js';
import { toReport } from '../../intake/report.js';
import { canonical, sha256 } from '../../seal/index.js';
import { actorOf } from '../auth.js';
import { ReportRequest } from '../contract.js';
import type { ReportAnswer } from '../contract.js';
import { newIncidentId } from '../incidentId.js';
import { languageOf } from '../language.js';
import { basisFor } from '../openIncident.js';
import { headerId, parseBody } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { receiveReport } from '../receiveReport.js';
import { readJson } from '../readBody.js';
import type { Routes } from './router.js';

export const reportRoutes: Routes = (router, parts) => {
  router.post('/api/v1/incidents', ...readJson, async (req, res) => {
    const incoming = parseBody(ReportRequest, req);
    const key = headerId(req, 'Idempotency-Key');
    const actor = actorOf(req);
    const lang = languageOf(req);
    const basis = await basisFor(parts, incoming);
    const at = parts.settings.now();
    const incidentId = newIncidentId(at, parts.settings.zone);
    const opening = (id: string) => ({
      report: toReport(incoming, id),
      by: { actor, via: 'api' as const, requestId: key ?? randomUUID() },
      at,
    });
    const { dedupKey } = incoming;
    if (key === undefined) {
      const received = { basis, opening: opening(incidentId), dedupKey, repeated: false, lang };
      return answerReport(res, await receiveReport(parts, received));
    }
    const claim = await parts.store.claimReport({
      key: `${actorName(actor)} ${key}`,
      fingerprint: sha256(canonical(incoming)),
      incidentId,
    });
    if (claim.outcome === 'conflict') throw new ProblemError('report_key_reused', { incidentId: claim.incidentId });
    const repeated = claim.outcome === 'repeated';
    const received = { basis, opening: opening(claim.incidentId), dedupKey, repeated, lang };
    answerReport(res, await receiveReport(parts, received), repeated);
  });
};

export function answerReport(res: Response, answer: ReportAnswer, replayed = false): void {
  if (replayed) res.set('Idempotent-Replayed', 'true');
  // What was added to an incident that runs already has created nothing.
  res
    .status(answer.absorbed ? 200 : 201)
    .location(`/api/v1/incidents/${answer.id}`)
    .json(answer);
}
