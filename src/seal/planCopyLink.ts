import type { PersonId } from '../domain/plan/compiled.js';
import type { Instant } from '../domain/time.js';
import { readSigned, sign } from './signed.js';
import type { LinkRefusal } from './signed.js';

/** The copy of a version that a person was given: whoever holds the link reads it and acknowledges it as this person. */
export interface PlanCopy {
  plan: string;
  version: number;
  person: PersonId;
  expiresAt: Instant;
}

const PURPOSE = 'muster plan copy 1\n';

export function signPlanCopy(key: string, { plan, version, person, expiresAt }: PlanCopy): string {
  return sign(key, PURPOSE, [plan, version, person], expiresAt);
}

export function readPlanCopy(key: string, token: string, now: Instant): PlanCopy | LinkRefusal {
  const read = readSigned<[string, number, string]>(key, PURPOSE, token, now);
  if (typeof read === 'string') return read;
  const [plan, version, person, expiresAt] = read;
  return { plan, version, person, expiresAt };
}
