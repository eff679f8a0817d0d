import type { State } from '../../domain/incident/index.js';
import type { KeptRecord } from '../../record/index.js';
import { sha256 } from '../../seal/index.js';
import { firstBasis } from '../../store/index.js';
import type { DocumentEntry, EvidenceEntry, KeptIncident, Notice, Store } from '../../store/index.js';

/** So many rows are in memory at a time. */
const ROWS = 500;

/** What stands in the store of one incident at this moment. */
export interface StoredRecord extends KeptRecord {
  incident: KeptIncident;
  noticeRows: Notice[];
  documentEntries: DocumentEntry[];
  evidenceEntries: EvidenceEntry[];
}

/** Undefined where nothing is recorded of it. Of documents and files one is in memory at a time. */
export async function storedRecord(store: Store, id: string): Promise<StoredRecord | undefined> {
  const incident = await store.keptIncident(id);
  if (!incident) return undefined;
  const [noticeRows, documentEntries, evidenceEntries] = [
    await store.noticesOf(id),
    await store.listDocuments(id),
    await store.listEvidence(id),
  ];
  const upTo = incident.seq;

  return {
    incident,
    noticeRows,
    documentEntries,
    evidenceEntries,
    events: () => paged((afterSeq) => store.keptEvents(id, { afterSeq, upTo, limit: ROWS }), 'seq'),
    messages: () => paged((afterSeq) => store.keptMessages(id, { afterSeq, upTo, limit: ROWS }), 'firstSeq'),
    basis: (hash) => store.keptBasis(hash),
    likelyFirstBasis: async () => {
      const { state } = (await store.getIncident(id)) as { state: State };
      return firstBasis(store, state);
    },
    plan: (plan) => store.getPlan(plan.id, plan.version),
    async *notices() {
      yield* noticeRows;
    },
    async *documents() {
      for (const entry of documentEntries) {
        const stored = await store.readDocument(entry);
        if (stored) yield { ...entry, found: sha256(stored.bytes) };
      }
    },
    async *evidence() {
      for (const entry of evidenceEntries) {
        const stored = await store.readEvidence(entry);
        if (stored) yield { sha256: entry.sha256, found: sha256(stored.bytes) };
      }
    },
  };
}

async function* paged<K extends string, T extends Record<K, number>>(
  read: (after: number) => Promise<T[]>,
  number: K,
): AsyncGenerator<T> {
  for (let after = 0; ;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS) return;
    after = last[number];
  }
}
