import { expect, test } from '@jest/globals';
import {
  contactsIn,
  doubtsAbout,
  peopleIn,
  redacted,
  tracesOf,
  tracesOfPerson,
  UNSEEN,
} from '../../src/domain/erasure/index.js';
import type { Person } from '../../src/domain/plan/roster.js';

const entry = (about: Partial<Person>): Person => ({
  ...{
    id: 's1',
    name: { 'zh-CN': '李四光', en: 'Li Siguang' },
    languages: ['zh-CN'],
    contacts: { email: 'l@x.example' },
  },
  ...about,
});

const LIANG = entry({
  id: 'liang-yue',
  name: { 'zh-CN': '梁悦', en: 'Liang Yue' },
  contacts: { email: 'liang.yue@yunfan.example', mobile: '+8613800138000', wecom: 'LiangYue88', feishu: 'liang-yue' },
});
const person = tracesOfPerson([LIANG]);

test.each([
  '梁悦说的',
  '梁 悦',
  'said by Liang Yue.',
  'LIANG  YUE',
  'Yue, Liang',
  '请Liang Yue确认',
  'ask\nLiang\nYue\nfirst',
  'Ｌｉａｎｇ Ｙｕｅ',
  '@Liang Yue can you look?',
  'the Liang Yue-led shift',
  '值班负责人-Liang Yue',
  '_Liang Yue_',
  'Liang Yue@ops',
  'Lia\u00adng Y\u200bue',
  'Liang\u200bYue',
  '梁\u200d悦',
  '梁\u200b悦',
  'to liang.yue@yunfan.example',
  'liang.yue@yunfan.example-',
  '值班-liang.yue@yunfan.example。',
  'liang.yue%40yunfan.example',
  'liang\u2060.yue@yunfan.example',
  'call 13800138000',
  'call +86 138-0013-8000 now',
  '0086 13800138000',
  '138‑0013‑8000',
  '138–0013–8000',
  '138−0013−8000',
  '@LiangYue88 看一下',
  '请@liangyue88看一下',
  'LiangYue88: done',
])('finds "%s"', (text) => expect(person.finds(text)).toBe(true));

test.each([
  'liang-yue',
  '@liang-yue',
  'Liang Yueming',
  'xLiang Yue',
  'ÉLiang Yue',
  'Liang Yueж',
  'Liang and Yue',
  '梁',
  '1380013800',
  '513800138000',
  'person:liang-yue',
  'liang-yue  liang-yue',
  'liang-yue Liang Wei',
  'j.liang.yue@yunfan.example',
  'x+liang.yue@yunfan.example',
  'liang.yue@yunfan.example.org',
  'liang.yue@yunfan.example-shop.org',
  'LiangYue881',
  'mail@liangyue88',
])('does not find "%s"', (text) => expect(person.finds(text)).toBe(false));

test.each([
  ["Mary O'Brien", 'Mary O’Brien said so'],
  ['Mary O’Brien', "MARY O'BRIEN"],
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提说'],
  ['阿卜杜拉•买买提', '阿卜杜拉·买买提说'],
  ['阿卜杜拉·买买提', '阿卜杜拉买买提说'],
  ['Anne‐Marie Dupont', 'Anne-Marie Dupont'],
  ['José Núñez', 'JOSÉ NÚÑEZ'],
  ['José Núñez', 'Jose\u0301 Nu\u0301n\u0303ez'],
  ['Ольга Петрова', 'ОЛЬГА ПЕТРОВА'],
])('finds "%s" in "%s"', (name, text) => expect(tracesOf([name]).finds(text)).toBe(true));

test('drops everything that is not seen, as this version of Unicode has it', () => {
  const known = new RegExp(`[${UNSEEN}\u200b]`, 'u');
  const unknown = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => {
    const one = String.fromCodePoint(code);
    return /\p{Cf}/u.test(one) !== known.test(one);
  });
  expect(unknown).toEqual([]);
});

test('finds a name that the roster has in two scripts at once by either', () => {
  const both = tracesOfPerson([entry({ name: '梁悦 Liang Yue' })]);
  expect(['梁悦说', 'by Liang Yue', 'Yue Liang', '梁悦 Liang Yue'].every(both.finds)).toBe(true);
  const remark = tracesOfPerson([entry({ name: '梁悦（IT部）' })]);
  expect(['IT', 'IT部', '部门'].some(remark.finds)).toBe(false);
});

