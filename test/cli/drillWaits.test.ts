import { expect, test } from '@jest/globals';
import type { DrillRecord } from '../../src/api/contract.js';
import { drillEndLines } from '../../src/cli/print/drillProgress.js';
import { drillWaits } from '../../src/cli/print/drillWaits.js';
import { voice } from './voice.js';

const director = { id: 'xu-hong', name: 'Xu Hong' };
const judge = { id: 'zhao-lei', name: 'Zhao Lei' };
const drill = {
  ...{ id: 'd-1', status: 'review', director, pace: 60, injects: [] },
  ratings: [
    { criterion: { id: 'E-11', name: 'Called in time' } },
    { criterion: { id: 'E-12', name: 'n' }, rating: 'P' },
  ],
  roles: { controllers: [], evaluators: [judge], safety: [], observers: [], players: [] },
  feedback: { dueAt: '13:00', missing: [judge], questions: [], sheets: [] },
} as unknown as DrillRecord;
const waits = (more: Partial<DrillRecord>, lang: 'en' | 'zh-CN' = 'en') =>
  drillWaits({ ...drill, ...more }, voice(lang)).join('\n');

test.each([
  ['drafting', {}, 'muster drill submit-scheme d-1'],
  ['review', {}, 'muster drill approve d-1'],
  ['ready', {}, 'muster drill start d-1'],
  ['running', { pace: 0 }, 'muster drill resume d-1'],
  ['running', {}, 'muster drill end d-1'],
  ['submitted', {}, 'muster drill accept d-1'],
] as const)('%s %j: waits for somebody who types %s', (status, more, command) => {
  for (const lang of ['en', 'zh-CN'] as const) expect(waits({ status, ...more }, lang)).toContain(command);
});

test('what begins or goes on by itself asks nobody for anything', () => {
  expect(waits({ status: 'ready', plannedAt: '14:00' })).toBe('Begins by itself at 14:00.');
  const waiting = [{ status: 'waiting', actions: [] }] as unknown as DrillRecord['injects'];
  expect(waits({ status: 'running', injects: waiting })).toBe('');
  expect(waits({ status: 'closed' })).toBe('');
});

test('its evaluation waits for feedback, for judges and for the director, but not for the simulator', () => {
  const all = waits({ status: 'evaluating' });
  expect(all).toContain('Waits until 13:00 for feedback from Zhao Lei (zhao-lei): muster drill feedback d-1');
  expect(all).toContain('To be rated by Zhao Lei (zhao-lei): E-11; muster drill rate d-1');
  expect(all).toContain('Xu Hong (xu-hong), to hand in the report: muster drill submit d-1');
  const simulated = { seed: 1, people: [director, judge] };
  expect(waits({ status: 'evaluating', simulated, feedback: undefined })).toBe('');
});

test('a report that was handed in ends with who accepts it', () => {
  const report = { version: 1, at: '12:00' };
  const lines = drillEndLines({ ...drill, status: 'submitted', report }, 1_000, voice('en'));
  expect(lines.join('\n')).toContain('muster drill accept d-1');
});
