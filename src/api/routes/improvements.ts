import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { changesPlan } from '../../domain/improvement/index.js';
import type { ImprovementVerdict, KnownHead } from '../../domain/record.js';
import { checkImprovement } from '../../record/index.js';
import { cursorAfter, improvementKey, readCursor } from '../../store/index.js';
import { actorOf } from '../auth.js';
import { compact } from '../compact.js';
import {
  EvidenceQuery,
  ImprovementDecisionRequest,
  ImprovementMinSeq,
  ImprovementQuery,
  ImprovementRequest,
  IncidentImprovementRequest,
} from '../contract.js';
import type {
  Improvement,
  ImprovementChain,
  ImprovementEvidence,
  ImprovementList,
  ImprovementRecord,
  ImprovementVerification,
} from '../contract.js';
import { decisionRoute } from '../decisionRoute.js';
import type { ApiParts } from '../deps.js';
import { chainFor } from '../improvements/chain.js';
import { decideImprovement } from '../improvements/decideImprovement.js';
import { today } from '../improvements/groundToday.js';
import { improvementIdOf, loadImprovement } from '../improvements/loadImprovement.js';
import { openImprovement } from '../improvements/openImprovement.js';
import { languageOf } from '../language.js';
import { byCaller, limit, USUAL_LIMITS } from '../limits.js';
import { parseBody, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readFileBytes, readJson } from '../readBody.js';
import { improvementRecordView, improvementView } from '../views/improvementView.js';
import { improvementProofView } from '../views/recordView.js';
import { bytesOf, sendEvidence } from './evidence.js';
import { headsAsked } from '../record/headsAsked.js';
import type { Routes } from './router.js';

const ALL = '/api/v1/improvements';
const ONE = `${ALL}/:improvementId`;

/** The record follows a decision within a moment. */
const RECORD_LAG_MS = 2_000;

/** With the size of one file this bounds what one improvement can do to the database. */
const MOST_FILES = 50;

