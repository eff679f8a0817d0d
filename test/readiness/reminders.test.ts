import { describe, expect, test } from '@jest/globals';
import type { Finding, ToldOf } from '../../src/domain/readiness/index.js';
import { remindersOf } from '../../src/domain/readiness/index.js';
import { namesFrom, namesWithItems } from '../../src/domain/plan/namesFrom.js';
import { readinessSubjectName, sentenceOf } from '../../src/domain/words/index.js';
import { facts } from './facts.js';
import { DAY } from '../../src/domain/time.js';

const AT = Date.UTC(2026, 10, 30);
const finding = (more: Partial<Finding> = {}): Finding => ({
  ...{ key: 'k', area: 'people', code: 'post_vacant', subject: { kind: 'post', id: 'p' }, points: 1, since: AT },
  ...{ found: { en: 'f', 'zh-CN': 'f' }, todo: { en: 't', 'zh-CN': 't' }, owners: ['anna'] },
  ...more,
});
const told = (daysAgo: number, about: string[] = []): ToldOf[] => [
  { key: 'k', person: 'anna', at: AT - daysAgo * DAY, about },
];
const reminded = (findings: Finding[], before: ToldOf[]) => [
  ...remindersOf(findings, before, AT, 28 * DAY).people.keys(),
];

test('what a finding quotes is called by its name, an item of the ledger among them', () => {
  const { plan, roster, items } = facts();
  const names = namesWithItems(namesFrom(plan, roster), items!);
  const found = { en: '"duty-engineers" was to be inspected', 'zh-CN': '“duty-engineers”逾期未检查' };
  expect(sentenceOf(found, names, 'en')).toContain('"Standby rota of development, operations, security"');
  expect(sentenceOf(found, names, 'zh-CN')).toContain('备勤值班表');
  expect(readinessSubjectName('item', 'duty-engineers', names, 'en')).toContain('Standby rota');
});

describe('reminders of what an inspection finds', () => {
  test('go to owners, each with what is theirs', () => {
    const { people } = remindersOf([finding(), finding({ key: 'l', owners: ['anna', 'ben'] })], [], AT, DAY);
    expect([...people].map(([person, own]) => [person, own.map(({ key }) => key)])).toEqual([
      ['anna', ['k', 'l']],
      ['ben', ['l']],
    ]);
  });

  test('what stays as it was is not told again before its time', () => {
    expect(reminded([finding()], told(27))).toEqual([]);
    expect(reminded([finding()], told(28))).toEqual(['anna']);
  });

  test('what has grown is told at once, what has shrunk is not', () => {
    expect(reminded([finding({ about: ['a', 'b'] })], told(1, ['a']))).toEqual(['anna']);
    expect(reminded([finding({ about: ['a'] })], told(1, ['a', 'b']))).toEqual([]);
  });

  test('another owner has not been told yet', () => {
    expect(reminded([finding({ owners: ['ben'] })], told(1))).toEqual(['ben']);
  });
});
