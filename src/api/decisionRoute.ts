import { randomUUID } from 'node:crypto';
import type { Request, Router } from 'express';
import type { z } from 'zod';
import { preview } from '../domain/incident/index.js';
import type { Decision, Message, MobilisationAnswer } from '../domain/incident/index.js';
import { asOfToday } from './afterClose.js';
import { actorOf } from './auth.js';
import type { DecisionAnswer, PreviewAnswer } from './contract.js';
import { decide } from './decide.js';
import type { ApiParts } from './deps.js';
import { incidentIdOf } from './incidentId.js';
import { languageOf } from './language.js';
import { loadIncident, speechFor } from './loadIncident.js';
import { headerId, parseBody } from './parse.js';
import { differenceFor } from './planToMoveTo.js';
import { readJson } from './readBody.js';
import { previewView } from './views/previewView.js';

/** Answers to calls come by the thousand and go through the inbox instead. */
type Decided = Exclude<Decision, MobilisationAnswer>;

interface Asked {
  preview?: boolean | undefined;
  ifSeq?: number | undefined;
}

/** What the body says besides how it is asked; of a union, member by member. */
type Itself<B> = B extends unknown ? Omit<B, keyof Asked> : never;

/** Adds routes for decisions: each takes the decision, or foretells what would follow from it. */
export function decisionRoute(router: Router, parts: ApiParts) {
  return <B extends Asked>(
    name: string,
    schema: z.ZodType<B>,
    toDecision: (body: Itself<B>, req: Request) => Decided | Promise<Decided>,
  ) =>
    router.post(`/api/v1/incidents/:incidentId/${name}`, ...readJson, async (req, res) => {
      const { preview: isPreview, ifSeq, ...body } = parseBody(schema, req);
      const decided = await toDecision(body as Itself<B>, req);
      const asked = { ...(ifSeq === undefined ? {} : { ifSeq }), ...decided };
      res.json(await (isPreview ? foretell(parts, req, asked) : take(parts, req, asked)));
    });
}

async function take(parts: ApiParts, req: Request, asked: Decided & { ifSeq?: number }): Promise<DecisionAnswer> {
  const id = incidentIdOf(req);
  const message = messageFrom(req, asked);
  const { seq, phase } = await decide(parts, id, message, languageOf(req));
  return { id, requestId: message.requestId, seq, phase };
}

async function foretell(parts: ApiParts, req: Request, asked: Decided & { ifSeq?: number }): Promise<PreviewAnswer> {
  const before = await asOfToday(parts, await loadIncident(parts, incidentIdOf(req)));
  // Under its own request id: the question must not be taken for the decision that may follow under the same key.
  const message = { ...messageFrom(req, asked), requestId: randomUUID() };
  const { events, state } = preview(before, message, parts.settings.now());
  const lang = languageOf(req);
  const difference = asked.type === 'movePlan' ? await differenceFor(parts, before, asked.basis, lang) : undefined;
  // Of what another version of the plan adds, only that version knows the name.
  return { ...previewView(before, events, state, await speechFor(parts, state, lang)), difference };
}

function messageFrom(req: Request, asked: Decided & { ifSeq?: number }): Message {
  const requestId = headerId(req, 'Idempotency-Key') ?? randomUUID();
  return { ...asked, requestId, actor: actorOf(req), via: 'api' };
}
