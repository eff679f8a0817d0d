import { createHash } from 'node:crypto';
import {
  aftermathOf,
  buildIncidentReport,
  buildSitrep,
  readSitrep,
  renderDocx,
  renderHtml,
} from '../documents/index.js';
import type { DocumentModel } from '../documents/index.js';
import { fold } from '../domain/incident/index.js';
import type { DocumentKind } from '../domain/incident/index.js';
import type { Lang } from '../domain/lang.js';
import { firstBasis, namesAlong } from '../store/index.js';
import type { RecordedEvent } from '../store/index.js';
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
export function writeDocument(deps: ActivityDeps) {
  const { store } = deps;
  return async (request: DocumentRequest): Promise<DocumentFiles> => {
    const { incidentId, effectId, document: kind, upTo } = request;
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const recorded = await store.eventsOf(incidentId, 0, upTo);
    const { languages, modelIn } = await modelsFor(deps, request, recorded);
    const documentId = `${incidentId}-${effectId}`;
    const files: DocumentFiles['files'] = [];
    for (const lang of languages) {
      const model = modelIn(lang);
      for (const { format, contentType, render } of FORMATS) {
        const bytes = await render(model);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const document = { id: documentId, incidentId, kind, format, lang, contentType, bytes, sha256 };
        const saved = await store.saveDocument(document);
        files.push({ format, lang, sha256: saved.sha256 });
      }
    }
    return { documentId, files };
  };
}

interface Models {
  languages: Lang[];
  modelIn: (lang: Lang) => DocumentModel;
}

async function modelsFor(
  { store, directory, zone }: ActivityDeps,
  { incidentId, document, number }: DocumentRequest,
  recorded: RecordedEvent[],
): Promise<Models> {
  const incident = await store.getIncident(incidentId);
  const last = recorded.at(-1);
  if (!incident || !last) throw new Error(`incident ${incidentId} is not recorded`);
  const basis = await firstBasis(store, incident.state);
  const events = recorded.map((r) => r.event);
  const state = fold(basis, events);
  const namesAt = await namesAlong(directory, state);
  const { languages } = state.basis.plan;
  if (document === 'incidentReport') {
    const hashes = new Map(recorded.map(({ event, hash }) => [event.seq, hash]));
    const facts = {
      ...{ state, events, namesAt, zone, generatedAt: Date.now(), recordHash: last.hash },
      hashAt: (seq: number) => hashes.get(seq),
      document: await directory.document(state.basis.plan),
      aftermath: aftermathOf(events),
    };
    return { languages, modelIn: (lang) => buildIncidentReport({ ...facts, lang }) };
  }
  const read = number === undefined ? undefined : readSitrep(recorded, { basis, number, now: last.event.at });
  if (read === undefined) throw new Error(`SITREP ${number} of incident ${incidentId} is not recorded`);
  return { languages, modelIn: (lang) => buildSitrep({ ...read, namesAt, zone, lang }) };
}
