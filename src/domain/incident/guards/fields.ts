import type { Actor } from '../actor.js';

/** Readers of single fields out of any JSON at all: the value, or `Wrong`. */
export type Json = Record<string, unknown>;

/** A field is not what a message has there. Caught by `readDecision`; nothing else ever sees it. */
export class Wrong extends Error {
  constructor(
    readonly field: string,
    readonly needed: string,
  ) {
    super(`${field}: ${needed}`);
  }
}

/** Of a reason: some paragraphs. It travels with the event and with every recording. */
const MAX_TEXT = 2_000;
const MAX_LONG_TEXT = 10_000;
const MAX_ID = 200;

export function id(json: Json, field: string): string {
  const value = json[field];
  if (!isId(value)) throw new Wrong(field, `a text of 1 to ${MAX_ID} characters`);
  return value;
}

export function ids(json: Json, field: string, most = 100): string[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length > most || !value.every(isId)) throw new Wrong(field, 'a list of ids');
  return value;
}

export function text(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== 'string' || value.length > MAX_TEXT) {
    throw new Wrong(field, `a text of at most ${MAX_TEXT} characters`);
  }
  return value;
}

/** As long as a report may be. */
export function longText(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== 'string' || value.length > MAX_LONG_TEXT) {
    throw new Wrong(field, `a text of at most ${MAX_LONG_TEXT} characters`);
  }
  return value;
}

/** Texts under short names, such as the numbers of questions. */
export function textsUnder(json: Json, field: string): Record<string, string> {
  const value = json[field];
  const names = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || names.length > 100 || !names.every(isId)) throw new Wrong(field, 'texts, each under an id');
  return Object.fromEntries(names.map((name) => [name, text(value, name)]));
}

export function instant(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Wrong(field, 'a whole number');
  return value;
}

export function flag(json: Json, field: string): boolean {
  const value = json[field];
  if (typeof value !== 'boolean') throw new Wrong(field, 'true or false');
  return value;
}

export function oneOf<T extends string>(json: Json, field: string, values: readonly T[]): T {
  const found = values.find((value) => value === json[field]);
  if (found === undefined) throw new Wrong(field, `one of ${values.join(', ')}`);
  return found;
}

/** The field under its own name, where it is given at all. */
export function optional<K extends string, V>(
  json: Json,
  field: K,
  read: (json: Json, field: string) => V,
): { [P in K]?: V } {
  return json[field] === undefined ? {} : ({ [field]: read(json, field) } as { [P in K]?: V });
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_ID;
}

/** Of anything but the system itself, which nobody may claim to be. */
export function actor(value: unknown, field: string): Actor {
  if (isObject(value)) {
    if (value['kind'] === 'operator') return { kind: 'operator' };
    const kind = value['kind'];
    if ((kind === 'person' || kind === 'integration') && isId(value['id'])) return { kind, id: value['id'] };
  }
  throw new Wrong(field, '{"kind": "person", "id": "…"}');
}

/** An id of a plan, or one like it: it stands in URLs and is the key of a text. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(value) && !(value in {});
}

export function name(json: Json, field: string): string {
  const value = json[field];
  if (!isName(value)) throw new Wrong(field, 'a letter, then at most 63 letters, digits or hyphens');
  return value;
}

export function sha256(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw new Wrong(field, '64 hexadecimal digits');
  return value;
}

/** A file that was handed in before, by its hash. */
export function enclosure(json: Json, field: string): { sha256: string; name: string } {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object with sha256 and name');
  const { sha256 } = value;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Wrong(`${field}.sha256`, '64 hexadecimal digits');
  }
  return { sha256, name: title(value, 'name') };
}

export function link(json: Json, field: string): string {
  const value = text(json, field);
  if (!/^https?:\/\/\S+$/.test(value)) throw new Wrong(field, 'an address that begins with http:// or https://');
  return value;
}

/** The incident carries titles as long as it runs. */
const MAX_TITLE = 200;

export function title(json: Json, field: string): string {
  const value = text(json, field);
  if (value.length > MAX_TITLE) throw new Wrong(field, `a text of at most ${MAX_TITLE} characters`);
  return value;
}
