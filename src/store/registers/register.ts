import { desc, eq, lt, max, sql } from 'drizzle-orm';
import type { ChangeCounts } from '../../domain/plan/registerChanges.js';
import { canonical, sha256 } from '../../seal/index.js';
import type { Db } from '../engine.js';
import { StoreError } from '../errors.js';
import { tellChanged } from '../memory.js';
import type { Register } from '../schema.js';

export type StoredRegister = Register['$inferSelect'];

/** Who brought a version in. */
export interface Importer {
  kind: 'operator';
  tokenId: string;
}

export interface Import {
  /** Absent: Muster itself, at a start, from the file beside the plan. */
  importedBy?: Importer;
  /** Against the version before. */
  summary?: ChangeCounts;
  /** The version that it was compared with, 0 for none: refused when that is no longer the newest. */
  after?: number;
}

/** A new version, unless it says what the newest one says, or what `hashNow` stands for. */
export async function saveVersion(
  db: Db,
  register: Register,
  document: unknown,
  { importedBy, summary, after }: Import = {},
  hashNow?: string,
): Promise<StoredRegister> {
  const hash = sha256(canonical(document));
  return db.transaction(async (tx) => {
    await lockVersions(tx, register);
    const newest = await newestVersion(tx, register);
    if (after !== undefined && after !== (newest?.version ?? 0)) throw changedMeanwhile(after, newest?.version ?? 0);
    if (newest !== undefined && (hashNow ?? newest.hash) === hash) return newest;
    const [saved] = await tx
      .insert(register)
      .values({ hash, document, importedBy: importedBy ?? null, summary: summary ?? null })
      .returning();
    await tellChanged(tx);
    return saved!;
  });
}

/** Two imports at once: the second is judged by what the first has left. */
export async function lockVersions(tx: Db, register: Register): Promise<void> {
  await tx.execute(sql`LOCK TABLE ${register} IN SHARE ROW EXCLUSIVE MODE`);
}

export async function newestVersion(db: Db, register: Register): Promise<StoredRegister | undefined> {
  const [stored] = await db.select().from(register).orderBy(desc(register.version)).limit(1);
  return stored;
}

/** Undefined while there is none. Cheap: the roster of a large organisation is half a megabyte. */
export async function newestVersionNumber(db: Db, register: Register): Promise<number | undefined> {
  const [row] = await db.select({ version: max(register.version) }).from(register);
  return row?.version ?? undefined;
}

export async function versionNumbered(
  db: Db,
  register: Register,
  version: number,
): Promise<StoredRegister | undefined> {
  const [stored] = await db.select().from(register).where(eq(register.version, version));
  return stored;
}

export type VersionEntry = Omit<StoredRegister, 'document'>;

/** Newest first; `before`: the version of the last entry of the page before. */
export async function listVersions(
  db: Db,
  register: Register,
  limit: number,
  before?: number,
): Promise<VersionEntry[]> {
  const { version, hash, importedBy, summary, savedAt } = register;
  return db
    .select({ version, hash, importedBy, summary, savedAt })
    .from(register)
    .where(before === undefined ? undefined : lt(version, before))
    .orderBy(desc(version))
    .limit(limit);
}

function changedMeanwhile(after: number, newest: number): StoreError {
  return new StoreError(
    'register_changed',
    `This was compared with version ${after}, but the newest is ${newest}: look at the difference again.`,
  );
}
