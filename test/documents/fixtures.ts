import { aftermathOf, buildIncidentReport } from '../../src/documents/index.js';
import type { DocumentModel, ReportModel, Section } from '../../src/documents/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { sampleNames } from '../support/samplePlan.js';
import type { Story } from '../words/story.js';

export const RECORD_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type Input = Parameters<typeof buildIncidentReport>[0];

export function reportOf(story: Story, lang: Lang, more: Partial<Input> = {}): ReportModel {
  return buildIncidentReport({
    aftermath: aftermathOf(story.events),
    hashAt: () => RECORD_HASH,
    state: story.state,
    events: story.events,
    namesAt: () => sampleNames(),
    lang,
    zone: 'Asia/Shanghai',
    generatedAt: story.at,
    recordHash: RECORD_HASH,
    ...more,
  });
}

/** Every word of the model, for what must and must not be in it. */
export function wordsOf(model: DocumentModel): string {
  return JSON.stringify(model);
}

export function headingsOf(sections: Section[]): string[] {
  return sections.flatMap((section) => [section.heading, ...headingsOf(section.sections)]);
}

export function sectionOf(model: DocumentModel, heading: string): Section {
  const all = (sections: Section[]): Section[] => sections.flatMap((s) => [s, ...all(s.sections)]);
  const found = all([...model.sections, ...model.annexes]).find((section) => section.heading.includes(heading));
  if (!found) throw new Error(`no section ${heading}`);
  return found;
}

/** The rows of the section's first table. */
export function rowsOf(model: DocumentModel, heading: string): string[][] {
  const block = sectionOf(model, heading).blocks.find((b) => b.kind === 'table');
  return block?.kind === 'table' ? block.table.rows : [];
}

/** The rows of the table whose caption has these words. */
export function tableOf(model: DocumentModel, caption: string): string[][] {
  const all = (sections: Section[]): Section[] => sections.flatMap((s) => [s, ...all(s.sections)]);
  const blocks = all([...model.sections, ...model.annexes]).flatMap(({ blocks }) => blocks);
  const found = blocks.find((block) => block.kind === 'table' && block.table.caption.includes(caption));
  if (found?.kind !== 'table') throw new Error(`no table ${caption}`);
  return found.table.rows;
}