/** Corrective actions, those of incidents and others. */
export const improvementRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const holders = holdersOnly(parts);
  const rarely = limit({ ...USUAL_LIMITS, ...settings.limits }.records, byCaller);

  decisionRoute(router, parts)(
    'improvements',
    IncidentImprovementRequest,
    ({ type: kind, action: measure, dueAt, planChange, ...body }) => ({
      type: 'improvement',
      ...compact(body),
      measure,
      kind,
      dueAt: Date.parse(dueAt),
      planChange: changesPlan(kind, planChange),
    }),
  );

  router.post(ALL, ...readJson, async (req, res) => {
    const body = parseBody(ImprovementRequest, req);
    const now = await today(parts);
    const state = await openImprovement(parts, req, { ...body, origin: { kind: body.origin } }, now);
    const view = improvementView(state, now, languageOf(req), settings.now());
    res.status(201).json(view satisfies Improvement);
  });

  router.get(ALL, async (req, res) => {
    const {
      status,
      owner,
      overdue,
      origin,
      incident: incidentId,
      limit: most,
      cursor,
    } = parseQuery(ImprovementQuery, req);
    const now = await today(parts);
    const held = owner === undefined ? [] : now.groundOf({ kind: 'person', id: owner }).held;
    const states = await store.listImprovements({
      ...compact({ status, origin, incidentId }),
      ...(owner === undefined ? {} : { owner: { person: owner, posts: held } }),
      ...(overdue === undefined ? {} : { overdueAt: settings.now() }),
      ...(cursor === undefined ? {} : { after: readCursor(cursor) }),
      limit: most + 1,
    });
    const page = states.slice(0, most);
    const last = page.at(-1);
    res.json({
      items: page.map((state) => improvementView(state, now, languageOf(req), settings.now())),
      next: states.length > most && last !== undefined ? cursorAfter(last) : undefined,
    } satisfies ImprovementList);
  });

  router.get(ONE, async (req, res) => {
    const { minSeq } = parseQuery(ImprovementMinSeq, req);
    const id = improvementIdOf(req);
    if (minSeq !== undefined) await store.waitForImprovement(id, minSeq, RECORD_LAG_MS);
    const { state, headHash } = await loadImprovement(store, req);
    const { version } = state;
    const [events, { faultsInAll }, linked, now] = await Promise.all([
      store.improvementEventsOf(id),
      proofOf(parts, id),
      version && store.planVersion(version.plan, version.version),
      today(parts),
    ]);
    const kept = { state, headHash, events, intact: faultsInAll === 0, linked };
    res.json(improvementRecordView(kept, now, languageOf(req), settings.now()) satisfies ImprovementRecord);
  });

  router.get(`${ONE}/chain`, async (req, res) => {
    res.json((await chainFor(parts, req)) satisfies ImprovementChain);
  });

  router.get(`${ONE}/record/verification`, rarely, async (req, res) => {
    const id = improvementIdOf(req);
    const verdict = await proofOf(parts, id, headsAsked(req));
    const { seq, faults, faultsInAll } = verdict;
    // Nobody may be looking at the answer of a script.
    if (faultsInAll > 0) {
      // What was found may be anybody's words, and stays out of the log.
      const { found: _, needed: __, ...first } = faults[0] ?? {};
      parts.log.error({ improvementId: id, seq, faultsInAll, first }, 'the record of an improvement is not intact');
    }
    res.json(improvementProofView(verdict, languageOf(req)) satisfies ImprovementVerification);
  });

  router.post(`${ONE}/decisions`, ...readJson, async (req, res) => {
    res.json(await decideImprovement(parts, req, parseBody(ImprovementDecisionRequest, req)));
  });

  router.post(`${ONE}/evidence`, holders, readFileBytes, async (req, res) => {
    const { name } = parseQuery(EvidenceQuery, req);
    const { state } = await loadImprovement(store, req);
    const bytes = bytesOf(req);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = { incidentId: improvementKey(state.improvement), sha256 };
    const files = await store.countEvidence(key.incidentId);
    if (files >= MOST_FILES && (await store.findEvidence(key)) === undefined) {
      throw new ProblemError('too_much_evidence', { files }, { most: MOST_FILES });
    }
    const actor = actorOf(req);
    const saved = await store.saveEvidence({
      ...{ ...key, name, size: bytes.length, bytes },
      contentType: req.get('content-type')?.slice(0, 100) ?? 'application/octet-stream',
      storedBy: actor.kind === 'person' ? actor.id : actor.kind,
    });
    const { contentType, size } = saved;
    const improvementId = state.improvement;
    const url = `${ALL}/${improvementId}/evidence/${sha256}`;
    res
      .status(201)
      .json({ improvementId, sha256, name: saved.name, contentType, size, url } satisfies ImprovementEvidence);
  });

  router.get(`${ONE}/evidence/:sha256`, holders, async (req, res) => {
    const improvement = improvementIdOf(req);
    const sha256 = String(req.params['sha256']);
    const file = await store.readEvidence({ incidentId: improvementKey(improvement), sha256 });
    if (file === undefined) {
      throw new ProblemError('improvement_evidence_not_found', { improvement, sha256: sha256.slice(0, 100) });
    }
    sendEvidence(res, file);
  });
};

async function proofOf({ store }: ApiParts, id: string, heads: readonly KnownHead[] = []): Promise<ImprovementVerdict> {
  const kept = await store.keptImprovement(id);
  if (kept === undefined) throw new ProblemError('improvement_not_found', { improvement: id });
  return checkImprovement(kept, heads);
}

/** Whoever holds a post today; before the body is read. */
function holdersOnly(parts: ApiParts): RequestHandler {
  return async (req: Request, _res, next) => {
    const { held } = (await today(parts)).groundOf(actorOf(req));
    next(held.length > 0 ? undefined : new ProblemError('post_in_incident_required'));
  };
}
