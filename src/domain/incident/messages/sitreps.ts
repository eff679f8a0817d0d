import type { SitrepTexts } from '../events/sitreps.js';

/** One more than the cadence asks for. */
export interface DraftSitrep {
  type: 'draftSitrep';
}

export interface EditSitrep {
  type: 'editSitrep';
  number: number;
  /** The last edit of a section counts; an empty text brings back what Muster writes. */
  sections: SitrepTexts;
}

export interface ReleaseSitrep {
  type: 'releaseSitrep';
  number: number;
  /** The last event that whoever releases it has read of. Default: everything up to now. */
  upTo?: number;
}
