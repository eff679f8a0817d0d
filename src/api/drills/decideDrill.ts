import { createHash, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import { decide } from '../../domain/drill/index.js';
import type { DrillDecision, DrillMessage, DrillState } from '../../domain/drill/index.js';
import { inMilliseconds } from '../../domain/plan/compile/durations.js';
import type { DrillDecisionAnswer as Taken } from '../../workflows/messages.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import type { DrillAnswer, DrillDecisionRequest } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { today } from '../improvements/groundToday.js';
import { headerId } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { drillIdOf, loadDrill, untilRecorded } from './loadDrill.js';
import { inPost } from './inPost.js';
import { refusedBy } from './refusedBy.js';
import { revisionFrom } from './reviseDrill.js';

type Body = z.infer<typeof DrillDecisionRequest>;

export async function decideDrill(parts: ApiParts, req: Request, { ifSeq, ...body }: Body): Promise<DrillAnswer> {
  const { store, drills } = parts;
  const id = drillIdOf(req);
  const known = (await store.getDrill(id))?.state;
  const requestId = headerId(req, 'Idempotency-Key') ?? randomUUID();
  const message: DrillMessage = {
    ...{ requestId, actor: actorOf(req), via: 'api' as const },
    ...(ifSeq === undefined ? {} : { ifSeq }),
    ...(BY_POST.includes(body.action) ? compact({ inPost: await inPost(parts, req) }) : {}),
    ...(body.action === 'revise'
      ? { type: 'revise' as const, ...(await revisionFrom(parts, req, known, body)) }
      : decisionFrom(body, known)),
  };
  if (body.action === 'answer' && known?.rules.feedback.anonymous) {
    message.requestId = halfOf(requestId, 'answer');
    await keepSheet(parts, known, message, { id: halfOf(requestId, 'sheet'), answers: body.answers });
  }
  const taken = (await drills.decide(id, message)) ?? (await fromTheRecord(parts, req, message));
  if (taken.refusal) {
    const { names } = await today(parts);
    throw refusedBy(taken.refusal, names, languageOf(req), { seq: taken.seq });
  }
  const { seq, status } = taken;
  await untilRecorded(store, id, seq);
  return { id, requestId, seq, status };
}

/** For these somebody may have the post by now. */
const BY_POST: Body['action'][] = ['approve', 'return', 'callOff', 'accept'];

/**
 * Of the key of a request, which is nowhere kept: one half stands in the record beside who has sent it, the other one is the id of
 * the sheet. A repeat finds both again; from one nobody finds the other.
 */
function halfOf(key: string, half: 'answer' | 'sheet'): string {
  return createHash('sha256').update(`${half} ${key}`).digest('hex');
}

/** It lies apart from the record, without a name and a time, and counts once the record counts its person. */
async function keepSheet(
  { store, settings }: ApiParts,
  state: DrillState,
  message: DrillMessage,
  { id, answers }: { id: string; answers: Record<string, string> },
): Promise<void> {
  const said = Object.entries(answers).filter(([, text]) => text.trim() !== '');
  const known = Array.from({ length: state.rules.feedback.questions }, (_, i) => `q${i + 1}`);
  const odd = said.map(([question]) => question).filter((question) => !known.includes(question));
  if (odd.length > 0) throw new ProblemError('unknown_drill_question', { questions: odd }, { questions: known });
  if (said.length === 0) throw new ProblemError('drill_answers_required', {}, { questions: known });
  // Whoever would be refused leaves nothing behind.
  const [event] = decide(state, message, settings.now());
  if (event?.type !== 'feedbackCounted') return;
  const { requestId: request } = message;
  await store.saveSheet({ drillId: state.drill, id, answers: Object.fromEntries(said), request });
}

/** Its workflow has ended: what it would have said stands in the record. */
async function fromTheRecord({ store, settings }: ApiParts, req: Request, message: DrillMessage): Promise<Taken> {
  const { state } = await loadDrill(store, req);
  const [event] = decide(state, message, settings.now());
  const { seq, status } = state;
  if (event?.type === 'refused') return { seq, status, refusal: event };
  if (event === undefined) return { seq, status };
  throw new ProblemError('drill_not_running', { status });
}

function decisionFrom(asked: Exclude<Body, { action: 'revise' }>, state: DrillState | undefined): DrillDecision {
  switch (asked.action) {
    case 'submitScheme':
    case 'approve':
    case 'start':
    case 'end':
    case 'accept':
      return { type: asked.action };
    case 'return':
      return { type: state?.status === 'submitted' ? 'returnReport' : 'giveBack', remarks: asked.remarks };
    case 'callOff':
      return { type: 'callOff', reason: asked.reason };
    case 'stop':
      return { type: 'stop', ...compact({ reason: asked.reason }) };
    case 'pace':
      return { type: 'setPace', ...compact({ pace: asked.pace }) };
    case 'inject':
      return { type: 'inject', inject: asked.inject };
    case 'skip':
      return { type: 'skip', inject: asked.inject, reason: asked.reason };
    case 'addInject': {
      const { event, expected, players, facts, objective, evaluator, expects } = asked;
      const seen = expects?.map(inMilliseconds('within')).map((one) => ({ ...compact(one) }));
      return {
        type: 'addInject',
        event,
        players,
        ...compact({ expected, facts, objective, evaluator, expects: seen }),
      };
    }
    case 'observe': {
      const { note, criterion, inject } = asked;
      return { type: 'observe', note, ...compact({ criterion, inject }) };
    }
    case 'answer':
      return {
        type: 'answer',
        ...(state?.rules.feedback.anonymous ? {} : { answers: asked.answers }),
        ...compact({ for: asked.for }),
      };
    case 'rate': {
      const { criterion, rating, reason } = asked;
      return { type: 'rate', criterion, rating, reason };
    }
    case 'submit': {
      const { problems, suggestions, despite } = asked;
      return { type: 'submit', problems, suggestions, ...compact({ despite }) };
    }
  }
}
