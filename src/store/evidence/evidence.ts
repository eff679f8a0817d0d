import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { evidence } from '../schema.js';

export type StoredEvidence = typeof evidence.$inferSelect;
export type EvidenceEntry = Omit<StoredEvidence, 'bytes'>;

export interface EvidenceKey {
  incidentId: string;
  sha256: string;
}

const entryColumns = {
  incidentId: evidence.incidentId,
  sha256: evidence.sha256,
  name: evidence.name,
  contentType: evidence.contentType,
  size: evidence.size,
  storedBy: evidence.storedBy,
  storedAt: evidence.storedAt,
};

/** The first one stays: the same bytes under another name are the same evidence. */
export async function saveEvidence(db: Db, file: Omit<StoredEvidence, 'storedAt'>): Promise<EvidenceEntry> {
  await db.insert(evidence).values(file).onConflictDoNothing();
  const stored = await findEvidence(db, file);
  if (!stored) throw new Error(`evidence ${file.sha256} has vanished`);
  return stored;
}

/** Without the bytes. */
export async function findEvidence(db: Db, key: EvidenceKey): Promise<EvidenceEntry | undefined> {
  const [found] = await db.select(entryColumns).from(evidence).where(is(key));
  return found;
}

export async function readEvidence(db: Db, key: EvidenceKey): Promise<StoredEvidence | undefined> {
  const [found] = await db.select().from(evidence).where(is(key));
  return found;
}

/** Of one incident, without the bytes. */
export async function listEvidence(db: Db, incidentId: string): Promise<EvidenceEntry[]> {
  return db
    .select(entryColumns)
    .from(evidence)
    .where(eq(evidence.incidentId, incidentId))
    .orderBy(asc(evidence.storedAt), asc(evidence.sha256));
}

export async function countEvidence(db: Db, incidentId: string): Promise<number> {
  const [found] = await db.select({ files: count() }).from(evidence).where(eq(evidence.incidentId, incidentId));
  return found?.files ?? 0;
}

function is({ incidentId, sha256 }: EvidenceKey) {
  return and(eq(evidence.incidentId, incidentId), eq(evidence.sha256, sha256));
}
