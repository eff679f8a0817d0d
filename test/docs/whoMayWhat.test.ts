import { readFileSync, writeFileSync } from 'node:fs';
import { published } from '../incident/whoMayWhat/published.js';

const FILE = 'docs/who-may-what.md';
const FIRST = '## Signs';

/** After a change of the table `PUBLISH=1` writes it out anew. */
test('docs/who-may-what.md has the table as it is tested', () => {
  const text = readFileSync(FILE, 'utf8');
  const foreword = text.slice(0, text.indexOf(FIRST));
  if (process.env['PUBLISH'] !== undefined) writeFileSync(FILE, foreword + published());
  expect(readFileSync(FILE, 'utf8').slice(foreword.length)).toBe(published());
});
