import { HeadingLevel, Paragraph } from 'docx';
import type { ISectionOptions } from 'docx';
import type { ReportModel } from '../model.js';
import { bodyParagraph, heading, sectionBlocks } from './blocks.js';
import { bodyPage } from './page.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { signatureBlocks } from './signatures.js';
import { STYLE } from './styleNames.js';
import { factsTable } from './table.js';

export function reportSections(model: ReportModel, setting: Setting): ISectionOptions[] {
  const { form } = setting;
  const blank = new Paragraph({ style: STYLE.cell, children: [] });
  const children = [
    ...model.title.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(line) })),
    blank,
    new Paragraph({ style: STYLE.caption, children: runs(model.cover.caption) }),
    factsTable(model.cover.facts, form),
    blank,
    ...model.lead.map((text) => bodyParagraph(text)),
    ...model.sections.flatMap((section) => sectionBlocks(section, setting, { ownPage: section.ownPage === true })),
    heading(model.signatures, { ownPage: true }),
    ...signatureBlocks(model.signatures, form),
    ...model.annexes.flatMap((annex) => sectionBlocks(annex, setting, { ownPage: true })),
  ];
  return [{ ...bodyPage(model, form), children }];
}
