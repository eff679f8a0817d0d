import type { DrillSchemeWords } from '../../../domain/words/drillPapers/scheme.js';
import type { DrillContext } from '../context.js';

export interface SchemeContext extends DrillContext {
  words: DrillSchemeWords;
  copy: Copy;
}

/** Players read neither injects nor what is expected of them. */
export type Copy = 'players' | 'controllers';
