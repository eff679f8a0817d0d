import { expect, test } from '@jest/globals';
import { destructionsToTell } from '../../src/domain/erasure/index.js';
import { destructionMailWords } from '../../src/domain/words/index.js';

const due = [{ incidentId: '20260101-a', destroyBy: Date.UTC(2026, 5, 1) }];
const told = (day: string) => ({ day, at: Date.parse(`${day}T01:00:00Z`) });

test('what is due is told once, when more falls due, and every week', () => {
  expect(destructionsToTell([], undefined, '2026-06-01')).toEqual([]);
  expect(destructionsToTell(due, undefined, '2026-06-01')).toEqual(due);
  expect(destructionsToTell(due, told('2026-06-01'), '2026-06-02')).toEqual([]);
  expect(destructionsToTell(due, told('2026-06-01'), '2026-06-07')).toEqual([]);
  expect(destructionsToTell(due, told('2026-06-01'), '2026-06-08')).toEqual(due);
  const more = [...due, { incidentId: '20260102-b', destroyBy: Date.UTC(2026, 5, 3) }];
  expect(destructionsToTell(more, told('2026-06-02'), '2026-06-04')).toEqual(more);
});

test('what is closed after its day is told at once', () => {
  const late = [{ ...due[0]!, closedAt: Date.UTC(2026, 5, 3, 2) }];
  expect(destructionsToTell(late, told('2026-06-03'), '2026-06-04')).toEqual(late);
  expect(destructionsToTell(late, told('2026-06-04'), '2026-06-05')).toEqual([]);
});

test('the mail says which, by when, and the commands', () => {
  const about = { due, organisation: '云帆', zone: 'Asia/Shanghai' };
  const zh = destructionMailWords({ ...about, lang: 'zh-CN' });
  expect(zh.subject).toBe('【个人信息】请销毁事故 20260101-a 的个人信息');
  expect(zh.text).toContain('再执行：muster erase incident 20260101-a');
  const en = destructionMailWords({ ...about, due: [...due, ...due], lang: 'en' });
  expect(en.subject).toBe('Personal data of 2 incidents is to be destroyed');
  expect(en.text).toContain('muster erase incident 20260101-a --preview');
  expect(en.text).toContain('muster erase due');
});
