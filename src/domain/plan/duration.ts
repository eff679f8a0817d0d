import { HOUR, MINUTE, SECOND } from '../time.js';
import type { Duration } from '../time.js';

const UNITS: Record<string, Duration> = { s: SECOND, m: MINUTE, h: HOUR, d: 24 * HOUR };

/** A whole number and its unit. Zero is refused: a wait of nothing is a mistake, or a rule that should not be there. */
export const DURATION_FORM = /^([1-9]\d{0,5})([smhd])$/;

/** Milliseconds. Throws for a text that is not of `DURATION_FORM`. */
export function parseDuration(text: string): Duration {
  const [, count, unit] = DURATION_FORM.exec(text) ?? [];
  const size = unit === undefined ? undefined : UNITS[unit];
  if (count === undefined || size === undefined) throw new RangeError(`"${text}" is not a duration such as 90s or 5m`);
  return Number(count) * size;
}
