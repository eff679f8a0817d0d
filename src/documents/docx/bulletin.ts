import { AlignmentType, HeadingLevel, Paragraph } from 'docx';
import type { ISectionOptions } from 'docx';
import type { BulletinModel } from '../model.js';
import { bodyParagraph, sectionBlocks } from './blocks.js';
import { bodyPage } from './page.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';
import { factsTable, lastLine } from './table.js';

/** Above the sender's name, in twips: a blank line. */
const CLOSING_GAP = 580;

export function bulletinSections(model: BulletinModel, setting: Setting): ISectionOptions[] {
  const { form } = setting;
  const blank = new Paragraph({ style: STYLE.cell, children: [] });
  const caption = (text: string) => new Paragraph({ style: STYLE.caption, children: runs(text) });
  const children = [
    ...model.title.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(line) })),
    new Paragraph({
      style: STYLE.body,
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      children: runs(model.issue),
    }),
    caption(model.form.caption),
    factsTable(model.form.facts, form),
    blank,
    ...model.lead.map((text) => bodyParagraph(text)),
    ...model.sections.flatMap((section) => sectionBlocks(section, setting)),
    ...model.closing.map((line, i) =>
      closingLine(line, { first: i === 0, last: i === model.closing.length - 1 }, form.indent.twips * 2),
    ),
    caption(model.foot.caption),
    factsTable(model.foot.facts, form, { together: true }),
    lastLine(),
  ];
  return [{ ...bodyPage(model, form), children }];
}

/** GB/T 9704-2012, 7.3.5: at the right, four characters from the edge; the sender stays with the date. */
function closingLine(text: string, place: { first: boolean; last: boolean }, right: number): Paragraph {
  return new Paragraph({
    style: STYLE.body,
    alignment: AlignmentType.RIGHT,
    keepNext: !place.last,
    spacing: { before: place.first ? CLOSING_GAP : 0 },
    indent: { right, firstLine: 0 },
    children: runs(text),
  });
}
