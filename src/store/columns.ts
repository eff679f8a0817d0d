import { customType } from 'drizzle-orm/pg-core';
import type { Instant } from '../domain/time.js';

/** `timestamptz`, read and written as milliseconds. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (at) => new Date(at).toISOString(),
  fromDriver: (text) => new Date(text).getTime(),
});

/**
 * `json`, not `jsonb`: `jsonb` reorders keys, and refuses U+0000 and lone surrogates, which anybody can put into a text.
 * An incident that cannot be recorded any more would be lost for that.
 */
export const verbatim = <T>() =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(value),
    // Both drivers have parsed it already.
    fromDriver: (value) => value as T,
  })();

/** Text that people wrote. PostgreSQL cannot store U+0000; it is shown as U+FFFD instead of losing the whole row. */
export const prose = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: (text) => text.replaceAll('\0', '\ufffd'),
});

/** `bytea`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
