import type { Lang } from '../lang.js';

/** `controllersScheme`: the scheme with its injects, for those who run and judge it. */
export const DRILL_PAPERS = ['scheme', 'controllersScheme', 'questionnaire', 'report'] as const;
export type DrillPaper = (typeof DRILL_PAPERS)[number];

/** A paper as it was handed to people: by its hash anybody can see that it is the one. */
export interface DrillFile {
  documentId: string;
  paper: DrillPaper;
  format: string;
  lang: Lang;
  sha256: string;
}
