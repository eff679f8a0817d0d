import { randomUUID } from 'node:crypto';
import { acknowledgeMessage, callAcknowledged, keepAnswer } from '../acknowledge.js';
import type { Acknowledgement } from '../acknowledge.js';
import { actorOf } from '../auth.js';
import { AcknowledgementRequest } from '../contract.js';
import type { AcknowledgementAnswer } from '../contract.js';
import { decide } from '../decide.js';
import { createGlance } from '../glance.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { parseBody } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readJson } from '../readBody.js';
import { named } from '../views/named.js';
import type { Routes } from './router.js';

export const acknowledgementRoutes: Routes = (router, parts) => {
  const glance = createGlance(parts);

  router.post('/api/v1/incidents/:incidentId/acknowledgements', ...readJson, async (req, res) => {
    const { noticeId, eta } = parseBody(AcknowledgementRequest, req);
    const actor = actorOf(req);
    if (actor.kind !== 'person') throw new ProblemError('person_required');
    const incidentId = incidentIdOf(req);
    const ack: Acknowledgement = {
      incidentId,
      person: actor.id,
      ...(noticeId === undefined ? {} : { noticeId }),
      ...(eta === undefined ? {} : { eta: Date.parse(eta) }),
    };
    const { state, names } = await glance(incidentId);
    const call = state && callAcknowledged(state, ack);
    const { status, requestId } =
      call === undefined ? await askIncident(ack) : await keepAnswer(parts, ack, call, 'api');
    const lang = languageOf(req);
    const person = names ? named({ names, lang }, 'person', actor.id) : { id: actor.id, name: actor.id };
    res.status(202).json({ id: incidentId, requestId, status, person } satisfies AcknowledgementAnswer);

    /**
     * Whoever was not called as far as the record says asks the incident itself: the record may be a moment behind, and
     * an answer must not be lost for that.
     */
    async function askIncident(asked: Acknowledgement) {
      const message = acknowledgeMessage(asked, randomUUID(), 'api');
      await decide(parts, incidentId, message, languageOf(req));
      return { status: 'recorded' as const, requestId: message.requestId };
    }
  });
};
