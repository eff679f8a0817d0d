import { nowOf } from '../../domain/incident/index.js';
import { SECOND } from '../../domain/time.js';
import { claimDelivery } from '../claimDelivery.js';
import { compact } from '../compact.js';
import { OpinionHookRequest } from '../contract.js';
import type { DecisionAnswer } from '../contract.js';
import { decide } from '../decide.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { loadIncident } from '../loadIncident.js';
import { parse } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readRaw } from '../readBody.js';
import { jsonFrom, verifyDelivery, WINDOW_S } from '../verifyDelivery.js';
import type { Router, RequestHandler } from 'express';

/** What a monitor has seen in public, for an incident that runs. */
export function opinionHook(router: Router, parts: ApiParts, atMost: RequestHandler): void {
  router.post('/hooks/public-opinion', atMost, ...readRaw, async (req, res) => {
    const { source: signer, body, id } = verifyDelivery(parts.settings, req);
    const lang = languageOf(req);
    const {
      incidentId: named,
      dedupKey,
      dedupSource = signer,
      observedAt,
      ...entry
    } = parse(OpinionHookRequest, jsonFrom(body), lang);
    const meant = named ?? (await runningUnder(parts, `integration:${dedupSource} ${dedupKey}`));
    const state = await loadIncident(parts, meant);
    const delivery = { source: signer, id: `opinion ${id}` };
    const { incidentId, repeated } = await claimDelivery(parts.store, delivery, meant);
    const message = {
      requestId: `hook/${id}`,
      actor: { kind: 'integration', id: signer },
      via: 'hook',
      type: 'publicOpinion',
      action: 'record',
      ...compact({ ...entry, observedAt: seenAt(observedAt, nowOf(state, parts.settings.now())) }),
    } as const;
    const { seq, phase } = await decide(parts, incidentId, message, lang);
    if (repeated) res.set('Idempotent-Replayed', 'true');
    res.json({ id: incidentId, requestId: message.requestId, seq, phase } satisfies DecisionAnswer);
  });
}

/** What a source calls an occurrence names a real incident: into a drill nothing comes by itself. */
async function runningUnder(parts: ApiParts, key: string): Promise<string> {
  const id = await parts.store.liveIncidentUnder(key);
  const state = id === undefined ? undefined : await loadIncident(parts, id);
  if (state?.report.mode !== 'real') throw new ProblemError('incident_not_found', { incidentId: key });
  return state.incidentId;
}

/** The clock of the sender may be ahead by as much as its signature may. */
function seenAt(observedAt: string | undefined, now: number): number | undefined {
  if (observedAt === undefined) return undefined;
  const at = Date.parse(observedAt);
  return at > now && at <= now + WINDOW_S * SECOND ? now : at;
}
