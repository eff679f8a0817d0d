import type { Column } from '../domain/plan/columns/column.js';
import { said } from '../domain/lang.js';
import type { Path } from '../domain/plan/issues.js';
import { fault } from './fault.js';
import type { Problem } from './problem.js';
import type { Table, TableRow } from './table.js';
import type { NamedPlace } from './written.js';

/** What a row of a table says, in the form that the schema describes. */
export function toEntry<Entry>(table: Table, row: TableRow, columns: readonly Column<Entry>[]) {
  const entry: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const { key, path, read } of columns) {
    const cell = row.cells.get(key);
    if (cell !== undefined && !put(entry, path, read(cell))) {
      problems.push(
        fault(
          cellAt(table, row.line, key),
          'two_names',
          said('there is a name for all languages already', '已填写通用名称'),
          said('fill in either the one for all languages or those for each', '通用名称与分语言名称只填一种'),
        ),
      );
    }
  }
  return { entry, problems };
}

/** False where something else stands in the way. */
function put(entry: Record<string | number, unknown>, path: Path, value: unknown): boolean {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    entry[first] = value;
    return true;
  }
  const inner = (entry[first] ??= {});
  return typeof inner === 'object' && inner !== null && put(inner as Record<string | number, unknown>, rest, value);
}

/** The column that a path within an entry leads to: the one that goes furthest along it, else the first that goes beyond. */
export function keyAt<Entry>(columns: readonly Column<Entry>[], path: Path): string | undefined {
  const along = columns.filter((column) => column.path.every((step, i) => step === path[i]));
  const beyond = columns.find((column) => path.every((step, i) => step === column.path[i]));
  return (along.toSorted((a, b) => b.path.length - a.path.length)[0] ?? beyond)?.key;
}

export function cellAt(table: Table, line: number, key: string | undefined): NamedPlace {
  const at = table.columns.findIndex((column) => column.key !== undefined && column.key === key);
  return { file: table.file, line, column: Math.max(at, 0) + 1, path: table.columns[at]?.written ?? key ?? '' };
}
