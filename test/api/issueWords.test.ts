import { expect, test } from '@jest/globals';
import type { z } from 'zod';
import { DrillDecisionRequest, DrillImprovementRequest } from '../../src/api/contract.js';
import { parse } from '../../src/api/parse.js';
import type { ProblemError } from '../../src/api/problemError.js';

function wrong(schema: z.ZodType, value: unknown): [string, string, string][] {
  const told = (lang: 'en' | 'zh-CN') => {
    try {
      parse(schema, value, lang);
    } catch (error) {
      return (error as ProblemError).extras.members?.['errors'] as { path: string; message: string }[];
    }
    return [];
  };
  const zh = told('zh-CN');
  return told('en').map(({ path, message }, i) => [path, message, zh[i]!.message]);
}

const improvement = {
  criterion: 'E-1',
  action: 'a',
  type: 'plan',
  priority: 'high',
  dueAt: '2026-11-22T03:14:00+08:00',
};
const pace = (value: unknown) => ({ action: 'pace', pace: value });
const added = (within: string) => ({
  ...{ action: 'addInject', event: 'e', players: ['commander'] },
  expects: [{ event: 'sitrepReleased', within }],
});

test.each([
  [DrillDecisionRequest, pace(null), ['pace', 'Needed: a number', '应为数字']],
  [DrillDecisionRequest, pace(-1), ['pace', 'Needed: at least 0', '应不小于 0']],
  [DrillDecisionRequest, pace(3601), ['pace', 'Needed: at most 3600', '应不大于 3600']],
  [
    DrillDecisionRequest,
    added('-5m'),
    ['expects.0.within', 'Needed: a duration such as 90s, 20m, 2h or 3d', '应为时长，如 90s、20m、2h、3d'],
  ],
  [DrillDecisionRequest, { action: 'skip', inject: 'i1' }, ['reason', 'Missing; needed: text', '缺少，应为文本']],
  [
    DrillImprovementRequest,
    { ...improvement, owner: {} },
    ['owner', 'Needed: one of post, person', '应为以下之一：post、person'],
  ],
  [
    DrillImprovementRequest,
    { ...improvement, owner: { post: 'p' }, dueAt: 'soon' },
    [
      'dueAt',
      'Needed: a time with offset such as 2026-11-22T03:14:00+08:00',
      '应为带时区的时间，如 2026-11-22T03:14:00+08:00',
    ],
  ],
])('what is needed instead is said in both languages (%#)', (schema, value, told) => {
  expect(wrong(schema, value)).toEqual([told]);
});

test('an unknown action is answered with all that there are, in Chinese as well', () => {
  const [[path, en, zh] = []] = wrong(DrillDecisionRequest, { action: 'fly' });
  expect(path).toBe('action');
  expect(en).toMatch(/^Needed: one of submitScheme, revise, .*, accept$/);
  expect(zh).toMatch(/^应为以下之一：submitScheme、revise、.*、accept$/);
});
