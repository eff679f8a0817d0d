import type { PlanModel, Section } from './model.js';

export interface ContentsEntry {
  level: 1 | 2;
  heading: string;
  anchor: string;
}

/** What the table of contents lists: headings of the first two levels, in the order of the pages. */
export function contentsOf({ sections, annexes, sheet }: PlanModel): ContentsEntry[] {
  return [...sections, ...annexes, sheet].flatMap((section) => [
    ...entry(section, 1),
    ...section.sections.flatMap((sub) => entry(sub, 2)),
  ]);
}

function entry({ heading, anchor }: Section, level: ContentsEntry['level']): ContentsEntry[] {
  return anchor === undefined ? [] : [{ level, heading, anchor }];
}
