import type { PersonId, PostId } from '../../plan/compiled.js';

/** What one erasure took out of the record of an incident. Digests, numbers and hashes stay where they were. */
export interface Erased {
  texts: { seq: number; fields: string[] }[];
  /** `sha256`: of what is kept of the message since. */
  messages: { firstSeq: number; sha256: string }[];
  /** With `sha256` it was written anew from what is left, without it destroyed. */
  documents: { documentId: string; format: string; lang: string; sha256?: string }[];
  /** Files of evidence, by SHA-256. */
  evidence: string[];
}

/** Written behind the end of an incident, by the store: nothing of the machine causes it. */
export type ErasureEvent = {
  type: 'personalDataErased';
  /** Its entry in the list of erasures. */
  erasure: string;
  /** One person, in this incident as in all; or the personal data of the incident. */
  scope: 'person' | 'incident';
  person?: PersonId;
  /** Absent: by the operator. */
  authority?: PostId;
  erased: Erased;
  texts: { reason: string };
};
