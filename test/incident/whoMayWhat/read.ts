import { DOINGS, REFUSED, ROLES, TABLES } from './table.js';
import type { Doing, Role, Table } from './table.js';

type Cell = 'may' | (typeof REFUSED)[keyof typeof REFUSED];
type Row = Record<Role, Cell>;

const EVERYTHING = 'everything';
const roles = Object.keys(ROLES) as Role[];
const doings = Object.keys(DOINGS) as Doing[];

/** The rows of a table by what is done; whatever is missing, doubled or unknown in it throws. */
function readTable({ name, rows }: Table): Map<Doing, Row> {
  const lines = rows
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));
  const [first] = lines;
  if (first?.[0] === EVERYTHING) return new Map(doings.map((doing) => [doing, readRow(first[1]!)]));
  if (first?.[1]?.split(/ +/).join() !== roles.join()) throw new Error(`${name.en}: other columns than ROLES`);
  const read = lines.slice(1).map(([doing, cells]) => [doing as Doing, readRow(cells!)] as const);
  const found = read.map(([doing]) => doing);
  if (found.join() !== doings.join()) throw new Error(`${name.en}: other rows than DOINGS`);
  return new Map(read);
}

function readRow(cells: string): Row {
  const read = cells.split(/ +/).map(readCell);
  if (read.length !== 1 && read.length !== roles.length) throw new Error(`${read.length} cells: ${cells}`);
  return Object.fromEntries(roles.map((role, i) => [role, read.length === 1 ? read[0] : read[i]])) as Row;
}

function readCell(sign: string): Cell {
  if (sign === '✓') return 'may';
  if (!Object.hasOwn(REFUSED, sign)) throw new Error(`nothing stands for ${sign}`);
  return REFUSED[sign as keyof typeof REFUSED];
}

/** Every situation with the rows that hold in it. */
export const ROWS = TABLES.flatMap((table) => {
  const rows = readTable(table);
  return table.when.map((situation) => ({ situation, rows }));
});
