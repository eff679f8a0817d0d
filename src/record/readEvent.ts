import type { IncidentEvent } from '../domain/incident/index.js';
import type { Chained, SealedEvent, SealedTexts } from '../seal/index.js';
import type { KeptEvent } from './kept.js';

export interface ReadEvent<E = IncidentEvent> {
  sealed: SealedEvent<Chained>;
  /** With its texts; an erased one is empty. */
  event: E;
  erased: string[];
}

/** Undefined where it is no event. */
export function readEvent<E = IncidentEvent>({ seq, event, texts, hash }: KeptEvent): ReadEvent<E> | undefined {
  const bare = objectIn(event);
  const sealedTexts = objectIn(texts);
  if (bare === undefined || typeof bare['type'] !== 'string' || typeof bare['at'] !== 'number') return undefined;
  if (sealedTexts === undefined || !Object.values(sealedTexts).every(isSealedText)) return undefined;
  const sealed = { seq, event: bare as unknown as Chained, texts: sealedTexts as SealedTexts, hash };
  const erased = Object.keys(sealed.texts).filter((field) => sealed.texts[field]?.text === undefined);
  const words = Object.entries(sealed.texts).map(([field, { text = '' }]) => [field, text] as const);
  const whole = words.length === 0 ? bare : { ...bare, texts: Object.fromEntries(words) };
  return { sealed, event: whole as unknown as E, erased };
}

/** Undefined where the text is not JSON, or no object. */
export function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isSealedText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { digest, salt, text } = value as Record<string, unknown>;
  const isText = (field: unknown) => field === undefined || typeof field === 'string';
  return typeof digest === 'string' && isText(salt) && isText(text);
}
