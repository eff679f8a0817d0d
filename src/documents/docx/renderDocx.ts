import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { DocumentModel } from '../model.js';
import { bodyParagraph, coverTable, runs, sectionBlocks, signatureBlocks } from './blocks.js';
import type { DocxBlock } from './blocks.js';
import { FORMS } from './form.js';
import { pageOf } from './page.js';
import { STYLE, stylesFor } from './styles.js';

export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  const form = FORMS[model.lang];
  const blank = new Paragraph({ style: STYLE.cell, children: [] });
  const children: DocxBlock[] = [
    ...model.title.map((line) => new Paragraph({ heading: HeadingLevel.TITLE, children: runs(line) })),
    blank,
    new Paragraph({ style: STYLE.caption, children: runs(model.cover.caption) }),
    coverTable(model.cover.facts, form),
    blank,
    ...model.lead.map(bodyParagraph),
    ...model.sections.flatMap((section) => sectionBlocks(section, form)),
    ...signatureBlocks(model.signatures, form),
    ...model.annexes.flatMap((annex) => sectionBlocks(annex, form, 1, true)),
  ];
  const document = new Document({
    title: `${model.mark ?? ''}${model.title.join(' ')}`,
    subject: model.runningHead,
    creator: model.signatures.organisation,
    styles: stylesFor(form, model.lang),
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageOf(model, form), children }],
  });
  return Packer.toBuffer(document);
}
