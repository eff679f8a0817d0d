import type { Store, StoredDocument } from '../store/index.js';

/** In the first of these languages that it was written in. */
export async function firstDocument(
  store: Store,
  { incidentId, id, format }: { incidentId: string; id: string; format: string },
  langs: string[],
): Promise<StoredDocument | undefined> {
  for (const lang of langs) {
    const document = await store.readDocument({ id, format, lang });
    if (document?.incidentId === incidentId) return document;
  }
  return undefined;
}
