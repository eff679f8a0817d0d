import type { Duration } from '../../time.js';
import { parseDuration } from '../duration.js';

/** A function that copies an entry with the duration under `key` in milliseconds. */
export function inMilliseconds<K extends string>(
  key: K,
): <T extends Record<K, string>>(entry: T) => Omit<T, K> & Record<K, Duration> {
  return (entry) => ({ ...entry, [key]: parseDuration(entry[key]) });
}