test.each([
  [
    'wecom',
    'admin',
    ['@admin 请看', '企业微信：admin', 'WeCom id admin', 'wecom: "admin"'],
    ['the admin console is down', '/admin/'],
  ],
  ['dingtalk', '8080', ['@8080', '钉钉账号 8080', 'DingTalk (8080)'], ['端口 8080 无响应', 'x@8080', '钉钉账号 80801']],
  ['feishu', 'web01', ['飞书号：web01'], ['web01 重启', '飞书通知 web01']],
] as const)('takes the %s id %s only where it stands as one', (channel, id, found, left) => {
  const traces = tracesOfPerson([entry({ contacts: { email: 'l@x.example', [channel]: id } })]);
  expect(found.filter((text) => !traces.finds(text))).toEqual([]);
  expect(left.filter(traces.finds)).toEqual([]);
  expect(traces.doubts).toEqual([{ kind: 'ordinary', word: id }]);
});

test.each(['lisiguang', 'SiguangLi', 'li.siguang', 'siguang77', '20220817'])(
  'takes the chat id %s wherever it stands',
  (wecom) => {
    const traces = tracesOfPerson([entry({ contacts: { email: 'l@x.example', wecom } })]);
    expect(traces.finds(`${wecom} 已处理`)).toBe(true);
    expect(traces.doubts).toEqual([]);
  },
);

test('never looks for the id, however it is written', () => {
  const { words, finds } = tracesOfPerson([
    entry({
      id: 'li-si',
      name: { 'zh-CN': '李四光', en: 'Li-Si' },
      contacts: { email: 'l@x.example', wecom: 'LI-SI' },
    }),
  ]);
  expect(words).toEqual(['李四光', 'l@x.example']);
  expect(['li-si', '@Li-Si', '{"custodian":"li-si"}'].some(finds)).toBe(false);
});

test('takes no mail by a chat id that somebody else may have', () => {
  const contacts = { email: 'L@x.example', dingtalk: '5', wecom: 'siguang77' };
  expect(tracesOfPerson([entry({ contacts })]).addresses).toEqual(['l@x.example', 'siguang77']);
});

test('says which names are short', () => {
  const { doubts, finds } = tracesOfPerson([entry({ name: { 'zh-CN': '高峰', en: 'Cher' } })]);
  expect(doubts).toEqual([
    { kind: 'short', word: '高峰' },
    { kind: 'short', word: 'Cher' },
  ]);
  expect(finds('流量高峰时网关超时')).toBe(true);
});

test('keeps apart what a colleague has as well', () => {
  const namesake = entry({ id: 's2', name: { 'zh-CN': '梁悦', en: 'Liang Yue' } });
  const onDuty = entry({ id: 's3', contacts: { email: 'duty@x.example', phone: '138 0013 8000' } });
  const traces = tracesOfPerson([LIANG], [namesake, onDuty]);
  expect(traces.doubts).toContainEqual({ kind: 'shared', word: '梁悦', with: 's2' });
  expect(traces.doubts).toContainEqual({ kind: 'passedOn', word: '+8613800138000', with: 's3' });
  expect(traces.finds('梁悦说')).toBe(true);
  expect(traces.certain.finds('梁悦说')).toBe(false);
  expect(traces.finds('13800138000')).toBe(false);
  expect(traces.certain.finds('to liang.yue@yunfan.example')).toBe(true);
  expect(traces.addresses).toEqual(['liang.yue@yunfan.example', 'liangyue88']);
});

test('finds nothing where nobody is meant, and takes a name as it is written', () => {
  expect(tracesOf([]).finds('anything')).toBe(false);
  expect(tracesOf(['A.B* (C)']).finds('by A.B* (C)')).toBe(true);
  expect(tracesOf(['A.B* (C)']).finds('by AxB (C)')).toBe(false);
});

