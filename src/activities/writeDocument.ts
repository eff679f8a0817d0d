import { createHash } from 'node:crypto';
import { recordedFiles } from '../documents/index.js';
import { fold } from '../domain/incident/index.js';
import type { DocumentKind } from '../domain/incident/index.js';
import { firstBasis, namesAlong } from '../store/index.js';
import type { ActivityDeps } from './deps.js';

export interface DocumentRequest {
  incidentId: string;
  effectId: string;
  document: DocumentKind;
  /** The document tells of the events up to this one. */
  upTo: number;
  /** Of a SITREP. */
  number?: number;
  /** Of an incident report that was submitted or approved. */
  version?: number;
}

export interface DocumentFiles {
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

/** The record may lag behind the request by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/** Writes the document from the recorded events, in every language of the plan and every format. */
export function writeDocument({ store, directory, zone }: ActivityDeps) {
  return async ({ incidentId, effectId, document, upTo, number }: DocumentRequest): Promise<DocumentFiles> => {
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const recorded = await store.eventsOf(incidentId, 0, upTo);
    const incident = await store.getIncident(incidentId);
    if (!incident) throw new Error(`incident ${incidentId} is not recorded`);
    const basis = await firstBasis(store, incident.state);
    const state = fold(
      basis,
      recorded.map(({ event }) => event),
    );
    const [namesAt, plan] = await Promise.all([namesAlong(directory, state), directory.document(state.basis.plan)]);
    const documentId = `${incidentId}-${effectId}`;
    const files: DocumentFiles['files'] = [];
    const about = { incidentId, document, number, recorded, basis, namesAt, plan, zone, now: Date.now() };
    for await (const { bytes, ...file } of recordedFiles(about)) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const saved = await store.saveDocument({ id: documentId, incidentId, kind: document, ...file, bytes, sha256 });
      files.push({ format: file.format, lang: file.lang, sha256: saved.sha256 });
    }
    return { documentId, files };
  };
}
