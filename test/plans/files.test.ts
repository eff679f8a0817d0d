import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadPlan, loadRoster, PlanFileError } from '../../src/planfiles/index.js';
import { copyOfSample, scratchFolder } from './broken.js';

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

test('the message of the error is a list for the terminal: place, code, what, and what to do', () => {
  const dir = copyOfSample({ file: 'response.yaml', find: 'remindAfter: 10m', replace: 'remindAfter: 10' });
  expect(errorOf(() => loadPlan(dir)).message).toBe(
    `The plan in ${dir} cannot be used, one problem:\n${join(dir, 'response.yaml')}:5:16 bad_duration ` +
      'verification.remindAfter: 10 is not a duration (a whole number with its unit, such as 90s, 5m, 2h or 1d)',
  );
});

test.each([
  ['nothing at all', '', 'wrong_type'],
  ['a list instead of keys', '- a\n- b\n', 'wrong_type'],
  ['two documents in one file', 'people: []\n---\nholders: {}\n', 'yaml_syntax'],
  ['an alias that leads nowhere', 'people: *nobody\n', 'yaml_alias'],
  ['an unknown tag', 'people: !!python/object []\n', 'yaml_syntax'],
  ['aliases that unfold without end', bomb(), 'yaml_alias'],
  ['keys of every object', '__proto__: { people: [] }\n', 'unknown_key'],
  ['people that are none', 'people: 5\nholders: {}\n', 'wrong_type'],
])('a roster file with %s is refused', (_, source, code) => {
  const { problems } = errorOf(() => loadRoster(rosterFile(source)));
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test('an alias that leads nowhere is shown where it stands', () => {
  const { problems } = errorOf(() => loadRoster(rosterFile('holders: {}\npeople: *nobody\n')));
  expect(problems).toMatchObject([{ line: 2, column: 9, code: 'yaml_alias' }]);
});

test('whatever is cut out of or put into a file, the answer is a plan or a list of places in it', () => {
  const files = ['plan.yaml', 'organisation.yaml', 'grading.yaml', 'response.yaml'];
  const junk = fc.oneof(
    fc.constantFrom('', ':', '- ', '{', ']', '"', '\t', '&a ', '*a', '#', 'null', '!x '),
    fc.string(),
  );
  const change = fc.record({ file: fc.constantFrom(...files), at: fc.nat(), cut: fc.nat(40), junk });
  const dir = copyOfSample();
  fc.assert(
    fc.property(change, ({ file, at, cut, junk: put }) => {
      const path = join(dir, file);
      const source = readFileSync(path, 'utf8');
      const start = at % source.length;
      const broken = source.slice(0, start) + put + source.slice(start + cut);
      writeFileSync(path, broken);
      try {
        loadPlan(dir);
      } catch (error) {
        if (!(error instanceof PlanFileError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
        for (const problem of error.problems) {
          expect(problem.message && problem.hint && problem.code).toBeTruthy();
          const lines = readFileSync(problem.file, 'utf8').split('\n');
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines.length);
          expect(problem.column).toBeGreaterThanOrEqual(1);
        }
      } finally {
        writeFileSync(path, source);
      }
    }),
    { numRuns: 60 },
  );
});

/** Ten levels of nine aliases each: a few hundred characters that stand for three and a half thousand million values. */
function bomb(): string {
  const level = (i: number) =>
    `l${i}: &l${i} [${Array(9)
      .fill(i === 0 ? 'x' : `*l${i - 1}`)
      .join(', ')}]`;
  return Array.from({ length: 10 }, (_, i) => level(i)).join('\n');
}
