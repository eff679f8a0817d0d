import type { DocumentEntry, Store } from '../../store/index.js';
import { ProblemError } from '../problemError.js';
import { readable } from './readable.js';

type Finds = (text: string) => boolean;

/** Of one owner those that can be read to name somebody. */
export async function documentsOf(store: Store, owner: string, finds: Finds): Promise<DocumentEntry[]> {
  return (await namingOf(store, await store.listDocuments(owner), finds)).map(({ entry }) => entry);
}

const PAGE = 200;

/** Of every owner, whoever that is: how many documents can be read to name somebody. */
export async function documentsNaming(store: Store, finds: Finds): Promise<Map<string, number>> {
  const owners = new Map<string, number>();
  for (let after: DocumentEntry | undefined; ;) {
    const page = await store.allDocuments({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { owner } of await namingOf(store, page, finds)) owners.set(owner, (owners.get(owner) ?? 0) + 1);
    after = page.at(-1);
    if (page.length < PAGE) return owners;
  }
}

async function namingOf(store: Store, entries: readonly DocumentEntry[], finds: Finds) {
  const found: { owner: string; entry: DocumentEntry }[] = [];
  for (const entry of entries) {
    // One at a time: together they may be more than the memory.
    const document = await store.readDocument(entry);
    if (document && finds(textOf(entry, document.bytes))) found.push({ owner: entry.incidentId, entry });
  }
  return found;
}

/** One that cannot be read may name anybody: nothing is called erased as long as it is there. */
function textOf({ id, incidentId: owner, format, lang }: DocumentEntry, bytes: Uint8Array): string {
  try {
    return readable(bytes, format);
  } catch {
    throw new ProblemError('document_unreadable', { document: `${id} (${format}, ${lang})`, owner });
  }
}
