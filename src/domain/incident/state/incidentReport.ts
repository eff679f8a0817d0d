import type { PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { ReportPart } from '../events/incidentReport.js';

/**
 * - `draft`: its owner works on it.
 * - `review`: a version is submitted, and somebody else reviews it.
 * - `approval`: it is reviewed, and a third person approves it.
 * - `approved`: until it is revised.
 */
export const REPORT_STAGES = ['draft', 'review', 'approval', 'approved'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

export interface WrittenDocument {
  documentId: string;
  files: { format: string; lang: string; sha256: string }[];
}

export interface Signed {
  seq: number;
  at: Instant;
  by: Actor;
}

/** `document`: once it is written. */
export interface ReportVersion extends Signed {
  version: number;
  /** Whoever wrote words of it. Absent where nobody did, and in what an earlier release kept. */
  writers?: PersonId[];
  /** Of what belongs into it, what was not there yet. What an earlier release kept lacks it. */
  lacks?: ReportPart[];
  document?: WrittenDocument;
  returned?: Signed & { stage: 'review' | 'approval' };
  reviewed?: Signed;
  /** Written once more, with the sign-offs. */
  approved?: Signed & { document?: WrittenDocument };
}

export interface IncidentReportSlice {
  /** The effect that writes Muster's own draft, which needs nobody. What an earlier release kept may lack it. */
  asked?: string;
  draft?: WrittenDocument;
  /** Sections in people's own words, each with the event that holds them. */
  edited: Record<string, number>;
  /** Of each of them everybody who has written at it since it was last taken back. What an earlier release kept lacks it. */
  writers?: Record<string, PersonId[]>;
  /** The latest ones, the oldest first. */
  versions: ReportVersion[];
  stage: ReportStage;
  /** Since when it is the turn of whoever has it now; absent before the end, and where the plan has no such report. */
  from?: Instant;
  /** From when its time counts; what an earlier release kept lacks it. */
  since?: Instant;
  dueAt?: Instant;
  /** When the last of what it draws on was brought: whoever writes it needs some time from there. */
  broughtAt?: Instant;
  /** Why it was last returned or revised. */
  reason?: string;
}