test('gives the database first what it finds without looking around a word', () => {
  for (const { loose, exact } of person.pattern) {
    expect(exact).toMatch(/\(\?<?[!=]/);
    expect(loose).not.toMatch(/\(\?<?[!=]/);
    for (const text of ['Yue, Liang', '梁悦说', '+86 138-0013-8000', '@LiangYue88', 'liang.yue%40yunfan.example']) {
      expect([exact, loose].map((one) => new RegExp(one, 'iu').test(text))).toEqual([true, true]);
    }
  }
});

test('shows a text around what it finds', () => {
  expect(person.excerpt(`${'a'.repeat(50)} 梁悦 ${'b'.repeat(50)}`)).toBe(`…${'a'.repeat(29)} 梁悦 ${'b'.repeat(29)}…`);
  expect(person.excerpt('梁悦说')).toBe('梁悦说');
});

test('knows addresses and numbers from versions of packages', () => {
  expect(contactsIn('请联系 zhang@example.com 或 138 0013 8000，lodash@4.17.21，端口 8080，单号 20261122001')).toEqual([
    'zhang@example.com',
    '138 0013 8000',
  ]);
  expect(contactsIn('电话010-62345678，021 6234 5678、(0755)83123456；2026-0311-62345678，端口 01062')).toEqual([
    '010-62345678',
    '021 6234 5678',
    '(0755)83123456',
  ]);
  const told = [
    ...['座机号码：02162345678', 'Tel. 021 6234-5678', '可拨010-62345678', 'Phone number: 021 6234 5678'],
    ...['phone no. 02162345678', 'Tel no. 021 62345678', '联系方式：02162345678', '电话（家）021 62345678'],
  ];
  expect(told.flatMap(contactsIn)).toHaveLength(told.length);
});

test.each([
  '订单 051287654321 失败',
  'trace 0371 5566 7788',
  'ip 10.0.0.1',
  'hotel 021 6234 5678',
  '退款单号 02162345678',
])('takes no number for a landline without a sign of one: %s', (text) => expect(contactsIn(text)).toEqual([]));

test.each([
  '王（客户）',
  '赵（消防）',
  '陈（电梯维保）',
  '王，华存科技（夜班）',
  '客户、供应商',
  '客户和供应商',
  '供应商（夜班）',
  '监管人员/记者',
  '华存科技（客户代表）',
  'Auditor (customer)',
  'Fire brigade & the press',
  'Smith and Wang',
])('looks for nobody but the whole of %s', (entered) => expect(peopleIn(entered)).toEqual([entered]));

test('says which names of visitors other texts may have in them', () => {
  const names = ['王小明（华存科技）', '王小明', '高峰', '客户、供应商', '供应商', 'Bob', 'Li Lei', 'Fire brigade', ''];
  expect(doubtsAbout(names).map(({ word }) => word)).toEqual(['高峰', '客户、供应商', '供应商', 'Bob', 'Fire brigade']);
});

test.each([
  ['Smith, John', ['John Smith']],
  ['Smith, John; 李四', ['John Smith', '李四']],
  ['Li Lei / support', ['Li Lei']],
  ['王小明、王（客户）', ['王小明']],
  ['王小明（华存科技）', ['王小明']],
  ['华存科技（王小明、李四）', ['王小明', '李四']],
  ['张三、李四', ['张三', '李四']],
  ['张三，李四；赵六等3人', ['张三', '李四', '赵六']],
  ['张三和李四', ['张三和李四', '张三', '李四']],
  ['张和平', ['张和平']],
  ['Wang Wu and Bob Smith (Acme Ltd)', ['Wang Wu', 'Bob Smith']],
  ['Acme Ltd (Wang Wu)', ['Wang Wu']],
  ['供应商（王小明）', ['王小明']],
  ['Visitor (Li Lei)', ['Li Lei']],
  ['华存科技（王小明）、李（夜班）', ['王小明']],
  ['华存科技（王小明）、李四', ['王小明', '李四']],
  ['Smith, John, Acme Ltd', ['John Smith']],
  ['Alexandra Sand', ['Alexandra Sand']],
])('who is let in as %s', (entered, people) => {
  expect(new Set(peopleIn(entered))).toEqual(new Set([entered, ...people]));
});

test('erases strings at any depth, and counts them once', () => {
  const kept = { type: 'x', list: [{ reason: '梁悦' }, 3], note: 'fine' };
  const first = redacted(kept, (text) => person.finds(text));
  expect(first).toEqual({ value: { type: 'x', list: [{ reason: '[erased]' }, 3], note: 'fine' }, count: 1 });
  expect(redacted(first.value, () => false)).toEqual({ value: first.value, count: 0 });
});
