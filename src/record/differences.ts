export interface Difference {
  path: string;
  /** JSON; absent where there is nothing. */
  found?: string;
  needed?: string;
}

/** Where two JSON values differ, by path. */
export function differences(found: unknown, needed: unknown): Difference[] {
  const all: Difference[] = [];
  compare('', found, needed, all);
  return all;
}

function compare(path: string, found: unknown, needed: unknown, all: Difference[]): void {
  if (found === needed) return;
  if (isObject(found) && isObject(needed) && Array.isArray(found) === Array.isArray(needed)) {
    for (const key of keysOf(found, needed)) {
      compare(path === '' ? key : `${path}.${key}`, own(found, key), own(needed, key), all);
    }
    return;
  }
  all.push({
    path,
    ...(found === undefined ? {} : { found: JSON.stringify(found) }),
    ...(needed === undefined ? {} : { needed: JSON.stringify(needed) }),
  });
}

/** What is missing from a list differs by its length: there is no key that it could lack. */
function keysOf(found: Record<string, unknown>, needed: Record<string, unknown>): Iterable<string> {
  const shorter = Array.isArray(found) && Array.isArray(needed) && found.length < needed.length;
  return shorter ? [...Object.keys(found), 'length'] : new Set([...Object.keys(found), ...Object.keys(needed)]);
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
