import { CsvError, parse } from 'csv-parse/sync';
import { said } from '../domain/lang.js';
import { fault } from './fault.js';
import type { Problem } from './problem.js';

export interface Row {
  /** Of its first character; a cell may go over several lines. */
  line: number;
  cells: string[];
}

/** RFC 4180, with or without byte order mark, with any line ends. Rows without a word are passed over. */
export function readCsv(file: string, text: string): { rows: Row[] } | { problem: Problem } {
  // The parser counts CR and LF within a cell as two lines.
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  try {
    const options = { relax_column_count: true, record_delimiter: '\n', info: true };
    // The types of the package do not know what `info` adds.
    const records = parse(source, options) as unknown as { record: string[]; info: { lines: number } }[];
    const rows = records.map(({ record }, i) => ({
      line: (records[i - 1]?.info.lines ?? 0) + 1,
      cells: record.map((cell) => unguarded(cell.trim())),
    }));
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: syntaxFault(file, error) };
  }
}

/** With a byte order mark, without which Excel reads Chinese as something else. */
export function writeCsv(rows: string[][]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(guarded(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Spreadsheets take what begins so for a formula: a telephone number becomes 8.6E+12, and a name could run a command. An
 * apostrophe in front makes it a text.
 */
const FORMULA = /^'*[=+\-@\t]/;

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function syntaxFault(file: string, error: CsvError): Problem {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
  return fault(
    { file, line, column: 1, path: '' },
    'csv_syntax',
    said('the quotes of a cell do not match', '单元格的引号不配对'),
    said(
      'a cell with quotes, commas or line breaks stands in quotes, and each quote in it twice',
      '含引号、逗号或换行的单元格须加引号，其中的引号写两遍',
    ),
  );
}
