import { describe, expect, test } from '@jest/globals';
import { LANGS } from '../../src/domain/lang.js';
import { UPKEEP_KINDS } from '../../src/domain/plan/upkeep.js';
import { upkeepDoneWords, upkeepMailWords, upkeepWords } from '../../src/domain/words/index.js';
import type { UpkeepLine } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import { sampleUpkeep } from './samples.js';

const BROKEN = /undefined|\[object|NaN|null|Invalid/;
const names = sampleNames();

describe.each(LANGS)('the mail about stock in %s', (lang) => {
  const mail = (...lines: Partial<UpkeepLine>[]) =>
    upkeepMailWords({ names, lang, lines: lines.map((line) => ({ ...sampleUpkeep, ...line })) });

  test.each(UPKEEP_KINDS)('to %s says what, where, and by when, to everybody who hears of it', (kind) => {
    for (const as of ['custodians', 'deputies', 'command'] as const) {
      for (const overdue of [true, false]) {
        const { item: _, location: _where, ...nowhere } = { ...sampleUpkeep, kind, as, overdue };
        for (const line of [{ ...sampleUpkeep, kind, as, overdue }, nowhere]) {
          const { subject, text } = upkeepMailWords({ names, lang, lines: [line] });
          expect(subject).toContain(upkeepWords(kind, lang));
          expect(text).toContain(lang === 'en' ? '1 December 2026' : '2026年12月1日');
          if (kind === 'inspect' && 'item' in line) expect(subject).toContain('radios');
          if (as !== 'custodians') expect(text).toContain(names.person('lei-gang', lang));
          expect(`${subject}${text}`).not.toMatch(BROKEN);
        }
      }
    }
  });

  test('tells several in one, each part under its heading, and how many are overdue', () => {
    const { subject, text } = mail({}, { as: 'command', overdue: true }, { as: 'deputies' });
    expect(subject).toBe(lang === 'en' ? 'Stock: 3 tasks, 1 overdue' : '【物资维护】3项待办，其中1项逾期');
    expect(text.match(/^1\. /gm)).toHaveLength(3);
  });

  test('of very many shows the first, and counts the others', () => {
    const { text } = mail(...Array.from({ length: 25 }, () => ({})));
    expect(text.match(/^\d+\. /gm)).toHaveLength(20);
    expect(text).toContain(lang === 'en' ? 'And 5 more.' : '另有5项。');
  });

  test('what closed a task has words of its own', () => {
    const all = (['good', 'bad', 'moved', 'imported', 'changed'] as const).map((how) => upkeepDoneWords(how, lang));
    expect(new Set(all).size).toBe(5);
  });

  test('a text from the ledger stays in its line', () => {
    expect(mail({ name: 'Set\nmuster evil', location: 'Rack\r\nB' }).text).not.toMatch(/^muster evil|^B/m);
  });
});
