import { describe, expect, test } from '@jest/globals';
import {
  cleanText,
  formatDate,
  formatDay,
  formatDuration,
  formatFormal,
  formatInstant,
} from '../../src/domain/words/index.js';
import { START } from './story.js';

describe('times', () => {
  test('carry their offset', () => {
    expect(formatInstant(START, 'zh-CN', 'Asia/Shanghai')).toBe('2026-11-22 03:14:05 +08:00');
    expect(formatInstant(START, 'en', 'UTC')).toBe('2026-11-21 19:14:05 +00:00');
    expect(formatInstant(START, 'en', 'Asia/Kolkata')).toBe('2026-11-22 00:44:05 +05:30');
    expect(formatInstant(START, 'en', 'America/St_Johns')).toBe('2026-11-21 15:44:05 -03:30');
  });

  test('midnight is 00, not 24', () => {
    expect(formatInstant(Date.UTC(2026, 0, 1), 'en', 'UTC')).toBe('2026-01-01 00:00:00 +00:00');
  });

  test('in an unknown zone are told in UTC', () => {
    expect(formatInstant(START, 'en', 'Mars/Olympus')).toBe('2026-11-21 19:14:05 +00:00');
  });

  test('beyond the calendar are told as numbers', () => {
    expect(formatInstant(1e20, 'en', 'UTC')).toBe('100000000000000000000');
    expect(formatInstant(Number.NaN, 'en', 'UTC')).toBe('NaN');
  });

  test('have dates in words', () => {
    expect(formatDate(START, 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月22日');
    expect(formatDate(START, 'en', 'Asia/Shanghai')).toBe('22 November 2026');
    expect(formatDay(START, 'zh-CN', 'Asia/Shanghai')).toBe('11月22日');
    expect(formatDay(START, 'en', 'Asia/Shanghai')).toBe('22 November');
  });

  test('are written out for a paper that leaves the house, with their offset where its reader would take them for others', () => {
    expect(formatFormal(START, 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月22日03:14');
    expect(formatFormal(START, 'zh-CN', 'Europe/Berlin')).toBe('2026年11月21日20:14（UTC+01:00）');
    expect(formatFormal(START, 'en', 'Asia/Shanghai')).toBe('22 November 2026, 03:14 (UTC+08:00)');
  });

  test('durations have at most two units', () => {
    expect(formatDuration(45_000, 'zh-CN')).toBe('45秒');
    expect(formatDuration(3_900_000, 'zh-CN')).toBe('1小时5分钟');
    expect(formatDuration(3_900_000, 'en')).toBe('1 h 5 min');
    expect(formatDuration(7_200_000, 'en')).toBe('2 h');
    expect(formatDuration(90_061_000, 'en')).toBe('1 d 1 h');
    expect(formatDuration(400, 'en')).toBe('0 s');
    expect(formatDuration(59_600, 'en')).toBe('59 s');
  });
});

describe('free text', () => {
  test('loses what XML or a mail header cannot bear', () => {
    expect(cleanText('a\u0000b\u000bc\ud800d\ufffe\r\ne\tf')).toBe('abcd\ne f');
    expect(cleanText('𠮷野家 😀')).toBe('𠮷野家 😀');
  });
});
