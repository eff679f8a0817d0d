import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Arrive, Decline, Message } from '../../domain/incident/index.js';
import { callMoved, keep } from '../acknowledge.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import { ArrivalRequest, DeclineRequest } from '../contract.js';
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

/**
 * What people say to a call besides that they have it. Answers of the people themselves come in masses and go through
 * the inbox. Whoever speaks for somebody else needs the authority, and learns at once whether the answer stands.
 */
export const answerRoutes: Routes = (router, parts) => {
  const glance = createGlance(parts);
  route('declines', DeclineRequest, 'decline', ({ reason, ...body }) => ({
    noticeId: body.noticeId,
    isComplete: reason.trim() !== '',
    answer: (person) => ({ type: 'decline', ...compact(body), person, reason }),
  }));
  route('arrivals', ArrivalRequest, 'arrive', (body) => ({
    isComplete: true,
    answer: (person) => ({ type: 'arrive', ...compact(body), person }),
  }));

  interface Said {
    noticeId?: string | undefined;
    /** Otherwise the incident says what is missing. */
    isComplete: boolean;
    answer: (person: string) => Decline | Arrive;
  }

  function route<B extends { person?: string | undefined }>(
    name: string,
    schema: z.ZodType<B>,
    kind: string,
    read: (body: B) => Said,
  ): void {
    router.post(`/api/v1/incidents/:incidentId/${name}`, ...readJson, async (req, res) => {
      const body = parseBody(schema, req);
      const actor = actorOf(req);
      const own = actor.kind === 'person' ? actor.id : undefined;
      const person = body.person ?? own;
      if (person === undefined) throw new ProblemError('person_required');
      const incidentId = incidentIdOf(req);
      const { noticeId, isComplete, answer } = read(body);
      const { state, names } = await glance(incidentId);
      const call = state && callMoved(state, { person, ...(noticeId === undefined ? {} : { noticeId }) });
      const head = { actor, via: 'api', ...answer(person) } as const;
      const goesToInbox = person === own && isComplete && call !== undefined;
      const { status, requestId } = goesToInbox
        ? await keep(parts, incidentId, { ...head, requestId: `${kind}/${incidentId}/${call}/${person}` })
        : await ask(req, incidentId, { ...head, requestId: randomUUID() });
      const lang = languageOf(req);
      const who = names ? named({ names, lang }, 'person', person) : { id: person, name: person };
      res.status(202).json({ id: incidentId, requestId, status, person: who } satisfies AcknowledgementAnswer);
    });
  }

  async function ask(req: Request, incidentId: string, message: Message) {
    await decide(parts, incidentId, message, languageOf(req));
    return { status: 'recorded' as const, requestId: message.requestId };
  }
};
