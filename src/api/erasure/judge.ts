import { redacted } from '../../domain/erasure/index.js';
import type { Message, State } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import { checkRecord } from '../../record/index.js';
import { sha256 } from '../../seal/index.js';
import { firstBasis } from '../../store/index.js';
import type { DocumentEntry, EvidenceEntry, IncidentErasure, RecordedEvent, Store } from '../../store/index.js';
import { ProblemError } from '../problemError.js';
import { storedRecord } from '../record/storedRecord.js';
import { documentsOf } from './documentsNaming.js';
import { placesIn } from './places.js';
import type { Place } from './places.js';
import type { Selection } from './selection.js';

/** What an erasure comes upon in one incident. */
export interface Judged {
  incidentId: string;
  state: State;
  headHash: string;
  basis: Basis;
  /** As recorded; what is to be erased is in it still. */
  recorded: RecordedEvent[];
  texts: IncidentErasure['texts'];
  places: Place[];
  messages: IncidentErasure['messages'];
  /** Those that can be read to name somebody. */
  documents: DocumentEntry[];
  /** For a person to decide on: nothing can look into them. */
  evidence: EvidenceEntry[];
  /** Of those, whatever is to be destroyed. */
  destroyed: string[];
}

const ROWS = 500;

export async function eventsOf(store: Store, incidentId: string): Promise<RecordedEvent[]> {
  const recorded: RecordedEvent[] = [];
  for (;;) {
    const rows = await store.eventsOf(incidentId, recorded.at(-1)?.event.seq ?? 0, ROWS);
    recorded.push(...rows);
    if (rows.length < ROWS) return recorded;
  }
}

/** `evidence`: what the caller has decided to destroy. */
export async function judge(
  store: Store,
  incidentId: string,
  selection: Selection,
  evidence: ReadonlySet<string>,
): Promise<Judged> {
  const incident = await store.getIncident(incidentId);
  const record = await storedRecord(store, incidentId);
  if (!incident || !record) throw new ProblemError('incident_not_found', { incidentId });
  const { state, headHash } = incident;
  const basis = await basisFrom(store, state, record.incident.firstBasisHash);
  const recorded = await eventsOf(store, incidentId);
  const files = (await store.listEvidence(incidentId)).filter((file) => concerns(file, selection));
  const { traces, certain } = selection;
  const events = recorded.map(({ event }) => event);
  const places = placesIn({ of: 'incident', id: incidentId }, events, traces, (event, field, text) =>
    selection.erasesText(event, field, text),
  );
  const judged: Judged = {
    ...{ incidentId, state, headHash, basis, recorded, places },
    texts: textsAt(places),
    messages: await messagesOf(store, incidentId, state.seq, selection),
    // One that tells of a colleague of the same name, and of no text that goes, stays as it was written.
    documents: await documentsOf(store, incidentId, (places.length > 0 ? traces : certain).finds),
    evidence: files,
    destroyed: files.map((file) => file.sha256).filter((hash) => evidence.has(hash)),
  };
  // What is written anew from a record that was changed would hide the change.
  if (changesRecord(judged) && (await checkRecord(record)).faultsInAll > 0) {
    throw new ProblemError('record_not_intact', { incidentId });
  }
  return judged;
}

/** What an incident was reported under. */
export async function basisOf(store: Store, state: State): Promise<Basis> {
  const kept = await store.keptIncident(state.incidentId);
  return basisFrom(store, state, kept?.firstBasisHash ?? null);
}

async function basisFrom(store: Store, state: State, firstBasisHash: string | null): Promise<Basis> {
  const kept = firstBasisHash === null ? undefined : await store.keptBasis(firstBasisHash);
  return kept === undefined ? firstBasis(store, state) : (JSON.parse(kept) as Basis);
}

export function changesRecord({ texts, messages, documents, destroyed }: Judged): boolean {
  return [texts, messages, documents, destroyed].some((those) => those.length > 0);
}

function textsAt(places: readonly Place[]): IncidentErasure['texts'] {
  const fields = new Map<number, string[]>();
  for (const { seq, field } of places) fields.set(seq, [...(fields.get(seq) ?? []), field]);
  return [...fields].map(([seq, those]) => ({ seq, fields: those }));
}

/** Of a message, what says who sent it under which key is in the chain as well. */
const IN_THE_CHAIN = ['requestId', 'via', 'type', 'kind', 'id'];

async function messagesOf(
  store: Store,
  incidentId: string,
  upTo: number,
  selection: Selection,
): Promise<IncidentErasure['messages']> {
  const found: IncidentErasure['messages'] = [];
  for (let afterSeq = 0; ;) {
    const rows = await store.keptMessages(incidentId, { afterSeq, upTo, limit: ROWS });
    for (const { firstSeq, message: json } of rows) {
      const message = JSON.parse(json) as Message;
      const { value, count } = redacted(
        message,
        (text, key) => !IN_THE_CHAIN.includes(key) && selection.erasesInMessage(message, key, text),
      );
      if (count === 0) continue;
      const left = JSON.stringify(value);
      found.push({ firstSeq, message: left, sha256: sha256(left) });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return found;
    afterSeq = last.firstSeq;
  }
}

function concerns({ name, storedBy }: EvidenceEntry, { scope, person, traces }: Selection): boolean {
  return scope === 'incident' || storedBy === person || traces.finds(name);
}
