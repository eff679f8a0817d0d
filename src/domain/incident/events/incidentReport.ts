import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

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
  /** 1, 2, 3 …, on over reopenings. */
  | ({ type: 'incidentReportSubmitted'; version: number } & Decided)
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
