import { AlignmentType, Paragraph } from 'docx';
import type { SignaturePage } from '../model.js';
import { bodyParagraph } from './blocks.js';
import type { DocxBlock } from './blocks.js';
import type { Form } from './form.js';
import { runs } from './runs.js';
import { STYLE } from './styleNames.js';
import { dataTable } from './table.js';

/** Room for a seal: 30 mm. */
const SEAL = 1701;

/** What stands below the heading of a page to be signed. */
export function signatureBlocks(page: SignaturePage, form: Form): DocxBlock[] {
  const right = { right: form.indent.twips * 2 };
  const atRight = (text: string, before = 0): Paragraph =>
    new Paragraph({
      style: STYLE.body,
      alignment: AlignmentType.RIGHT,
      ...(before === 0 ? {} : { spacing: { before } }),
      indent: { ...right, firstLine: 0 },
      children: runs(text),
    });
  return [
    ...page.note.split('\n').map((line) => bodyParagraph(line)),
    ...dataTable({ ...page.table, handwritten: true }, form),
    atRight(page.organisation, SEAL),
    atRight(page.date),
    atRight(page.seal),
    // Behind the seal, which would else stand alone on a page.
    ...(page.signed === undefined ? [] : dataTable(page.signed, form)),
  ];
}
