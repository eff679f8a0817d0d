import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { answerComesTo } from '../../domain/incident/index.js';
import type { Message, MobilisationAnswer, State } from '../../domain/incident/index.js';
import { answerId, isSaidAgain, keep, keptWithKey } from '../acknowledge.js';
import type { Kept } from '../acknowledge.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import { AcknowledgementRequest, ArrivalRequest, DeclineRequest } from '../contract.js';
import type { AcknowledgementAnswer } from '../contract.js';
import { decide, keyReused } from '../decide.js';
import { createGlance } from '../glance.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { headerId, parseBody } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readJson } from '../readBody.js';
import { named } from '../views/named.js';
import type { Routes } from './router.js';

/**
 * What people say to a call. Answers of the people themselves come in masses and go through the inbox, as long as the
 * record shows that the incident will take them. Any other, and whoever speaks for somebody else, learns at once whether
 * the answer stands.
 */
export const answerRoutes: Routes = (router, parts) => {
  const glance = createGlance(parts);
  // Nobody acknowledges for another: who was reached is known only from themselves.
  route('acknowledgements', AcknowledgementRequest, ({ noticeId, eta }, person) => ({
    type: 'acknowledge',
    person,
    ...compact({ noticeId, eta: eta === undefined ? undefined : Date.parse(eta) }),
  }));
  route('declines', DeclineRequest, (body, person) => ({ type: 'decline', ...compact(body), person }));
  route('arrivals', ArrivalRequest, (body, person) => ({ type: 'arrive', ...compact(body), person }));

  function route<B extends object>(
    name: string,
    schema: z.ZodType<B>,
    answerFrom: (body: B, person: string) => MobilisationAnswer,
  ): void {
    router.post(`/api/v1/incidents/:incidentId/${name}`, ...readJson, async (req, res) => {
      const body = parseBody(schema, req);
      const actor = actorOf(req);
      const own = actor.kind === 'person' ? actor.id : undefined;
      const person = 'person' in body && typeof body.person === 'string' ? body.person : own;
      if (person === undefined) throw new ProblemError('person_required');
      const incidentId = incidentIdOf(req);
      const lang = languageOf(req);
      const key = headerId(req, 'Idempotency-Key');
      const answer = answerFrom(body, person);
      const { state, names } = await glance(incidentId);
      const { status, requestId } = await take();
      const who = names ? named({ names, lang }, 'person', person) : { id: person, name: person };
      res.status(202).json({ id: incidentId, requestId, status, person: who } satisfies AcknowledgementAnswer);

      async function take(): Promise<Kept> {
        const asked = { ...answer, actor, via: 'api', requestId: key ?? randomUUID() } as const;
        if (state && person === own && isComplete(answer)) {
          const kept = await repeated(state, asked);
          if (kept !== undefined) return kept;
          if (answerComesTo(state, answer) !== 'other') {
            return keep(parts, incidentId, { ...asked, requestId: answerId(state, incidentId, answer) }, key);
          }
        }
        // Also where the record does not show the call: it may be a moment behind, and an answer must not be lost for that.
        await decide(parts, incidentId, asked, lang);
        return { status: 'recorded', requestId: asked.requestId };
      }

      async function repeated(state: State, asked: Message & MobilisationAnswer): Promise<Kept | undefined> {
        const before = key === undefined ? undefined : await keptWithKey(parts, incidentId, asked, key);
        if (before === 'other') throw await keyReused(parts, state, asked.requestId, lang);
        if (before !== undefined) return { status: 'repeated', ...before };
        return (await isSaidAgain(parts, incidentId, state, answer))
          ? { status: 'repeated', requestId: answerId(state, incidentId, answer) }
          : undefined;
      }
    });
  }
};

/** Otherwise the incident says what is missing. */
function isComplete(answer: MobilisationAnswer): boolean {
  return answer.type !== 'decline' || answer.reason.trim() !== '';
}
