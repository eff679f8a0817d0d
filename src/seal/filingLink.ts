import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** The draft of what this person has to file: whoever holds the link opens it, for as long as it is theirs to file. */
export interface FilingLink {
  incidentId: string;
  obligation: string;
  person: PersonId;
  expiresAt: Instant;
}

const PURPOSE = 'muster filing link 1\n';

export function signFilingLink(key: string, { incidentId, obligation, person, expiresAt }: FilingLink): string {
  return sign(key, PURPOSE, [incidentId, obligation, person], expiresAt);
}

export function readFilingLink(key: string, token: string, now: Instant): FilingLink | LinkRefusal {
  const read = readSigned<[string, string, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [incidentId, obligation, person, expiresAt] = read;
  return { incidentId, obligation, person, expiresAt };
}
