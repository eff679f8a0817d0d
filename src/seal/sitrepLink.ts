import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** The SITREP that a mail tells a person of: whoever holds the link reads it, and nothing else. */
export interface SitrepLink {
  incidentId: string;
  number: number;
  /** The file, once it is sent out; a draft is none yet. */
  documentId?: string;
  person: PersonId;
  expiresAt: Instant;
}

const PURPOSE = 'muster sitrep link 1\n';

export function signSitrepLink(
  key: string,
  { incidentId, number, documentId = '', person, expiresAt }: SitrepLink,
): string {
  return sign(key, PURPOSE, [incidentId, number, documentId, person], expiresAt);
}

export function readSitrepLink(key: string, token: string, now: Instant): SitrepLink | LinkRefusal {
  const read = readSigned<[string, number, string, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [incidentId, number, documentId, person, expiresAt] = read;
  return { incidentId, number, person, expiresAt, ...(documentId === '' ? {} : { documentId }) };
}
