import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import { answerTo, preview } from '../../domain/incident/index.js';
import type { ChangeLevel, Close, Message, MovePlan, Terminate, Verify } from '../../domain/incident/index.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import { ClosureRequest, LevelRequest, PlanMoveRequest, TerminationRequest, VerificationRequest } from '../contract.js';
import type { DecisionAnswer, PreviewAnswer } from '../contract.js';
import { decide } from '../decide.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { languageOf } from '../language.js';
import { loadIncident, speechFor } from '../loadIncident.js';
import { headerId, parseBody } from '../parse.js';
import { basisToMoveTo, differenceFor } from '../planToMoveTo.js';
import { readJson } from '../readBody.js';
import { previewView } from '../views/previewView.js';
import type { Routes } from './router.js';

type Decision = Verify | ChangeLevel | Terminate | Close | MovePlan;
interface Asked {
  preview?: boolean | undefined;
  ifSeq?: number | undefined;
}

export const decisionRoutes: Routes = (router, parts) => {
  const decision = <B extends Asked>(
    name: string,
    schema: z.ZodType<B>,
    toDecision: (body: Omit<B, keyof Asked>, req: Request) => Decision | Promise<Decision>,
  ) =>
    router.post(`/api/v1/incidents/:incidentId/${name}`, ...readJson, async (req, res) => {
      const { preview: isPreview, ifSeq, ...body } = parseBody(schema, req);
      const decided = await toDecision(body, req);
      const asked = { ...(ifSeq === undefined ? {} : { ifSeq }), ...decided };
      res.json(await (isPreview ? foretell(parts, req, asked) : take(parts, req, asked)));
    });

  decision('verification', VerificationRequest, (body) => ({ type: 'verify', ...compact(body) }));
  decision('level', LevelRequest, (body) => ({ type: 'changeLevel', ...compact(body) }));
  decision('termination', TerminationRequest, (body) => ({ type: 'terminate', ...compact(body) }));
  decision('closure', ClosureRequest, (body) => ({ type: 'close', ...body }));
  decision('plan', PlanMoveRequest, async ({ version, reason }, req) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    const key = headerId(req, 'Idempotency-Key');
    const isAnswered = key !== undefined && answerTo(state, key) !== undefined;
    return { type: 'movePlan', reason, basis: await basisToMoveTo(parts, state, version, { isAnswered }) };
  });
};

async function take(parts: ApiParts, req: Request, asked: Decision & { ifSeq?: number }): Promise<DecisionAnswer> {
  const id = incidentIdOf(req);
  const message = messageFrom(req, asked);
  const { seq, phase } = await decide(parts, id, message, languageOf(req));
  return { id, requestId: message.requestId, seq, phase };
}

async function foretell(parts: ApiParts, req: Request, asked: Decision & { ifSeq?: number }): Promise<PreviewAnswer> {
  const before = await loadIncident(parts, incidentIdOf(req));
  // Under its own request id: the question must not be taken for the decision that may follow under the same key.
  const message = { ...messageFrom(req, asked), requestId: randomUUID() };
  const { events, state } = preview(before, message, parts.settings.now());
  const lang = languageOf(req);
  const difference = asked.type === 'movePlan' ? await differenceFor(parts, before, asked.basis, lang) : undefined;
  // Of what another version of the plan adds, only that version knows the name.
  return { ...previewView(before, events, state, await speechFor(parts, state, lang)), difference };
}

function messageFrom(req: Request, asked: Decision & { ifSeq?: number }): Message {
  const requestId = headerId(req, 'Idempotency-Key') ?? randomUUID();
  return { ...asked, requestId, actor: actorOf(req), via: 'api' };
}
