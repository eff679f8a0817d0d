import { AlignmentType, HeadingLevel, Paragraph } from 'docx';
import type { ISectionOptions } from 'docx';
import type { FilingModel } from '../model.js';
import { bodyParagraph, heading, sectionBlocks } from './blocks.js';
import { loosePage, textPage } from './page.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { STYLE } from './styleNames.js';
import { dataTable, factsTable, gap, lastLine } from './table.js';

/** The page to take out has no number that would be missed. */
export function filingSections(model: FilingModel, setting: Setting): ISectionOptions[] {
  const { form } = setting;
  const { check } = model;
  const small = (text: string) => new Paragraph({ style: STYLE.cell, spacing: { after: 80 }, children: runs(text) });
  const caption = (text: string) => new Paragraph({ style: STYLE.caption, children: runs(text) });
  const width = form.card.textWidth;
  const mark = [model.mark, check.mark].filter((one) => one !== undefined).join(' ');
  return [
    {
      ...loosePage({ ...model, mark }, form),
      children: [
        heading(check),
        ...check.notes.map(small),
        ...check.tables.flatMap(({ caption: text, facts }) => [caption(text), factsTable(facts, form, { width })]),
        ...dataTable(check.contents, form, { width }),
        lastLine(),
      ],
    },
    {
      ...textPage(model, form),
      children: [
        ...model.title.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(line) })),
        gap(),
        ...(model.form.facts.length === 0 ? [] : [factsTable(model.form.facts, form), gap()]),
        ...(model.salutation === undefined ? [] : [flushLine(model.salutation)]),
        ...model.lead.map((text) => bodyParagraph(text)),
        ...model.sections.flatMap((section) => sectionBlocks(section, setting)),
        ...model.tail.map((text) => bodyParagraph(text)),
        ...model.closing.map((text) => closingLine(text, form.indent.twips * 2)),
      ],
    },
  ];
}

function flushLine(text: string): Paragraph {
  return new Paragraph({ style: STYLE.body, indent: { firstLine: 0, firstLineChars: 0 }, children: runs(text) });
}

function closingLine(text: string, right: number): Paragraph {
  return new Paragraph({
    style: STYLE.body,
    alignment: AlignmentType.RIGHT,
    indent: { right, firstLine: 0 },
    children: runs(text),
  });
}
