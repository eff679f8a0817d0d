import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** The document that a mail tells a person of: whoever holds the link reads it, and nothing else. */
export interface DocumentLink {
  incidentId: string;
  documentId: string;
  person: PersonId;
  expiresAt: Instant;
}

const PURPOSE = 'muster document link 1\n';

export function signDocumentLink(key: string, { incidentId, documentId, person, expiresAt }: DocumentLink): string {
  return sign(key, PURPOSE, [incidentId, documentId, person], expiresAt);
}

export function readDocumentLink(key: string, token: string, now: Instant): DocumentLink | LinkRefusal {
  const read = readSigned<[string, string, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [incidentId, documentId, person, expiresAt] = read;
  return { incidentId, documentId, person, expiresAt };
}
