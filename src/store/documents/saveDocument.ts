import type { Db } from '../engine.js';
import { documents } from '../schema.js';
import { entryColumns, isDocument } from './document.js';
import type { DocumentEntry, StoredDocument } from './document.js';

/**
 * The first one stays. A document that is written again may differ in its bytes (times inside the file): use the entry
 * that is returned, not the one that was given.
 */
export async function saveDocument(db: Db, document: Omit<StoredDocument, 'createdAt'>): Promise<DocumentEntry> {
  await db.insert(documents).values(document).onConflictDoNothing();
  const [stored] = await db.select(entryColumns).from(documents).where(isDocument(document));
  if (!stored) throw new Error(`document ${document.id} has vanished`);
  return stored;
}
