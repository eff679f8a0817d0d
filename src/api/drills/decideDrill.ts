import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import type { DrillDecision, DrillMessage, DrillState } from '../../domain/drill/index.js';
import { inMilliseconds } from '../../domain/plan/compile/durations.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import type { DrillAnswer, DrillDecisionRequest } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { today } from '../improvements/groundToday.js';
import { headerId } from '../parse.js';
import { carryOut } from './carryOut.js';
import { drillIdOf, untilRecorded } from './loadDrill.js';
import { inPost } from './inPost.js';
import { mustBeReadable } from './readableFacts.js';
import { refusedBy } from './refusedBy.js';
import { revisionFrom } from './reviseDrill.js';
import { sheetApart } from './sheetApart.js';

type Body = z.infer<typeof DrillDecisionRequest>;

export async function decideDrill(parts: ApiParts, req: Request, { ifSeq, ...body }: Body): Promise<DrillAnswer> {
  const { store } = parts;
  const id = drillIdOf(req);
  const known = (await store.getDrill(id))?.state;
  if (body.action === 'addInject') await mustBeReadable(parts, known, body.facts ?? {});
  const requestId = headerId(req, 'Idempotency-Key') ?? randomUUID();
  const message: DrillMessage = {
    ...{ requestId, actor: actorOf(req), via: 'api' as const },
    ...(ifSeq === undefined ? {} : { ifSeq }),
    ...(BY_POST.includes(body.action) ? compact({ inPost: await inPost(parts, req) }) : {}),
    ...(body.action === 'revise'
      ? { type: 'revise' as const, ...(await revisionFrom(parts, req, known, body)) }
      : decisionFrom(body, known)),
  };
  const isSheet = body.action === 'answer' && known !== undefined;
  const taken = await carryOut(parts, id, isSheet ? await sheetApart(parts, known, message, body.answers) : message);
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
