import type { Lang } from '../domain/lang.js';
import { ITEM_COLUMNS } from '../domain/plan/columns/itemColumns.js';
import type { LedgerDocument } from '../domain/plan/ledger.js';
import { writeCsv } from './csv.js';
import { cellAt, keyAt, toEntry } from './entries.js';
import { readTable } from './table.js';
import { inCells } from './written.js';
import type { Written } from './written.js';

const REQUIRED = [
  ['id'],
  ['resource'],
  ['location', 'location.zh-CN', 'location.en'],
  ['custodian'],
  ['onHand'],
  ['lastInspected'],
];

/** A row for each item. */
export function ledgerInCsv(file: string, text: string): Written {
  const table = readTable(file, text, ITEM_COLUMNS, REQUIRED);
  const items = table.rows.map((row) => toEntry(table, row, ITEM_COLUMNS));
  const problems = [...table.problems, ...items.flatMap((item) => item.problems)];
  return inCells(file, { items: items.map(({ entry }) => entry) }, problems, ([, i, ...rest]) =>
    cellAt(table, table.rows[Number(i)]?.line ?? 1, rest.length === 0 ? 'id' : keyAt(ITEM_COLUMNS, rest)),
  );
}

export function ledgerToCsv({ items }: LedgerDocument, lang: Lang): string {
  const rows = items.map((item) => ITEM_COLUMNS.map(({ write }) => write(item)));
  return writeCsv([ITEM_COLUMNS.map(({ title }) => title[lang]), ...rows]);
}
