import fc from 'fast-check';
import { DURATION_FORM, parseDuration } from '../../src/domain/plan/duration.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';

test.each([
  ['90s', 90 * SECOND],
  ['5m', 5 * MINUTE],
  ['2h', 2 * HOUR],
  ['1d', 24 * HOUR],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', '0s', '-5m', '1.5h', '5 m', '5M', '05m', '1h30m', 'm', '5m\n', '1000000s', '５m'])(
  '%j is no duration',
  (text) => {
    expect(() => parseDuration(text)).toThrow(RangeError);
  },
);

test('every text of the form is a whole, safe, positive number of milliseconds, in proportion to its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom('s', 'm', 'h', 'd'), (count, unit) => {
      const ms = parseDuration(`${count}${unit}`);
      expect(Number.isSafeInteger(ms) && ms > 0).toBe(true);
      expect(ms).toBe(count * parseDuration(`1${unit}`));
    }),
  );
});

test('any other text throws and is refused by the form', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (DURATION_FORM.test(text)) return;
      expect(() => parseDuration(text)).toThrow(RangeError);
    }),
  );
});
