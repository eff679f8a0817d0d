import type { IncidentEvent } from '../domain/incident/index.js';
import { canonical } from './canonical.js';
import { sha256 } from './sha256.js';
import { newSalt, sealText } from './texts.js';
import type { Salts, SealedTexts } from './texts.js';

/** What the first event of an incident is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** An event without its free texts. */
export type EventBare = Omit<IncidentEvent, 'texts'>;

export interface SealedEvent {
  seq: number;
  event: EventBare;
  texts: SealedTexts;
  /** SHA-256, hex, over the hash of the previous event, the incident, the bare event and the digests of its texts. */
  hash: string;
}

export function sealEvent(prevHash: string, incidentId: string, event: IncidentEvent, salts: Salts): SealedEvent {
  const { bare, texts } = splitTexts(event);
  const sealed = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, sealText(text, saltFor(salts, field))]),
  );
  return { seq: event.seq, event: bare, texts: sealed, hash: chainHash(prevHash, incidentId, bare, sealed) };
}

/** A fresh salt for each free text of the event. */
export function newSalts(event: IncidentEvent): Salts {
  return Object.fromEntries(Object.keys(splitTexts(event).texts).map((field) => [field, newSalt()]));
}

export function splitTexts(event: IncidentEvent): { bare: EventBare; texts: Record<string, string> } {
  const { texts = {}, ...bare } = event as EventBare & { texts?: Record<string, string | undefined> };
  const present = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { bare, texts: Object.fromEntries(present) };
}

export function chainHash(prevHash: string, incidentId: string, event: EventBare, texts: SealedTexts): string {
  const digests = Object.fromEntries(Object.entries(texts).map(([field, { digest }]) => [field, digest]));
  return sha256(canonical({ prev: prevHash, incidentId, event, texts: digests }));
}

function saltFor(salts: Salts, field: string): string {
  const salt = salts[field];
  if (salt === undefined) throw new Error(`no salt for the text "${field}"`);
  return salt;
}
