import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import { loadPlan } from '../../src/planfiles/index.js';

const names = namesFrom(loadPlan('plans/software-incident').document, { people: [], holders: {} });

test('a figure is grouped in English, and has its unit where the name of the fact does not say it', () => {
  expect(names.factValue('usersAffected', 52_000, 'en')).toBe('52,000');
  expect(names.factValue('outageMinutes', 1_200, 'en')).toBe('1,200 minutes');
  expect(names.factValue('outageMinutes', 1, 'en')).toBe('1 minute');
  expect(names.resourceAmount('standby-engineers', 1, 'en')).toBe('1 person');
  expect(names.factValue('usersAffected', 52_000, 'zh-CN')).toBe('52000人');
  expect(names.factValue('usersAffected', 1_350_000, 'zh-CN')).toBe('135万人');
  expect(names.factValue('usersAffected', 1_353_200, 'zh-CN')).toBe('135.32万人');
  expect(names.factValue('usersAffected', 1_353_217, 'zh-CN')).toBe('1353217人');
});
