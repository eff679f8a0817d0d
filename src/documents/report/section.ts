import type { Block, Section } from '../model.js';

/** What a section says below its heading, which the plan gives it. */
export interface Content {
  blocks: Block[];
  sections?: Section[];
}

/** Whether somebody has written words for it: then nobody is told that they are missing. */
export interface Own {
  given: boolean;
}

export function sub(heading: string, ...blocks: Block[]): Section {
  return { heading, blocks, sections: [] };
}
