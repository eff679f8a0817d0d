import { excerpt } from '../../src/domain/incident/excerpt.js';

test.each([
  ['abcd', 4, 'abcd'],
  ['abcde', 4, 'abc…'],
  ['ab🚨c', 4, 'ab…'],
  ['a🚨bc', 4, 'a🚨…'],
])('of %s at most %d units are quoted, and it is seen that it goes on', (text, atMost, quoted) => {
  expect(excerpt(text, atMost)).toBe(quoted);
  expect(excerpt(quoted, atMost)).toBe(quoted);
});

test('a notice quotes 500 units where nothing else is said', () => {
  expect(excerpt('长'.repeat(501))).toBe(`${'长'.repeat(499)}…`);
});
