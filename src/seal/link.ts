import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { hmacSha256, sameBytes } from './hmac.js';

/** What a link in a notice stands for: whoever holds it answers this call as this person. */
export interface Link {
  incidentId: string;
  person: PersonId;
  noticeId: string;
  expiresAt: Instant;
}

export type LinkRefusal = 'malformed' | 'bad_signature' | 'expired';

/** Separates links from everything else that is ever signed with the same key. */
const PURPOSE = 'muster link 1\n';

const FORM = /^([A-Za-z0-9_-]{1,1000})\.([A-Za-z0-9_-]{43})$/;

export function signLink(key: string, { incidentId, person, noticeId, expiresAt }: Link): string {
  const payload = Buffer.from(JSON.stringify([incidentId, person, noticeId, expiresAt])).toString('base64url');
  return `${payload}.${hmacSha256(key, PURPOSE, payload).toString('base64url')}`;
}

export function readLink(key: string, token: string, now: Instant): Link | LinkRefusal {
  const [, payload, signature] = FORM.exec(token) ?? [];
  if (payload === undefined || signature === undefined) return 'malformed';
  const signed = hmacSha256(key, PURPOSE, payload);
  if (!sameBytes(signed, Buffer.from(signature, 'base64url'))) return 'bad_signature';
  const [incidentId, person, noticeId, expiresAt] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
    string,
    string,
    string,
    number,
  ];
  return expiresAt <= now ? 'expired' : { incidentId, person, noticeId, expiresAt };
}
