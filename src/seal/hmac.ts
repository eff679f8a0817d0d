import { createHmac, timingSafeEqual } from 'node:crypto';

export function hmacSha256(key: string, ...parts: (string | Uint8Array)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** In constant time for signatures of the right length; a wrong length says nothing about the key. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
