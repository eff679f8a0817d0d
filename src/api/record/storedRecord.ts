import type { State } from '../../domain/incident/index.js';
import type { BundleSource, EvidenceFile, KeptImprovement } from '../../record/index.js';
import { sha256 } from '../../seal/index.js';
import { firstBasis, improvementKey } from '../../store/index.js';
import type { EvidenceEntry, Notice, Store } from '../../store/index.js';
import { iso } from '../views/named.js';

/** So many rows are in memory at a time. */
const ROWS = 500;
/** More than can come of an incident. */
const MOST_IMPROVEMENTS = 1_000;
/** A ZIP of this kind ends at 4 GiB; the rest of a bundle is far below what is left. */
const MOST_FILE_BYTES = 4e9;

/** What stands in the store of one incident at this moment. Undefined where nothing is recorded of it. */
export async function storedRecord(
  store: Store,
  id: string,
  { readsEvidence = true, mostFileBytes = MOST_FILE_BYTES }: { readsEvidence?: boolean; mostFileBytes?: number } = {},
): Promise<BundleSource | undefined> {
  const incident = await store.keptIncident(id);
  if (!incident) return undefined;
  const notices = await store.noticesOf(id);
  const documents = await store.listDocuments(id);
  const evidence = await store.listEvidence(id);
  const upTo = incident.seq;
  let fileBytes = 0;
  /** They go on meanwhile: what is written is what was checked. */
  let improvements: Promise<KeptImprovement[]> | undefined;

  return {
    incident,
    events: () => paged((afterSeq) => store.keptEvents(id, { afterSeq, upTo, limit: ROWS }), 'seq'),
    messages: () => paged((afterSeq) => store.keptMessages(id, { afterSeq, upTo, limit: ROWS }), 'firstSeq'),
    basis: (hash) => store.keptBasis(hash),
    likelyFirstBasis: async () => {
      const { state } = (await store.getIncident(id)) as { state: State };
      return firstBasis(store, state);
    },
    plan: (plan) => store.getPlan(plan.id, plan.version),
    async *notices() {
      for (const notice of notices) yield receiptOf(notice);
    },
    async *documents() {
      for await (const { entry, bytes } of documentFiles()) yield { ...entry, found: sha256(bytes) };
    },
    documentFiles,
    async *evidence() {
      for (const entry of evidence) {
        const stored = await store.readEvidence(entry);
        if (!stored) continue;
        const size = { noted: entry.size, found: stored.bytes.length };
        yield { sha256: entry.sha256, found: sha256(stored.bytes), size };
      }
    },
    evidenceFiles: () => filesIn(evidence),
    async *improvements() {
      yield* await (improvements ??= improvementsOf(store, id));
    },
    async *improvementFiles(improvement) {
      yield* filesIn(await store.listEvidence(improvementKey(improvement)));
    },
  };

  async function* filesIn(entries: readonly EvidenceEntry[]): AsyncGenerator<EvidenceFile> {
    for (const { incidentId, storedAt, ...rest } of entries) {
      const fits = fileBytes + rest.size <= mostFileBytes;
      const stored = readsEvidence && fits ? await store.readEvidence({ incidentId, sha256: rest.sha256 }) : undefined;
      if (stored !== undefined) fileBytes += rest.size;
      const entry = { ...rest, storedAt: iso(storedAt) };
      yield stored === undefined ? { entry } : { entry, bytes: stored.bytes };
    }
  }

  async function* documentFiles() {
    for (const key of documents) {
      const stored = await store.readDocument(key);
      if (!stored) continue;
      const { incidentId: _, bytes, createdAt, ...rest } = stored;
      yield { entry: { ...rest, createdAt: iso(createdAt) }, bytes };
    }
  }
}

async function improvementsOf(store: Store, incidentId: string): Promise<KeptImprovement[]> {
  const kept: KeptImprovement[] = [];
  for (const { improvement } of await store.listImprovements({ incidentId, limit: MOST_IMPROVEMENTS })) {
    const one = await store.keptImprovement(improvement);
    if (one) kept.push(one);
  }
  return kept;
}

/** Field by field: addresses, subjects, which quote titles, and texts with their signed links stay in the store. */
function receiptOf(notice: Notice) {
  const { noticeId, effectId, person, channel, status, attempts, possibleRepeats, lastCode } = notice;
  const { createdAt, acceptedAt } = notice;
  return {
    noticeId,
    effectId,
    person,
    channel,
    status,
    attempts,
    possibleRepeats,
    lastCode,
    createdAt: iso(createdAt),
    acceptedAt: acceptedAt === null ? null : iso(acceptedAt),
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
