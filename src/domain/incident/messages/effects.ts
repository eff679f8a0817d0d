import type { PersonId } from '../../plan/compiled.js';

/** One attempt to deliver a notice came to an end: nobody may be in two of the lists. */
export interface NoticeAttempted {
  type: 'noticeAttempted';
  effectId: string;
  accepted: PersonId[];
  unreachable: { person: PersonId; code: string }[];
  delayed: { person: PersonId; code: string }[];
}

export interface DocumentWritten {
  type: 'documentWritten';
  effectId: string;
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}
