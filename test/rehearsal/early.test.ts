import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import type { Expectation } from '../../src/domain/plan/compile/scenario.js';
import { given, rehearse } from './given.js';

/** Hours after everybody has confirmed the report somebody asks for it. */
function asking(anew: Pick<Expectation, 'anew'>, event: Expectation['event'] = 'confirmed') {
  const rehearsed = given('ransomware', undefined, { absent: 0 });
  const [first] = rehearsed.scenario.injects;
  const late = { ...first!, id: 'late', trigger: { at: 5 * HOUR }, facts: {} };
  const expects = [{ event, within: MINUTE, ...anew }];
  const scenario = { ...rehearsed.scenario, injects: [...rehearsed.scenario.injects, { ...late, expects }] };
  return rehearse({ ...rehearsed, scenario }, 1)[0]!.expected.filter(({ inject }) => inject === 'late');
}

test('what was done before it was asked for is done, unless it has to be done anew', () => {
  expect(asking({})).toEqual([{ inject: 'late', came: 'inTime' }]);
  expect(asking({ anew: true })).toEqual([{ inject: 'late', came: 'missed' }]);
});

test('what simulated people never do, since it takes people to weigh it, is not judged', () => {
  expect(asking({}, 'released')).toEqual([]);
  expect(asking({}, 'factAdded')).toEqual([]);
});
