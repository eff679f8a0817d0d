import fc from 'fast-check';
import { LANGS } from '../../src/domain/lang.js';
import { checkPlan } from '../../src/domain/plan/checkPlan.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import { nearest } from '../../src/domain/plan/nearest.js';
import { checkRoster } from '../../src/domain/plan/roster.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';

const PLAN = loadPlan('plans/hospital-it').document;
const ROSTER = loadRoster('plans/hospital-it/roster.yaml').document;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

test('any JSON at all is accepted or answered with issues, never with an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect('issues' in checkPlan(value)).toBe(true);
      expect('issues' in checkRoster(value, PLAN)).toBe(true);
    }),
  );
});

test('a plan with one value replaced by anything is accepted and compiles, or is answered with issues', () => {
  fc.assert(
    fc.property(fc.nat(), fc.jsonValue({ maxDepth: 2 }), (n, value) => {
      const checked = checkPlan(replaceNth(PLAN as unknown as Json, n, value as Json));
      if ('document' in checked) expect(() => compilePlan(checked.document, 'h')).not.toThrow();
      else
        expect(checked.issues.every((issue) => LANGS.every((lang) => issue.message[lang] && issue.hint[lang]))).toBe(
          true,
        );
    }),
    { numRuns: 200 },
  );
});

test('a roster with one value replaced by anything is accepted or answered with issues', () => {
  fc.assert(
    fc.property(fc.nat(), fc.jsonValue({ maxDepth: 2 }), (n, value) => {
      const checked = checkRoster(replaceNth(ROSTER, n, value as Json), PLAN);
      expect('document' in checked || checked.issues.length > 0).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('a section with a fault of its own causes no second complaint elsewhere', () => {
  const broken = { ...PLAN, posts: PLAN.posts.map((post, i) => (i === 0 ? { ...post, id: 7 } : post)) };
  const checked = checkPlan(broken);
  const codes = 'issues' in checked ? checked.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`) : [];
  expect(codes).toEqual(['posts.0.id bad_id']);
});

test('compiling is a pure function of the document', () => {
  const before = JSON.stringify(PLAN);
  expect(compilePlan(PLAN, 'h')).toEqual(compilePlan(structuredClone(PLAN), 'h'));
  expect(JSON.stringify(PLAN)).toBe(before);
});

test.each([
  ['comander', 'commander'],
  ['comamnder', 'commander'],
  ['Red', 'red'],
  ['gren', 'green'],
  ['purple', undefined],
])('%s was meant as %s', (word, meant) => {
  expect(nearest(word, ['commander', 'deputy', 'red', 'amber', 'green'])).toBe(meant);
});

/** The document with the n-th of its values, counted depth first, replaced. */
function replaceNth(document: Json, n: number, value: Json): Json {
  const size = count(document);
  let left = n % size;
  const walk = (node: Json): Json => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(document);
}

function count(node: Json): number {
  if (typeof node !== 'object' || node === null) return 1;
  return Object.values(node).reduce<number>((sum, inner) => sum + count(inner), 1);
}
