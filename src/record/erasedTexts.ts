import type { KeptEvent } from './kept.js';
import { objectIn } from './readEvent.js';

/** What the chain of an improvement or a drill says was erased. Whether the events that say so are as sealed, the check says. */
export function erasedTexts(events: readonly KeptEvent[]): Map<number, Set<string>> {
  const texts = new Map<number, Set<string>>();
  for (const { event } of events) {
    const read = objectIn(event);
    if (read?.['type'] !== 'textsErased') continue;
    const { erased } = read as { erased?: { seq: number; fields: string[] }[] };
    for (const { seq, fields } of Array.isArray(erased) ? erased : []) {
      texts.set(seq, new Set([...(texts.get(seq) ?? []), ...(Array.isArray(fields) ? fields : [])]));
    }
  }
  return texts;
}
