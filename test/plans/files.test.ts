import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan, loadRoster, PlanFileError } from '../../src/planfiles/index.js';
import { copyOf, copyOfSample, placeOf, problemsOf, scratchFolder, sentence } from './broken.js';

function errorOf(load: () => unknown): PlanFileError {
  try {
    load();
  } catch (error) {
    if (error instanceof PlanFileError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

function rosterFile(source: string): string {
  const file = join(scratchFolder(), 'roster.yaml');
  writeFileSync(file, source);
  return file;
}

test('a folder that is not there, or without a plan, is named', () => {
  const empty = scratchFolder();
  for (const dir of ['/no/such/folder', empty]) {
    expect(errorOf(() => loadPlan(dir)).problems).toEqual([
      expect.objectContaining({ file: dir, line: 1, column: 1, code: 'no_plan' }),
    ]);
  }
  expect(errorOf(() => loadRoster('/no/such/roster.yaml')).problems[0]).toMatchObject({ code: 'no_roster' });
});

test('a file that is not UTF-8 is refused: its names would be read as something else', () => {
  const dir = copyOfSample();
  const gbk = Buffer.from([0xd4, 0xa4, 0xb0, 0xb8]);
  writeFileSync(join(dir, 'notes.yaml'), Buffer.concat([Buffer.from('purpose: '), gbk]));
  expect(problemsOf(dir)).toMatchObject([{ file: 'notes.yaml', code: 'not_utf8', message: sentence() }]);
});

test('the message of the error is a list for the terminal: place, code, what, and what to do', () => {
  const dir = copyOfSample({ file: 'response.yaml', find: 'remindAfter: 10m', replace: 'remindAfter: 10' });
  expect(errorOf(() => loadPlan(dir)).message).toBe(
    `The plan in ${dir} cannot be used, one problem:\n${join(dir, 'response.yaml')}:5:16 bad_duration ` +
      'verification.remindAfter: 10 is not a duration (a whole number with its unit, such as 90s, 5m, 2h or 1d)',
  );
  expect(errorOf(() => loadPlan(dir)).problemLines('zh-CN')).toEqual([
    `${dir} 中的预案不能使用，有 1 个问题：`,
    `${join(dir, 'response.yaml')}:5:16 bad_duration ` +
      'verification.remindAfter: 10 不是时长（写整数加单位，如 90s、5m、2h、1d）',
  ]);
});

test.each([
  ['nothing at all', '', 'wrong_type'],
  ['a list instead of keys', '- a\n- b\n', 'wrong_type'],
  ['two documents in one file', 'people: []\n---\nholders: {}\n', 'yaml_syntax'],
  ['an alias that leads nowhere', 'people: *nobody\n', 'yaml_alias'],
  ['an unknown tag', 'people: !!python/object []\n', 'yaml_syntax'],
  ['aliases that unfold without end', bomb(), 'yaml_alias'],
  ['a tag of older YAML', 'people: !!timestamp 2026-01-05\n', 'yaml_syntax'],
  ['a key that is a list', '? [a, b]\n: c\n', 'yaml_syntax'],
  ['keys of every object', '__proto__: { people: [] }\n', 'unknown_key'],
  ['people that are none', 'people: 5\nholders: {}\n', 'wrong_type'],
])('a roster file with %s is refused', (_, source, code) => {
  const { problems } = errorOf(() => loadRoster(rosterFile(source)));
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test.each([
  [
    'a quote that is never closed is shown where it begins',
    'a: 1\nb: "c\nd: 2\n',
    { line: 2, column: 4 },
    /closing quote/,
  ],
  ['a text with a colon is shown where it begins', 'a: 1\nb: c: d\n', { line: 2, column: 4 }, /in quotes/],
  ['a line without colon is shown', 'a: 1\nb\nc: 2\n', { line: 2, column: 1 }, /missing colon/],
  ['a line that is indented too little is shown', 'a:\n    b: 1\n  c: 2\n', { line: 3, column: 1 }, /align/],
])('%s', (_, source, place, hint) => {
  const { problems } = errorOf(() => loadRoster(rosterFile(source)));
  expect(problems[0]).toMatchObject({ ...place, code: 'yaml_syntax', message: sentence(), hint: sentence(hint) });
});

test('a slip after which the parser is lost is told once; what it still understands before is told too', () => {
  const lines = ['a: 1', 'a: 2', 'b: !x 3', 'c: { d: 4', 'e: 5', 'f: [6]', 'g: 7'];
  const { problems } = errorOf(() => loadRoster(rosterFile(lines.join('\n'))));
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '2 duplicate_key',
    '3 yaml_syntax',
    '5 yaml_syntax',
  ]);
});

test('a file cannot ask for older YAML, in which yes is true and a date no text', () => {
  const plain = 'people: yes\nholders: { a: 2026-01-05 }\n';
  const codes = (source: string) => errorOf(() => loadRoster(rosterFile(source))).problems.map(({ code }) => code);
  expect(codes(`%YAML 1.1\n---\n${plain}`)).toEqual(codes(plain));
});

test('a condition that an alias has made part of itself is refused', () => {
  const dir = copyOf('test/plan/diff/full', {
    file: 'plan.yaml',
    find: 'when: { fact: x-breach, is: true }',
    replace: 'when: &all { all: [*all] }',
  });
  const { line } = placeOf(dir, 'plan.yaml', '&all');
  expect(problemsOf(dir)).toMatchObject([{ line, code: 'too_deep', message: sentence(), hint: sentence() }]);
});

test('an alias that leads nowhere is shown where it stands', () => {
  const { problems } = errorOf(() => loadRoster(rosterFile('holders: {}\npeople: *nobody\n')));
  expect(problems).toMatchObject([{ line: 2, column: 9, code: 'yaml_alias' }]);
});

/** Ten levels of nine aliases each: a few hundred characters that stand for three and a half thousand million values. */
function bomb(): string {
  const level = (i: number) =>
    `l${i}: &l${i} [${Array(9)
      .fill(i === 0 ? 'x' : `*l${i - 1}`)
      .join(', ')}]`;
  return Array.from({ length: 10 }, (_, i) => level(i)).join('\n');
}
