import { createHash } from 'node:crypto';
import { isOver, plansOf } from '../domain/incident/index.js';
import type { DocumentKind, State } from '../domain/incident/index.js';
import { firstBasis } from '../store/index.js';
import type { ActivityDeps } from './deps.js';
import { Turns } from './turns.js';

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
  /** Of one that was approved: its text is what stood by this event. */
  textUpTo?: number;
}

export interface DocumentFiles {
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

/** The record may lag behind the request by one recording; silence longer than this is left to the retry. */
const RECORD_LAG_MS = 2_000;

/** Read in such portions, so that what is decided meanwhile does not wait behind the record of a long incident. */
const READ_AT_ONCE = 500;

/** Writes the document from the recorded events, in every language of the plan and every format. */
export function writeDocument(deps: ActivityDeps) {
  const { store, directory, desk, zone } = deps;
  // The desk is given one record after the other.
  const turns = new Turns(1);

  async function filesOf({ incidentId, document, upTo, number, textUpTo }: DocumentRequest, state: State) {
    await bringRecord(deps, state, upTo);
    const versions = new Map(plansOf(state).map(({ id, version }) => [`${id} ${version}`, { id, version }]));
    return desk.write({
      ...{ incidentId, document, upTo, zone },
      ...(number === undefined ? {} : { number }),
      ...(textUpTo === undefined ? {} : { textUpTo }),
      plans: await Promise.all(
        [...versions.values()].map(async (plan) => ({ ...plan, document: await directory.document(plan) })),
      ),
      people: await directory.named(),
    });
  }

  return async (request: DocumentRequest): Promise<DocumentFiles> => {
    const { incidentId, effectId, document, upTo } = request;
    if (!(await store.waitForSeq(incidentId, upTo, RECORD_LAG_MS))) {
      throw new Error(`event ${upTo} of incident ${incidentId} is not recorded yet; it is tried again`);
    }
    const written = await turns.take(async () => {
      const incident = await store.getIncident(incidentId);
      if (!incident) throw new Error(`incident ${incidentId} is not recorded`);
      const { state } = incident;
      if (!isOver(state.phase)) return filesOf(request, state);
      // Of an incident that is over texts may be erased at any time: nothing of it is kept.
      await desk.forget(incidentId);
      return filesOf(request, state).finally(() => desk.forget(incidentId));
    });
    const documentId = `${incidentId}-${effectId}`;
    const files: DocumentFiles['files'] = [];
    for (const { bytes, ...file } of written) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const saved = await store.saveDocument({ id: documentId, incidentId, kind: document, ...file, bytes, sha256 });
      files.push({ format: file.format, lang: file.lang, sha256: saved.sha256 });
    }
    return { documentId, files };
  };
}

/** What the desk does not have yet. */
async function bringRecord({ store, desk }: ActivityDeps, state: State, upTo: number): Promise<void> {
  const { incidentId } = state;
  let has = await desk.has(incidentId);
  let start = has === 0 ? { basis: await firstBasis(store, state) } : {};
  while (has < upTo) {
    const read = await store.eventsOf(incidentId, has, Math.min(READ_AT_ONCE, upTo - has));
    if (read.length === 0) throw new Error(`event ${has + 1} of incident ${incidentId} is not recorded`);
    await desk.add({ incidentId, recorded: read.map(({ event, hash }) => ({ event, hash })), ...start });
    start = {};
    has += read.length;
  }
}
