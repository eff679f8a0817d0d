import type { AnalysisItem } from '../events/analysis.js';

export type AnalysisDecision =
  | {
      type: 'analysis';
      action: 'record';
      items: (AnalysisItem & { text: string; link?: string })[];
      /** How it was found out. */
      method?: string;
      /** Of the incident: whether it was made by people, meant, our own … */
      nature?: string;
    }
  | { type: 'analysis'; action: 'complete' };
