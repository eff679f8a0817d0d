import fc from 'fast-check';
import { LANGS } from '../../../src/domain/lang.js';
import { describeChange, diffGroups, diffPlans } from '../../../src/domain/plan/diff/index.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { fullPlan } from './full.js';
import { mutations } from './mutations.js';

const PLAN = fullPlan();

/** Takes them in turn, from a place that the seed says. */
function choosing(seed: number): (among: readonly string[]) => string {
  let next = seed;
  return (among) => among[next++ % among.length] ?? '';
}

/** Ids of the plan look like this, and nothing else in it does. */
const ID = /\bx-[a-z0-9-]+/;

/** Only these have no name: the id of the plan itself, and rules of allocation. */
const nameless = (field: string) => field === 'plan.id' || field.startsWith('allocation');

const WORDS = { en: /[A-Za-z]{2}/, 'zh-CN': /[\u4e00-\u9fff]{2}/ };
const BROKEN = /undefined|\[object|”“|……|: $|：$/;

/** The sentences about `b` that nobody should have to read. */
function badSentences(a: PlanDocument, b: PlanDocument, named: boolean): string[] {
  return diffPlans(a, b).flatMap((change) =>
    LANGS.flatMap((lang) => {
      const sentence = describeChange(change, a, b, lang);
      const idShown = named && !nameless(change.field) && ID.test(sentence);
      return WORDS[lang].test(sentence) && !BROKEN.test(sentence) && !idShown ? [] : [sentence];
    }),
  );
}

test('a plan and its copy do not differ', () => {
  expect(diffPlans(PLAN, fullPlan())).toEqual([]);
});

test('whatever single thing is changed, it is told, in its section, in words of both languages', () => {
  const seen = { value: 0, 'key removed': 0, 'entry removed': 0, 'entry added': 0 };
  const problems: unknown[] = [];
  for (const { path, what, plan } of mutations(PLAN, choosing(7))) {
    seen[what] += 1;
    const changes = diffPlans(PLAN, plan);
    const backwards = diffPlans(plan, PLAN);
    const told = changes.length > 0 && changes.every((change) => change.concept === path[0]);
    if (!told || backwards.length !== changes.length) problems.push({ path, what, changes, backwards });
    // A condition may then ask one fact for the option of another, which has no such name.
    problems.push(...badSentences(PLAN, plan, !['fact', 'event'].includes(String(path.at(-1)))));
  }
  expect(problems).toEqual([]);
  // So that a walk that ends early is noticed.
  expect(seen.value).toBeGreaterThan(700);
  expect(seen['key removed']).toBeGreaterThan(400);
  expect(seen['entry removed']).toBeGreaterThan(150);
  expect(seen['entry added']).toBeGreaterThan(100);
});

test('of several changes at once each is told, and the other way round as many', () => {
  // With a language less, its texts are not told one by one.
  const once = [...mutations(PLAN, choosing(3))].filter(({ path }) => path[0] !== 'languages');
  const some = fc.uniqueArray(fc.nat(once.length - 1), {
    minLength: 2,
    maxLength: 6,
    selector: (n) => once[n]?.path[0],
  });
  fc.assert(
    fc.property(some, (chosen) => {
      const mutated = chosen.flatMap((n) => once[n] ?? []);
      const changed = mutated.reduce((plan, { path, plan: other }) => withSection(plan, other, path[0]), PLAN);
      const changes = diffPlans(PLAN, changed);
      expect(new Set(changes.map(({ concept }) => concept))).toEqual(new Set(mutated.map(({ path }) => path[0])));
      expect(diffPlans(changed, PLAN)).toHaveLength(changes.length);
      expect(badSentences(changed, PLAN, false)).toEqual([]);
      for (const lang of LANGS) {
        const lines = diffGroups(changes, PLAN, changed, lang).flatMap((group) => group.changes);
        expect(lines).toHaveLength(changes.length);
      }
    }),
    { seed: 20260301, numRuns: 60 },
  );
});

/** With one section as the other plan has it, which may be not at all. */
function withSection(plan: PlanDocument, other: PlanDocument, name: unknown): PlanDocument {
  const kept = Object.entries(plan).filter(([key]) => key !== name);
  const taken = Object.entries(other).filter(([key]) => key === name);
  return Object.fromEntries([...kept, ...taken]) as PlanDocument;
}
