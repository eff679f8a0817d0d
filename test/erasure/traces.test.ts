import { expect, test } from '@jest/globals';
import { contactsIn, redacted, tracesOf, tracesOfPerson } from '../../src/domain/erasure/index.js';

const person = tracesOfPerson([
  {
    id: 'liang-yue',
    name: { 'zh-CN': '梁悦', en: 'Liang Yue' },
    languages: ['zh-CN'],
    contacts: { email: 'liang.yue@yunfan.example', mobile: '+8613800138000', wecom: 'liang-yue' },
  },
]);

test.each([
  '梁悦说的',
  '梁 悦',
  'said by Liang Yue.',
  'LIANG  YUE',
  'Yue, Liang',
  '请Liang Yue确认',
  'ask\nLiang\nYue\nfirst',
  'Ｌｉａｎｇ Ｙｕｅ',
  'to liang.yue@yunfan.example',
  'call 13800138000',
  'call +86 138-0013-8000 now',
])('finds "%s"', (text) => expect(person.finds(text)).toBe(true));

test.each([
  'liang-yue',
  'Liang Yueming',
  'xLiang Yue',
  'ÉLiang Yue',
  'Liang Yueж',
  'Liang and Yue',
  '梁',
  '1380013800',
  'person:liang-yue',
])('does not find "%s"', (text) => expect(person.finds(text)).toBe(false));

test('finds nothing where nobody is meant, and takes a name as it is written', () => {
  expect(tracesOf([]).finds('anything')).toBe(false);
  expect(tracesOf(['A.B* (C)']).finds('by A.B* (C)')).toBe(true);
  expect(tracesOf(['A.B* (C)']).finds('by AxB (C)')).toBe(false);
});

test('knows addresses and numbers from versions of packages', () => {
  expect(contactsIn('请联系 zhang@example.com 或 138 0013 8000，lodash@4.17.21，端口 8080，单号 20261122001')).toEqual([
    'zhang@example.com',
    '138 0013 8000',
  ]);
});

test('erases strings at any depth, and counts them once', () => {
  const kept = { type: 'x', list: [{ reason: '梁悦' }, 3], note: 'fine' };
  const first = redacted(kept, (text) => person.finds(text));
  expect(first).toEqual({ value: { type: 'x', list: [{ reason: '[erased]' }, 3], note: 'fine' }, count: 1 });
  expect(redacted(first.value, () => false)).toEqual({ value: first.value, count: 0 });
});
