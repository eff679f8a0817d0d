import { expect, test } from '@jest/globals';
import { MINUTE } from '../../src/domain/time.js';
import { checkParameters, PARAMETERS } from '../../src/rehearsal/index.js';

const faultsIn = (written: object) => {
  const checked = checkParameters(written);
  if (!('issues' in checked)) throw new Error('nothing is wrong with it');
  return checked.issues;
};

test('what a file says goes over the defaults', () => {
  const written = { absent: 0.25, travel: '40m', reading: { spread: 1 }, horizon: '12h', taskShare: 0.8 };
  expect(checkParameters(written)).toEqual({
    document: {
      ...PARAMETERS,
      absent: 0.25,
      horizon: 720 * MINUTE,
      travel: { median: 40 * MINUTE, spread: PARAMETERS.travel.spread },
      reading: { median: PARAMETERS.reading.median, spread: 1 },
      taskShare: { median: 0.8, spread: PARAMETERS.taskShare.spread },
    },
  });
});

test('all that is wrong is told at once, each at its place', () => {
  const faults = faultsIn({
    absnt: 1,
    absent: 2,
    wrong: null,
    travel: 5,
    taskShare: '5m',
    horizon: 'a day',
    reading: { median: '5 min', spread: 0, mean: '5m' },
  });
  const told = new Map(faults.map(({ path, code }) => [path.join('.'), code]));
  expect(Object.fromEntries(told)).toEqual({
    ...{ absnt: 'unknown_key', absent: 'out_of_range', wrong: 'out_of_range', travel: 'bad_duration' },
    ...{ taskShare: 'out_of_range', horizon: 'bad_duration' },
    ...{ 'reading.median': 'bad_duration', 'reading.spread': 'out_of_range', 'reading.mean': 'unknown_key' },
  });
  const [unknown] = faults;
  expect(unknown).toMatchObject({ message: { en: '"absnt" is no parameter' }, hint: { en: 'did you mean "absent"?' } });
});
