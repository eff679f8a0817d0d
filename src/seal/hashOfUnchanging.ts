import { canonical } from './canonical.js';
import { sha256 } from './sha256.js';

const known = new WeakMap<object, string>();

/** SHA-256 over the canonical form of what never changes and is asked about again and again, such as a compiled plan. */
export function hashOfUnchanging(value: object): string {
  const hash = known.get(value) ?? sha256(canonical(value));
  known.set(value, hash);
  return hash;
}
