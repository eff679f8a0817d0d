import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Actor, State } from '../../domain/incident/index.js';
import { actorOf } from '../auth.js';
import { EvidenceQuery } from '../contract.js';
import type { Evidence } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { incidentIdOf } from '../incidentId.js';
import { loadIncident } from '../loadIncident.js';
import { parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readFileBytes } from '../readBody.js';
import type { EvidenceEntry, StoredEvidence } from '../../store/index.js';
import { evidenceUrl } from '../views/taskView.js';
import type { Routes } from './router.js';

/** With the size of one file this bounds what one incident can do to the database: 4 GB at the very most. */
const MOST_FILES = 200;

export const evidenceRoutes: Routes = (router, parts) => {
  const holders = holdersOnly(parts);

  router.post('/api/v1/incidents/:incidentId/evidence', holders, readFileBytes, async (req, res) => {
    const { name } = parseQuery(EvidenceQuery, req);
    const bytes = bytesOf(req);
    const key = { incidentId: incidentIdOf(req), sha256: createHash('sha256').update(bytes).digest('hex') };
    await refuseTooMany(parts, key);
    const actor = actorOf(req);
    const saved = await parts.store.saveEvidence({
      ...key,
      name,
      contentType: req.get('content-type')?.slice(0, 100) ?? 'application/octet-stream',
      size: bytes.length,
      bytes,
      storedBy: actor.kind === 'person' ? actor.id : actor.kind,
    });
    res.status(201).json(view(saved));
  });

  router.get('/api/v1/incidents/:incidentId/evidence/:sha256', holders, async (req, res) => {
    const key = { incidentId: incidentIdOf(req), sha256: String(req.params['sha256']) };
    const file = await parts.store.readEvidence(key);
    if (file === undefined) throw notFound(key);
    sendEvidence(res, file);
  });
};

/** Kept, never shown: it may be anything at all. */
export function sendEvidence(res: Response, { name, sha256, bytes }: StoredEvidence): void {
  res.set({
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-cache',
    ETag: `"${sha256}"`,
  });
  res.send(Buffer.from(bytes));
}

/** Whoever finishes a task with a file has stored it before. */
export async function mustHold({ store }: ApiParts, incidentId: string, sha256: string): Promise<void> {
  if ((await store.findEvidence({ incidentId, sha256 })) === undefined) throw notFound({ incidentId, sha256 });
}

/** Whoever holds a post in the incident. */
export function readsEvidence({ basis }: State, actor: Actor): boolean {
  return Object.values(basis.holders).some((people) => actor.kind === 'person' && people.includes(actor.id));
}

/** Before the body is read. */
function holdersOnly(parts: ApiParts): RequestHandler {
  return async (req, _res, next) => {
    const state = await loadIncident(parts, incidentIdOf(req));
    next(readsEvidence(state, actorOf(req)) ? undefined : new ProblemError('post_in_incident_required'));
  };
}

/** What is there already may come again. */
async function refuseTooMany({ store }: ApiParts, key: { incidentId: string; sha256: string }): Promise<void> {
  const files = await store.countEvidence(key.incidentId);
  if (files < MOST_FILES || (await store.findEvidence(key)) !== undefined) return;
  throw new ProblemError('too_much_evidence', { files }, { most: MOST_FILES });
}

export function bytesOf({ body }: Request): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new ProblemError('evidence_empty');
}

function notFound(key: { incidentId: string; sha256: string }): ProblemError {
  return new ProblemError('evidence_not_found', { incidentId: key.incidentId, sha256: key.sha256.slice(0, 100) });
}

function view({ incidentId, sha256, name, contentType, size }: EvidenceEntry): Evidence {
  return { incidentId, sha256, name, contentType, size, url: evidenceUrl(incidentId, sha256) };
}
