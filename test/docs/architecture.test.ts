import { existsSync, readFileSync, readdirSync } from 'node:fs';

const paths = (markdown: string): string[] =>
  [...markdown.matchAll(/`((?:src|test|plans|tools|docs|bench)\/[^`]*)`/g)].map(([, path]) => path!);

describe('docs/architecture.md', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const rows = text
    .slice(text.indexOf('## Behaviour'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'));

  test('names only files that exist', () => {
    expect(paths(text).filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names a file and a test for every behaviour', () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) expect(paths(row)).toHaveLength(2);
  });
});

test('every decision record is listed', () => {
  const index = readFileSync('docs/decisions/README.md', 'utf8');
  const records = readdirSync('docs/decisions').filter((file) => file !== 'README.md');
  expect(records.filter((file) => !index.includes(file))).toEqual([]);
});
