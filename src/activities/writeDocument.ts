import { createHash } from 'node:crypto';
import { buildIncidentReport, renderDocx, renderHtml } from '../documents/index.js';
import type { DocumentModel } from '../documents/index.js';
import { fold } from '../domain/incident/index.js';
import type { DocumentKind, State } from '../domain/incident/index.js';
import { compilePlan } from '../domain/plan/compile.js';
import type { Basis } from '../domain/plan/compiled.js';
import { namesAlong } from '../store/index.js';
import type { Store } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

export interface DocumentRequest {
  incidentId: string;
  effectId: string;
  document: DocumentKind;
  /** The document tells of the events up to this one. */
  upTo: number;
  /** Of a SITREP. */
  number?: number;
}

export interface DocumentFiles {
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

/** The record may lag behind the request by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

const FORMATS = [
  {
    format: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
  {
    format: 'html',
    contentType: 'text/html; charset=utf-8',
    render: async (model: DocumentModel) => Buffer.from(renderHtml(model)),
  },
] as const;

/** Writes the document from the recorded events, in every language of the plan and every format. */
export function writeDocument({ store, directory, zone }: ActivityDeps) {
  return async ({ incidentId, effectId, upTo }: DocumentRequest): Promise<DocumentFiles> => {
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const recorded = await store.eventsOf(incidentId, 0, upTo);
    const incident = await store.getIncident(incidentId);
    const last = recorded.at(-1);
    if (!incident || !last) throw new Error(`incident ${incidentId} is not recorded`);
    const events = recorded.map((r) => r.event);
    const state = fold(await firstBasis(store, incident.state), events);
    const namesAt = await namesAlong(directory, state);
    const facts = { state, events, namesAt, zone, generatedAt: Date.now(), recordHash: last.hash };
    const documentId = `${incidentId}-${effectId}`;
    const files: DocumentFiles['files'] = [];
    for (const lang of state.basis.plan.languages) {
      const model = buildIncidentReport({ ...facts, lang });
      for (const { format, contentType, render } of FORMATS) {
        const bytes = await render(model);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const document = {
          id: documentId,
          incidentId,
          kind: 'incidentReport',
          format,
          lang,
          contentType,
          bytes,
          sha256,
        };
        const saved = await store.saveDocument(document);
        files.push({ format, lang, sha256: saved.sha256 });
      }
    }
    return { documentId, files };
  };
}

/** What the incident was reported under. Who held its posts then is not kept: nothing that is folded reads it. */
async function firstBasis(store: Pick<Store, 'getPlan'>, { basis, plan }: State): Promise<Basis> {
  const first = plan.moves[0]?.from;
  if (first === undefined) return basis;
  const stored = await store.getPlan(first.id, first.version);
  if (!stored) throw new Error(`version ${first.version} of the plan ${first.id} is not in the store`);
  return { plan: compilePlan(stored.document, stored.hash), holders: basis.holders };
}
