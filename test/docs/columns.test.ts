import { readFileSync } from 'node:fs';
import { ITEM_COLUMNS } from '../../src/domain/plan/columns/itemColumns.js';
import { PERSON_COLUMNS } from '../../src/domain/plan/columns/personColumns.js';

const rows = readFileSync('docs/operators.md', 'utf8').split('\n');
const keysIn = (from: string, to: string): string[] => {
  const table = rows.slice(
    rows.findIndex((row) => row.startsWith(from)),
    rows.findIndex((row) => row.startsWith(to)),
  );
  const cells = table.filter((row) => row.startsWith('| `')).map((row) => row.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key!));
};

test('docs/operators.md has every column of the roster and no other', () => {
  const keys = ['posts', ...PERSON_COLUMNS.map(({ key }) => key)];
  expect(keysIn('A row of the roster', 'A row of the ledger').sort()).toEqual(keys.sort());
});

test('docs/operators.md has every column of the ledger and no other', () => {
  expect(keysIn('A row of the ledger', '## Backup').sort()).toEqual(ITEM_COLUMNS.map(({ key }) => key).sort());
});
