import type { IncidentEvent } from '../domain/incident/index.js';
import { canonical } from './canonical.js';
import { sha256 } from './sha256.js';
import { agreesWithDigest, newSalt, sealText } from './texts.js';
import type { Salts, SealedTexts } from './texts.js';

/** What the first event of an incident is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** An event without its free texts. */
export type EventBare = Omit<IncidentEvent, 'texts'>;

/** Whatever keeps its history as a chain of events; free texts stand under `texts`. */
export interface Chained {
  seq: number;
}
export type Bare<E extends Chained> = Omit<E, 'texts'>;

export interface SealedEvent<B extends Chained = EventBare> {
  seq: number;
  event: B;
  texts: SealedTexts;
  /** SHA-256, hex, over the hash of the previous event, whose history it is, the bare event and the digests of its texts. */
  hash: string;
}

export function sealEvent<E extends Chained>(
  prevHash: string,
  incidentId: string,
  event: E,
  salts: Salts,
): SealedEvent<Bare<E>> {
  const { bare, texts } = splitTexts(event);
  const sealed = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, sealText(text, saltFor(salts, field))]),
  );
  return { seq: event.seq, event: bare, texts: sealed, hash: chainHash(prevHash, incidentId, bare, sealed) };
}

/** A fresh salt for each free text of the event. */
export function newSalts(event: Chained): Salts {
  return Object.fromEntries(Object.keys(splitTexts(event).texts).map((field) => [field, newSalt()]));
}

export function splitTexts<E extends Chained>(event: E): { bare: Bare<E>; texts: Record<string, string> } {
  const { texts = {}, ...bare } = event as E & { texts?: Record<string, string | undefined> };
  const present = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { bare, texts: Object.fromEntries(present) };
}

export function chainHash(prevHash: string, incidentId: string, event: Chained, texts: SealedTexts): string {
  const digests = Object.fromEntries(Object.entries(texts).map(([field, { digest }]) => [field, digest]));
  return sha256(canonical({ prev: prevHash, incidentId, event, texts: digests }));
}

function saltFor(salts: Salts, field: string): string {
  const salt = salts[field];
  if (salt === undefined) throw new Error(`no salt for the text "${field}"`);
  return salt;
}

/** The next links of a chain. */
export function sealAfter<E extends Chained>(
  prevHash: string,
  incidentId: string,
  events: E[],
): SealedEvent<Bare<E>>[] {
  let head = prevHash;
  return events.map((event) => {
    const sealed = sealEvent(head, incidentId, event, newSalts(event));
    head = sealed.hash;
    return sealed;
  });
}

/** Whether this is the event that was sealed. An erased text cannot be compared any more and counts as the same. */
export function isSealed<E extends Chained>(event: E, recorded: { event: Chained; texts: SealedTexts }): boolean {
  const { bare, texts } = splitTexts(event);
  if (canonical(bare) !== canonical(recorded.event)) return false;
  if (canonical(Object.keys(texts).sort()) !== canonical(Object.keys(recorded.texts).sort())) return false;
  return Object.entries(recorded.texts).every(
    ([field, sealed]) => sealed.text === undefined || agreesWithDigest({ ...sealed, text: texts[field] ?? '' }),
  );
}
