import {
  BorderStyle,
  HeightRule,
  Paragraph,
  ShadingType,
  Table as DocxTable,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ITableBordersOptions, ITableCellOptions } from 'docx';
import type { Fact, Table } from '../model.js';
import type { Form } from './form.js';
import { runs } from './runs.js';
import { STYLE } from './styleNames.js';
import { exactly } from './typography.js';

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
const LABEL_FILL = 'F0F0F0';

/** So many rows at the end of a table stay together. */
const TAIL = 2;
const FORM_ROWS = 8;

/** Room for a signature by hand, in twips: 12 mm. */
const WRITTEN_ROW = 680;

export interface TableLook {
  /** Of the table, in twips; the text's own without it. */
  width?: number;
  style?: string;
  captionStyle?: string;
  /** On one page; for short tables only. */
  together?: true;
}

/** What the document is, before it says anything: labels at the left, no header row to repeat. */
export function factsTable(facts: Fact[], form: Form, look: TableLook = {}): DocxTable {
  const widths = split([24, 76], look.width ?? form.textWidth);
  const rows = facts.map(({ label, value }, y) => {
    const keepNext = look.together === true && y < facts.length - 1;
    return new TableRow({
      cantSplit: true,
      children: [
        cell(label, widths[0]!, look, { fill: LABEL_FILL, keepNext }),
        cell(value, widths[1]!, look, { keepNext }),
      ],
    });
  });
  return tableOf(rows, widths);
}

/**
 * The caption stands above and stays with the table; header rows repeat, and no row is torn apart. Nothing follows: at the end
 * of a full page it would open another.
 */
export function dataTable(
  { caption, captionUnseen, columns, rows, fills, handwritten }: Table,
  form: Form,
  look: TableLook = {},
): (Paragraph | DocxTable)[] {
  const widths = split(
    columns.map(({ width }) => width),
    look.width ?? form.textWidth,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) => cell(column.heading, widths[i]!, look, { fill: LABEL_FILL, keepNext: true })),
  });
  const height = handwritten === true ? { height: { value: WRITTEN_ROW, rule: HeightRule.ATLEAST } } : {};
  // No row alone on a page of its own, and a form that people sign stays in one piece.
  const kept = handwritten === true && rows.length <= FORM_ROWS ? 0 : rows.length - TAIL;
  const body = rows.map(
    (row, y) =>
      new TableRow({
        cantSplit: true,
        ...height,
        children: row.map((text, x) =>
          cell(text, widths[x]!, look, {
            fill: x === 0 ? fills?.[y] : undefined,
            keepNext: y >= kept && y < rows.length - 1,
          }),
        ),
      }),
  );
  return [
    captionUnseen === true
      ? gap()
      : new Paragraph({ style: look.captionStyle ?? STYLE.caption, children: runs(caption) }),
    tableOf([head, ...body], widths),
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

interface CellLook {
  fill?: string | undefined;
  keepNext?: boolean;
}

function cell(
  text: string,
  width: number,
  { style = STYLE.cell }: TableLook,
  { fill, keepNext = false }: CellLook = {},
): TableCell {
  const shading: Partial<ITableCellOptions> = fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...shading,
    children: text.split('\n').map((line) => new Paragraph({ style, keepNext, children: runs(line) })),
  });
}

/** Whole twips that add up to the width. */
function split(parts: number[], width: number): number[] {
  const total = parts.reduce((a, b) => a + b, 0);
  const widths = parts.map((part) => Math.floor((width * part) / total));
  const rest = width - widths.reduce((a, b) => a + b, 0);
  return widths.map((w, i) => (i === widths.length - 1 ? w + rest : w));
}

/** After a table that ends a section something must stand; on a full page it must find room. */
export function lastLine(): Paragraph {
  return new Paragraph({
    style: STYLE.gap,
    spacing: exactly(20),
    run: { size: 2 },
    children: [],
  });
}

/** Between a table and the text that follows it. */
export function gap(): Paragraph {
  return new Paragraph({ style: STYLE.gap, children: [] });
}
