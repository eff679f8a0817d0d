import { and, eq } from 'drizzle-orm';
import { documents } from '../schema.js';

/** A document exists in several formats and languages. */
export interface DocumentKey {
  id: string;
  format: string;
  lang: string;
}

export type StoredDocument = typeof documents.$inferSelect;

/** Everything but the bytes. */
export type DocumentEntry = Omit<StoredDocument, 'bytes'>;

export const entryColumns = {
  id: documents.id,
  incidentId: documents.incidentId,
  kind: documents.kind,
  format: documents.format,
  lang: documents.lang,
  contentType: documents.contentType,
  sha256: documents.sha256,
  createdAt: documents.createdAt,
};

export function isDocument({ id, format, lang }: DocumentKey) {
  return and(eq(documents.id, id), eq(documents.format, format), eq(documents.lang, lang));
}
