import type { Erased } from '../domain/incident/index.js';
import type { KeptRecord } from './kept.js';
import { objectIn } from './readEvent.js';

/** What the record itself says was erased: whatever else is gone was taken out. */
export interface ErasedOnRecord {
  /** By event, the names of its texts. */
  texts: ReadonlyMap<number, ReadonlySet<string>>;
  /** By the first event that it caused, the SHA-256 of what is left of a message. */
  messages: ReadonlyMap<number, string>;
}

/** Read before the check: it stands behind what it is about. Whether these events are as sealed the check says. */
export async function erasedOnRecord(record: KeptRecord): Promise<ErasedOnRecord> {
  const texts = new Map<number, Set<string>>();
  const messages = new Map<number, string>();
  for await (const { seq, event } of record.events()) {
    if (seq > record.incident.seq || !event.includes('"personalDataErased"')) continue;
    const read = objectIn(event);
    if (read?.['type'] !== 'personalDataErased') continue;
    try {
      const erased = read['erased'] as Erased;
      for (const { seq: of, fields } of erased.texts) texts.set(of, new Set([...(texts.get(of) ?? []), ...fields]));
      for (const { firstSeq, sha256 } of erased.messages) messages.set(firstSeq, sha256);
    } catch {
      // The check names the event.
    }
  }
  return { texts, messages };
}
