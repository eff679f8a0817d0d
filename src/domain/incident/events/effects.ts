import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { DocumentKind, Effect, NoticeTemplate } from '../effects.js';

export type CancelledWhy = 'calledAnew' | 'reopened' | 'toldAnew' | 'decided' | 'preempted';

export type EffectsEvent =
  | { type: 'effectRequested'; effect: Effect }
  | {
      type: 'noticeAttempted';
      effectId: string;
      noticeId: string;
      accepted: PersonId[];
      unreachable: { person: PersonId; code: string }[];
      delayed: { person: PersonId; code: string }[];
      /** Set when somebody is still to be tried again. */
      retryAt?: Instant;
    }
  /** In a drill: people who take no part, and would have been told. */
  | { type: 'noticeWithheld'; template: NoticeTemplate; noticeId: string; people: PersonId[] }
  | { type: 'noticeRetried'; effectId: string }
  | {
      type: 'noticeCancelled';
      effectId: string;
      noticeId: string;
      people: PersonId[];
      /** Absent: they were stood down. `calledAnew`, `toldAnew`: a newer one has taken its place. `decided`: what it asks for is decided. `preempted`: at work for a real incident. */
      why?: CancelledWhy;
    }
  | {
      type: 'documentWritten';
      effectId: string;
      document: DocumentKind;
      /** Of a SITREP. */
      number?: number;
      /** Of an incident report: the version that was submitted or approved. Without it, Muster's own draft. */
      version?: number;
      documentId: string;
      files: { format: string; lang: string; sha256: string }[];
    };
