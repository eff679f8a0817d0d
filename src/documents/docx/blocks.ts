import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  Paragraph,
  ShadingType,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ITableBordersOptions, ITableCellOptions } from 'docx';
import { cleanText } from '../../domain/words/index.js';
import type { Block, Fact, Section, SignaturePage, Table } from '../model.js';
import type { Form } from './form.js';
import { STYLE } from './styles.js';

export type DocxBlock = Paragraph | DocxTable;

/** Half a point, all round. */
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const RULES: ITableBordersOptions = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
};
/** Room for a signature by hand: 12 mm. */
const SIGNATURE_ROW = 680;
/** Room for a seal: 30 mm. */
const SEAL = 1701;

export function sectionBlocks(section: Section, form: Form, level: 1 | 2 = 1, ownPage = false): DocxBlock[] {
  return [
    heading(section.heading, level, ownPage),
    ...section.blocks.flatMap((block) => blockOf(block, form)),
    ...section.sections.flatMap((sub) => sectionBlocks(sub, form, 2)),
  ];
}

function heading(text: string, level: 1 | 2, ownPage = false): Paragraph {
  const style = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return new Paragraph({ heading: style, pageBreakBefore: ownPage, children: runs(text) });
}

export function bodyParagraph(text: string): Paragraph {
  return new Paragraph({ style: STYLE.body, children: runs(text) });
}

/** What the document is, before it says anything: labels at the left, no header row to repeat. */
export function coverTable(facts: Fact[], form: Form): DocxTable {
  const widths = split([24, 76], form.textWidth);
  const rows = facts.map(
    ({ label, value }) =>
      new TableRow({ cantSplit: true, children: [cell(label, widths[0]!, true), cell(value, widths[1]!)] }),
  );
  return tableOf(rows, widths);
}

export function signatureBlocks(page: SignaturePage, form: Form): DocxBlock[] {
  const right = { right: form.indent.twips * 2 };
  const atRight = (text: string): Paragraph =>
    new Paragraph({
      style: STYLE.body,
      alignment: AlignmentType.RIGHT,
      indent: { ...right, firstLine: 0 },
      children: runs(text),
    });
  return [
    heading(page.heading, 1, true),
    bodyParagraph(page.note),
    ...dataTable(page.table, form, SIGNATURE_ROW),
    new Paragraph({
      style: STYLE.body,
      alignment: AlignmentType.RIGHT,
      spacing: { before: SEAL },
      indent: { ...right, firstLine: 0 },
      children: runs(page.organisation),
    }),
    atRight(page.date),
    atRight(page.seal),
  ];
}

function blockOf(block: Block, form: Form): DocxBlock[] {
  return block.kind === 'paragraph' ? [bodyParagraph(block.text)] : dataTable(block.table, form);
}

/** The caption stands above and stays with the table; header rows repeat, and no row is torn apart. */
function dataTable({ caption, columns, rows }: Table, form: Form, rowHeight?: number): DocxBlock[] {
  const widths = split(
    columns.map(({ width }) => width),
    form.textWidth,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) => cell(column.heading, widths[i]!, true)),
  });
  const height = rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } };
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, ...height, children: row.map((text, i) => cell(text, widths[i]!)) }),
  );
  return [
    new Paragraph({ style: STYLE.caption, children: runs(caption) }),
    tableOf([head, ...body], widths),
    new Paragraph({ style: STYLE.cell, children: [] }),
  ];
}

function tableOf(rows: TableRow[], widths: number[]): DocxTable {
  return new DocxTable({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: RULES,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: 85, right: 85 },
  });
}

function cell(text: string, width: number, label = false): TableCell {
  const shading: Partial<ITableCellOptions> = label ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0' } } : {};
  const lines = text.split('\n');
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...shading,
    children: lines.map((line) => new Paragraph({ style: STYLE.cell, children: runs(line) })),
  });
}

/** Whole twips that add up to the width. */
function split(parts: number[], width: number): number[] {
  const total = parts.reduce((a, b) => a + b, 0);
  const widths = parts.map((part) => Math.floor((width * part) / total));
  const rest = width - widths.reduce((a, b) => a + b, 0);
  return widths.map((w, i) => (i === widths.length - 1 ? w + rest : w));
}

/** Cleaned once more: a single control character makes the whole file unreadable. */
export function runs(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, i) => new TextRun(i === 0 ? { text: line } : { text: line, break: 1 }));
}
