import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../engine.js';
import { documents } from '../schema.js';
import { entryColumns, isDocument } from './document.js';
import type { DocumentEntry, DocumentKey, StoredDocument } from './document.js';

export async function readDocument(db: Db, key: DocumentKey): Promise<StoredDocument | undefined> {
  const [document] = await db.select().from(documents).where(isDocument(key));
  return document;
}

/** Of one incident, without the bytes. */
export async function listDocuments(db: Db, incidentId: string): Promise<DocumentEntry[]> {
  return db
    .select(entryColumns)
    .from(documents)
    .where(eq(documents.incidentId, incidentId))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documents.format), asc(documents.lang));
}

/** Of every owner, a page of them, without the bytes. */
export async function allDocuments(
  db: Db,
  { after, limit }: { after?: DocumentKey; limit: number },
): Promise<DocumentEntry[]> {
  const { id, format, lang } = documents;
  return db
    .select(entryColumns)
    .from(documents)
    .where(after && sql`(${id}, ${format}, ${lang}) > (${after.id}, ${after.format}, ${after.lang})`)
    .orderBy(asc(id), asc(format), asc(lang))
    .limit(limit);
}
