import { HeadingLevel, PageReference, Paragraph, TableOfContents } from 'docx';
import type { ISectionOptions } from 'docx';
import { contentsOf } from '../contents.js';
import type { PlanModel, Section } from '../model.js';
import { blocksOf, heading, sectionBlocks } from './blocks.js';
import type { DocxBlock } from './blocks.js';
import { cardBlocks } from './card.js';
import { coverPage, frontPage, loosePage, textPage } from './page.js';
import { runs } from './runs.js';
import type { Setting } from './setting.js';
import { signatureBlocks } from './signatures.js';
import { STYLE } from './styleNames.js';
import { factsTable, lastLine } from './table.js';

export function planSections(model: PlanModel, setting: Setting, probe: boolean): ISectionOptions[] {
  const { form } = setting;
  const text = [
    ...model.sections.flatMap((section, i) =>
      sectionBlocks(section, setting, { ownPage: i > 0 && section.sections.length > 0 }),
    ),
    ...model.annexes.flatMap((annex) => sectionBlocks(annex, setting, { ownPage: true })),
  ];
  const cards = model.cards.flatMap((card, i) => cardBlocks(card, setting, i > 0));
  return [
    { ...coverPage(form), children: cover(model, setting) },
    { ...frontPage(model, form), children: front(model, setting) },
    { ...textPage(model, form), children: text },
    ...(cards.length === 0 ? [] : [{ ...loosePage(model, form), children: cards }]),
    {
      ...loosePage(model, form),
      children: [...sheetBlocks(model.sheet, setting), ...(probe ? [numbers(model)] : [])],
    },
  ];
}

/** Wider than the text, and its table larger than others. */
function sheetBlocks(sheet: Section, setting: Setting): DocxBlock[] {
  const { form } = setting;
  const look = { style: STYLE.sheet, width: form.card.textWidth };
  return [heading(sheet), ...blocksOf(sheet.blocks, setting, look), lastLine()];
}

function cover({ mark, cover: { facts, lines }, title }: PlanModel, { form }: Setting): DocxBlock[] {
  const line = (text: string, before = 0): Paragraph =>
    new Paragraph({ style: STYLE.cover, spacing: { before }, children: runs(text) });
  return [
    ...(mark === undefined ? [] : [new Paragraph({ style: STYLE.mark, children: runs(mark) })]),
    new Paragraph({ style: STYLE.cell, children: [] }),
    factsTable(facts, form),
    ...title.map(
      (text, i) =>
        new Paragraph({
          heading: HeadingLevel.TITLE,
          ...(i === 0 ? { spacing: { before: 2400 } } : {}),
          children: runs(text),
        }),
    ),
    ...lines.map((text, i) => line(text, i === 0 ? 2800 : 120)),
  ];
}

function front({ approval, contents, records }: PlanModel, setting: Setting): DocxBlock[] {
  const titled = (text: string, pageBreakBefore: boolean): Paragraph =>
    new Paragraph({ style: STYLE.frontHeading, pageBreakBefore, children: runs(text) });
  return [
    titled(approval.heading, false),
    ...signatureBlocks(approval, setting.form),
    titled(contents.heading, true),
    new TableOfContents(contents.heading, { hyperlink: true, headingStyleRange: '1-2' }),
    ...records.flatMap((record) => [titled(record.heading, true), ...sectionBlocks(record, setting).slice(1)]),
  ];
}

/** The numbers of the pages of the contents' entries, in their order, each followed by nothing else. */
function numbers(model: PlanModel): Paragraph {
  const children = contentsOf(model).map(({ anchor }) => new PageReference(anchor));
  return new Paragraph({ pageBreakBefore: true, children });
}
