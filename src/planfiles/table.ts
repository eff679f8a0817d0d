import { said } from '../domain/lang.js';
import type { Said } from '../domain/lang.js';
import { suggestion } from '../domain/plan/nearest.js';
import { readCsv } from './csv.js';
import type { Row } from './csv.js';
import { fault } from './fault.js';
import type { Problem } from './problem.js';

/** What a column is called in the first row: its key, or its title in either language. */
export interface Heading {
  key: string;
  title: Said;
}

/** A CSV text whose first row names its columns. */
export interface Table {
  file: string;
  /** From the left; as they are called in the file, with the key that is meant. */
  columns: { written: string; key: string | undefined }[];
  rows: TableRow[];
  problems: Problem[];
}

export interface TableRow {
  line: number;
  /** By key; cells without words are absent. */
  cells: Map<string, string>;
}

/** `required`: of each group of keys one at least must be a column. */
export function readTable(file: string, text: string, headings: readonly Heading[], required: string[][]): Table {
  const read = readCsv(file, text);
  if ('problem' in read) return { file, columns: [], rows: [], problems: [read.problem] };
  const [first = { line: 1, cells: [] }, ...body] = read.rows;
  const columns = first.cells.map((written) => ({ written, key: headings.find(isCalled(written))?.key }));
  const table: Table = { file, columns, rows: body.map((row) => toRow(columns, row)), problems: [] };
  table.problems.push(
    ...columns.flatMap((_, i) => headingFaults(table, i, first.line, headings)),
    ...missingColumns(table, first.line, headings, required),
    ...body.flatMap((row) => surplusCells(table, row)),
  );
  return table;
}

function toRow(columns: Table['columns'], { line, cells }: Row): TableRow {
  const filled = columns.flatMap(({ key }, i): [string, string][] => {
    const cell = cells[i] ?? '';
    return key === undefined || cell === '' ? [] : [[key, cell]];
  });
  return { line, cells: new Map(filled) };
}

/** Whoever types a heading may use either kind of brackets, and capitals. */
function isCalled(written: string): (heading: Heading) => boolean {
  return ({ key, title }) => [key, ...Object.values(title)].some((name) => plain(name) === plain(written));
}

function plain(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '').toLowerCase();
}

function headingFaults(table: Table, i: number, line: number, headings: readonly Heading[]): Problem[] {
  const { written, key } = table.columns[i] ?? { written: '', key: undefined };
  const place = { file: table.file, line, column: i + 1, path: written };
  if (key === undefined && written === '') {
    // A column without a name and without a word in it is what spreadsheets leave behind.
    return [];
  }
  if (key === undefined) {
    return [
      fault(
        place,
        'unknown_column',
        said(`no column is called "${written}"`, `没有名为“${written}”的列`),
        suggestion(
          written,
          headings.map((heading) => heading.key),
        ),
      ),
    ];
  }
  if (table.columns.findIndex((column) => column.key === key) === i) return [];
  return [
    fault(
      place,
      'duplicate_column',
      said(`"${written}" names a column that is there already`, `“${written}”列重复`),
      said('keep one of the two', '只保留其中一列'),
    ),
  ];
}

function missingColumns({ file, columns }: Table, line: number, headings: readonly Heading[], required: string[][]) {
  return required
    .filter((group) => !columns.some(({ key }) => key !== undefined && group.includes(key)))
    .map((group) => {
      const title = headings.find(({ key }) => key === group[0])?.title ?? said(group.join(), group.join());
      return fault(
        { file, line, column: 1, path: '' },
        'missing_column',
        said(`the column "${title.en}" is missing`, `缺少“${title['zh-CN']}”列`),
        said('the first row names the columns', '第一行应为列名'),
      );
    });
}

function surplusCells({ file, columns }: Table, { line, cells }: Row): Problem[] {
  const nameless = (i: number) => (columns[i]?.written ?? '') === '';
  const at = cells.findIndex((cell, i) => cell !== '' && nameless(i));
  if (at < 0) return [];
  return [
    fault(
      { file, line, column: at + 1, path: '' },
      'surplus_cell',
      said(`cell ${at + 1} of this row stands below no heading`, `本行第${at + 1}格没有对应的列名`),
      said('a comma within a cell needs quotes around the cell', '单元格内含逗号时须加引号'),
    ),
  ];
}
