import type { Instant } from '../domain/time.js';
import { hmacSha256, sameBytes } from './hmac.js';

export type LinkRefusal = 'malformed' | 'bad_signature' | 'expired';

const FORM = /^([A-Za-z0-9_-]{1,1000})\.([A-Za-z0-9_-]{43})$/;

/** `purpose` separates what is signed for one thing from everything else that is ever signed with the same key. */
export function sign(key: string, purpose: string, values: (string | number)[], expiresAt: Instant): string {
  const payload = Buffer.from(JSON.stringify([...values, expiresAt])).toString('base64url');
  return `${payload}.${hmacSha256(key, purpose, payload).toString('base64url')}`;
}

/** The values as they were signed, the time of expiry last. */
export function readSigned<T extends (string | number)[]>(
  key: string,
  purpose: string,
  token: string,
  now: Instant,
): [...T, Instant] | LinkRefusal {
  const [, payload, signature] = FORM.exec(token) ?? [];
  if (payload === undefined || signature === undefined) return 'malformed';
  const signed = hmacSha256(key, purpose, payload);
  if (!sameBytes(signed, Buffer.from(signature, 'base64url'))) return 'bad_signature';
  const values = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [...T, Instant];
  return Number(values.at(-1)) <= now ? 'expired' : values;
}
