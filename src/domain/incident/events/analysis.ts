import type { Instant } from '../../time.js';
import type { Decided } from './common.js';

export const ANALYSIS_KINDS = ['timeline', 'contributing', 'direct', 'indirect', 'root', 'why'] as const;
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];

export interface AnalysisItem {
  id: string;
  kind: AnalysisKind;
  /** Of an entry of the timeline. */
  at?: Instant;
  /** Of a why: the cause, or the answer to another why, that it asks after. Of a root cause: the why that ends in it. */
  of?: string;
  /** SHA-256 of a file; a link stands among the texts. */
  evidence?: string;
}

/** Under which key the texts of an analysis hold the link of an item; its words stand under its id. */
export function linkText(item: string): string {
  return `link ${item}`;
}

export type AnalysisEvent =
  /** The whole of it: it takes the place of what was recorded before, also where that was completed. */
  | ({
      type: 'analysisRecorded';
      /** 1, 2, 3 …, on over reopenings. */
      version: number;
      items: AnalysisItem[];
      /** By id of the item; besides `method`, `nature`, and the links (see `linkText`). */
      texts: Record<string, string>;
    } & Decided)
  | ({ type: 'analysisCompleted'; version: number } & Decided);
