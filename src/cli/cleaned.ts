import { oneLine } from '../domain/words/index.js';

/** Parsed JSON, with every text made harmless to a terminal: titles and reasons come from anybody. */
export function cleaned(json: string): unknown {
  try {
    return JSON.parse(json, (_key, value: unknown) => (typeof value === 'string' ? oneLine(value) : value)) as unknown;
  } catch {
    return undefined;
  }
}
