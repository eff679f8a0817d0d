import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../../src/domain/lang.js';
import { LANGS } from '../../../src/domain/lang.js';
import { fullPlan, printed, readable, smallPlan } from './fixtures.js';

interface Found {
  path: string;
  text: string;
  rows: string[];
}

/** Every text of the plan in one language, with the rows that the entry around it carries out. */
function textsIn(value: unknown, lang: Lang, path = '', rows: string[] = []): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, lang, `${path}[${i}]`, rows));
  if (typeof value !== 'object' || value === null) return [];
  if (lang in value) return [{ path, text: (value as Record<Lang, string>)[lang], rows }];
  const own = 'rows' in value ? (value.rows as string[]) : rows;
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, lang, `${path}.${key}`, own));
}

/** Of forms, what stands between the blanks; of a unit, its beginning, because of one thing it has no plural. */
function isPrinted(words: string, { path, text }: Found): boolean {
  if (path.endsWith('.unit')) return words.includes(text.slice(0, 5).replace(/ies?$|s$/, ''));
  const parts = path.startsWith('.templates') ? text.split(/\n|\{\w+\}/) : text.split('\n');
  const lines = parts.map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.every((line) => words.includes(line));
}

describe.each(LANGS)('the default plan printed in %s', (lang) => {
  const { document, ...rest } = fullPlan();
  const words = readable(printed({ document, ...rest }, lang));
  const texts = textsIn(document, lang);

  test('leaves out no text of the plan', () => {
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.filter((text) => !isPrinted(words, text)).map(({ path }) => path)).toEqual([]);
  });

  test('carries every row of the mission that the plan carries out', () => {
    const rows = new Set(texts.filter((text) => isPrinted(words, text)).flatMap((text) => text.rows));
    const numbers = (letter: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
    const wanted = [
      ...numbers('S', 5),
      ...numbers('O', 6),
      ...numbers('R', 11),
      ...numbers('A', 10),
      ...numbers('D', 7),
    ];
    expect(wanted.filter((row) => !rows.has(row))).toEqual([]);
  });

  test('says nothing that is no word', () => {
    expect(words).not.toMatch(/undefined|\[object|NaN|null/);
  });
});

test('a small plan in one language is printed whole as well', () => {
  const { document, ...rest } = smallPlan();
  const words = readable(printed({ document, ...rest }, 'en'));
  expect(textsIn(document, 'en').filter((text) => !isPrinted(words, text))).toEqual([]);
});

test('what a plan does not lay down is said, or left out', () => {
  const { document, hash } = smallPlan();
  const { aftermath: _a, drills: _d, scenarios: _s, control: _c, training: _t, annexes: _n, ...bare } = document;
  const model = printed({ document: bare, hash }, 'en');
  const chapter = model.sections.find(({ heading }) => heading.endsWith('Aftermath'));
  expect(chapter?.blocks).toEqual([{ kind: 'paragraph', text: 'This plan lays nothing down about this.' }]);
  expect(readable(model)).not.toMatch(/undefined|\[object|NaN|null/);
});
