import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { z } from 'zod';
import { answerTo, decide, evolve, ownerToday, proofOf, wake } from '../../domain/improvement/index.js';
import type {
  DrillProof,
  ImprovementDecision,
  ImprovementMessage,
  ImprovementState,
  VersionNow,
} from '../../domain/improvement/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { improvementEventWords, improvementRefusalWords } from '../../domain/words/index.js';
import { improvementKey } from '../../store/index.js';
import type { ImprovementAnswer as Taken } from '../../workflows/messages.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import type { ImprovementAnswer, ImprovementDecisionRequest, ImprovementPreview } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { languageOf } from '../language.js';
import { headerId } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { refusedBy } from './refusedBy.js';
import { today } from './groundToday.js';
import type { Today } from './groundToday.js';
import { improvementIdOf, loadImprovement, untilRecorded } from './loadImprovement.js';

type Body = z.infer<typeof ImprovementDecisionRequest>;

/** Takes the decision, or foretells what would follow from it. */
export async function decideImprovement(
  parts: ApiParts,
  req: Request,
  { preview, ifSeq, ...body }: Body,
): Promise<ImprovementAnswer | ImprovementPreview> {
  const id = improvementIdOf(req);
  const known = await parts.store.getImprovement(id);
  const now = await today(parts);
  // Whoever only asks has stored nothing yet.
  if (body.action === 'done' && body.file !== undefined && !preview) await mustHold(parts, id, body.file.sha256);
  const decision = await decisionFrom(parts, known?.state, body, now);
  const actor = actorOf(req);
  const message: ImprovementMessage = {
    requestId: preview ? randomUUID() : (headerId(req, 'Idempotency-Key') ?? randomUUID()),
    ...{ actor, via: 'api', ground: now.groundOf(actor) },
    ...compact({ ownedBy: ownedBy(known?.state, now) }),
    reviewEvery: now.reviewEvery,
    ...(ifSeq === undefined ? {} : { ifSeq }),
    ...decision,
  };
  if (preview) return foretell(parts, req, message, now);
  const taken = (await parts.improvements.decide(id, message)) ?? (await fromTheRecord(parts, req, message));
  if (taken.refusal) throw refusedBy(taken.refusal, now.names, languageOf(req), { seq: taken.seq });
  const { seq, status } = taken;
  await untilRecorded(parts.store, id, seq);
  return { id, requestId: message.requestId, seq, status };
}

function ownedBy(state: ImprovementState | undefined, { who }: Today): PersonId[] | undefined {
  return state !== undefined && 'post' in state.owner ? who.holders[state.owner.post] : undefined;
}

/** Its workflow has ended: what it would have said stands in the record. */
async function fromTheRecord({ store, settings }: ApiParts, req: Request, message: ImprovementMessage): Promise<Taken> {
  const { state } = await loadImprovement(store, req);
  const [event] = decide(state, message, settings.now());
  const { seq, status } = state;
  if (event?.type === 'refused') return { seq, status, refusal: event };
  if (event === undefined) return { seq, status, ...compact({ refusal: answerTo(state, message.requestId)?.refusal }) };
  throw new ProblemError('improvement_not_running', { status });
}

async function foretell(
  { store, settings }: ApiParts,
  req: Request,
  message: ImprovementMessage,
  { names, zone }: Today,
): Promise<ImprovementPreview> {
  const { state } = await loadImprovement(store, req);
  const lang = languageOf(req);
  const woken = wake(state, settings.now()).reduce(evolve, state);
  const events = decide(woken, message, settings.now());
  const refused = events.find((event) => event.type === 'refused');
  const words = events.map((event) =>
    event.type === 'refused'
      ? improvementRefusalWords(event, names, lang).detail
      : improvementEventWords(event, names, lang, zone),
  );
  const about = { preview: true, id: state.improvement, seq: state.seq } as const;
  return { ...about, allowed: refused === undefined, code: refused?.code, words };
}

async function decisionFrom(
  parts: ApiParts,
  state: ImprovementState | undefined,
  body: Omit<Body, 'preview' | 'ifSeq'>,
  { who }: Today,
): Promise<ImprovementDecision> {
  const asked = body as Body;
  switch (asked.action) {
    case 'done': {
      const { note, link, file } = asked;
      return { type: 'handIn', ...compact({ note, link, file }) };
    }
    case 'verify': {
      const linked = state?.version;
      const version = linked && (await versionNow(parts, linked.plan, linked.version));
      const { note, drill } = asked;
      const proof = await proofBy(parts, drill, state?.origin.criterion);
      return { type: 'verify', ...compact({ note, version, drill, proof }) };
    }
    case 'return':
      return { type: 'return', remarks: asked.remarks };
    case 'move':
      return { type: 'move', dueAt: Date.parse(asked.dueAt), reason: asked.reason };
    case 'reassign': {
      const { owner, reason } = asked;
      return { type: 'reassign', owner, ...compact({ holder: ownerToday(owner, who) }), reason };
    }
    case 'cancel':
      return { type: 'cancel', reason: asked.reason };
    case 'link': {
      const { plan, version: number } = asked;
      return { type: 'link', plan, number, ...compact({ version: await versionNow(parts, plan, number) }) };
    }
  }
}

async function versionNow({ store }: ApiParts, plan: string, version: number): Promise<VersionNow | undefined> {
  const found = await store.planVersion(plan, version);
  if (found === undefined) return undefined;
  const { inForceSince } = found.standing;
  return { plan, version, hash: found.hash, tookEffect: inForceSince !== undefined, ...compact({ inForceSince }) };
}

async function proofBy(
  { store }: ApiParts,
  drill: string | undefined,
  criterion: string | undefined,
): Promise<DrillProof | undefined> {
  const kept = drill === undefined || criterion === undefined ? undefined : await store.getDrill(drill);
  return kept && proofOf(kept.state, criterion!);
}

async function mustHold({ store }: ApiParts, id: string, sha256: string): Promise<void> {
  if (await store.findEvidence({ incidentId: improvementKey(id), sha256 })) return;
  throw new ProblemError('improvement_evidence_not_found', { improvement: id, sha256 });
}
