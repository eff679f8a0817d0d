import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** The sheet of one person after a drill: whoever holds the link fills it in as this person. */
export interface DrillFeedbackLink {
  drill: string;
  person: PersonId;
  expiresAt: Instant;
}

const PURPOSE = 'muster drill feedback 1\n';

export function signDrillFeedbackLink(key: string, { drill, person, expiresAt }: DrillFeedbackLink): string {
  return sign(key, PURPOSE, [drill, person], expiresAt);
}

export function readDrillFeedbackLink(key: string, token: string, now: Instant): DrillFeedbackLink | LinkRefusal {
  const read = readSigned<[string, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [drill, person, expiresAt] = read;
  return { drill, person, expiresAt };
}
