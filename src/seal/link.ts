import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** What a link in a notice stands for: whoever holds it answers this call as this person. */
export interface Link {
  incidentId: string;
  person: PersonId;
  noticeId: string;
  expiresAt: Instant;
}

const PURPOSE = 'muster link 1\n';

export function signLink(key: string, { incidentId, person, noticeId, expiresAt }: Link): string {
  return sign(key, PURPOSE, [incidentId, person, noticeId], expiresAt);
}

export function readLink(key: string, token: string, now: Instant): Link | LinkRefusal {
  const read = readSigned<[string, string, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [incidentId, person, noticeId, expiresAt] = read;
  return { incidentId, person, noticeId, expiresAt };
}
