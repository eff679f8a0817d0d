import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

/** What a report draws on that others have to bring: that the watch is over, the causes, the lessons, what is to be done. */
export const REPORT_PARTS = ['watch', 'analysis', 'lessons', 'prevention'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export type IncidentReportEvent =
  /**
   * The response has ended. `analysisDueAt`: where the plan wants an analysis at this level. By another version of the plan:
   * what that asks somebody else for, or by another time.
   */
  | { type: 'incidentReportAsked'; dueAt?: Instant; analysisDueAt?: Instant }
  /** People's own words beside what Muster writes; of a section without a text they are taken back. */
  | ({
      type: 'incidentReportEdited';
      /** Of the plan. */
      sections: string[];
      /** The version that was on its way to approval, and is not any more. */
      takesBack?: number;
      texts?: Record<string, string>;
    } & Decided)
  /**
   * 1, 2, 3 …, on over reopenings. `lacks`: what was not there by then; what an earlier release submitted does not say.
   */
  | ({ type: 'incidentReportSubmitted'; version: number; lacks?: ReportPart[] } & Decided)
  /** What came after its submission belongs into it: the owner submits another one. One that was approved stays on record. */
  | { type: 'incidentReportOutdated'; version: number; by: ReportPart; wasApproved?: true }
  | ({
      type: 'incidentReportReturned';
      version: number;
      stage: 'review' | 'approval';
      texts: { remarks: string };
    } & Decided)
  | ({ type: 'incidentReportReviewed'; version: number } & Decided)
  | ({ type: 'incidentReportApproved'; version: number } & Decided)
  /** One that was approved is opened again. `dueAt`: of the next version. */
  | ({ type: 'incidentReportRevised'; version: number; dueAt: Instant; texts: { reason: string } } & Decided);
