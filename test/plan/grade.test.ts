import fc from 'fast-check';
import { compilePlan } from '../../src/domain/plan/compile.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { evaluate, factsIn } from '../../src/domain/plan/condition.js';
import type { Condition, Facts, FactValue } from '../../src/domain/plan/condition.js';
import { grade } from '../../src/domain/plan/grade.js';
import type { Hit } from '../../src/domain/plan/grade.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { explainGrading } from '../../src/domain/words/index.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { runs } from '../support/runs.js';

const DOCUMENTS = ['software-incident', 'hospital-it'].map((name) => loadPlan(`plans/${name}`));
const PLANS = DOCUMENTS.map(({ document, hash }) => compilePlan(document, hash));
const NAMES = new Map(
  DOCUMENTS.map(({ document }) => [document.plan.id, namesFrom(document, { people: [], holders: {} })]),
);

describe.each(PLANS)('grading by the plan $id', (plan) => {
  // Properties answer true or false: ten thousand `expect`s a test would cost a minute.
  test('is total: every set of facts has both levels, and the worst hit wins', () => {
    fc.assert(
      fc.property(factsOf(plan), fc.constantFrom(...plan.categories), (facts, category) => {
        const { incidentLevel, level, hits, raises } = grade(plan, facts, category);
        const met = plan.criteria.filter(({ when }) => evaluate(when, { facts, category }, plan) === true);
        const worst = Math.min(plan.incidentLevels.length - 1, ...met.map((c) => severity(plan, c.incidentLevel)));
        const called = raises.map((raise) => rank(plan, raise.level));
        return (
          same(
            ids(met),
            hits.map((hit) => hit.criterion),
          ) &&
          severity(plan, incidentLevel) === worst &&
          rank(plan, level) === Math.min(rank(plan, plan.incidentLevels[worst]!.level), ...called)
        );
      }),
      runs(2_000),
    );
  });

  test('is monotonic: knowing more, a higher number, a later option or the worse answer never lowers either level', () => {
    fc.assert(
      fc.property(factsOf(plan), factsOf(plan), (known, more) => {
        const worse: Facts = { ...more, ...known };
        for (const [fact, value] of Object.entries(more)) worse[fact] = worseOf(plan, fact, known[fact], value);
        const [a, b] = [grade(plan, known), grade(plan, worse)];
        return (
          severity(plan, b.incidentLevel) <= severity(plan, a.incidentLevel) &&
          rank(plan, b.level) <= rank(plan, a.level)
        );
      }),
      runs(2_000),
    );
  });

  test('is explained: a sentence for the result, for each reason, and for what is not known, in both languages', () => {
    const names = NAMES.get(plan.id)!;
    const said = (sentence: string | undefined, { criterion, evidence }: Hit, lang: Lang): boolean =>
      [
        names.gradingCriterion(criterion, lang),
        names.gradingSource(criterion, lang).source,
        ...Object.entries(evidence).flatMap(([fact, value]) => [
          names.fact(fact, lang),
          ...(typeof value === 'number' ? [names.factValue(fact, value, lang)] : []),
        ]),
      ].every((part) => sentence?.includes(part));
    fc.assert(
      fc.property(factsOf(plan), fc.constantFrom(...LANGS), (facts, lang) => {
        const proposal = grade(plan, facts);
        const sentences = explainGrading(proposal, names, lang);
        const reasons = proposal.hits.length + proposal.raises.length;
        return (
          sentences.length === 1 + reasons + Math.min(1, proposal.unknown.length) &&
          new Set(sentences).size === sentences.length &&
          sentences.every((sentence) => sentence.endsWith(lang === 'zh-CN' ? '。' : '.')) &&
          proposal.hits.every((hit, i) => said(sentences[i + 1], hit, lang))
        );
      }),
      runs(2_000),
    );
  });

  test('an unknown fact is listed while it could raise a level, and only then', () => {
    fc.assert(
      fc.property(factsOf(plan), (facts) => {
        const { incidentLevel, level, unknown } = grade(plan, facts);
        const open = [
          ...plan.criteria.filter((c) => severity(plan, c.incidentLevel) < severity(plan, incidentLevel)),
          ...plan.responseRules.filter((rule) => rank(plan, rule.atLeast) < rank(plan, level)),
        ].filter(({ when }) => evaluate(when, { facts, incidentLevel }, plan) === undefined);
        const asked = new Set(open.flatMap(({ when }) => factsIn(when)));
        return same(
          unknown,
          [...asked].filter((fact) => facts[fact] === undefined),
        );
      }),
    );
  });

  test('every criterion can decide: there are facts for which it alone sets the level', () => {
    for (const { id, incidentLevel, when } of plan.criteria) {
      const facts = Object.assign({}, ...factsThatMeet(when, plan)) as Facts;
      expect([id, grade(plan, facts).incidentLevel]).toEqual([id, incidentLevel]);
    }
  });
});

const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

function same(a: string[], b: string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}

/** The least that meets a condition. */
function factsThatMeet(when: Condition, plan: CompiledPlan): Facts[] {
  if ('all' in when) return when.all.flatMap((part) => factsThatMeet(part, plan));
  if ('any' in when) return factsThatMeet(when.any[0]!, plan);
  if ('of' in when) return when.of.slice(0, when.count).flatMap((part) => factsThatMeet(part, plan));
  if ('option' in when) return [{ [when.fact]: when.option }];
  if ('atLeast' in when) return [{ [when.fact]: when.atLeast }];
  return 'is' in when ? [{ [when.fact]: when.is }] : [];
}

/** What is known stays; of two numbers or options the worse one counts. */
function worseOf(plan: CompiledPlan, fact: string, known: FactValue | undefined, value: FactValue): FactValue {
  if (known === undefined) return value;
  if (typeof known === 'number' && typeof value === 'number') return Math.max(known, value);
  const options = plan.facts.find(({ id }) => id === fact)?.options ?? [];
  if (typeof known === 'string' && typeof value === 'string') {
    return options[Math.max(options.indexOf(known), options.indexOf(value))]!;
  }
  const worse = new Set(plan.criteria.flatMap(({ when }) => answersIn(when, fact)));
  // Where both answers count against us neither is the worse one, and what is known stays.
  return worse.size === 1 && worse.has(value as boolean) ? value : known;
}

/** Which answers to a question some criterion asks for. */
function answersIn(when: Condition, fact: string): boolean[] {
  const inner = 'all' in when ? when.all : 'any' in when ? when.any : 'of' in when ? when.of : [];
  const own = 'is' in when && when.fact === fact ? [when.is] : [];
  return [...own, ...inner.flatMap((part) => answersIn(part, fact))];
}

/** Any of the plan's facts, known or not, with numbers around the thresholds. */
function factsOf(plan: CompiledPlan): fc.Arbitrary<Facts> {
  const thresholds = plan.criteria.flatMap(({ when }) => thresholdsIn(when));
  const values = plan.facts.map(({ id, type, options = [] }) => {
    const edges = thresholds.filter((t) => t.fact === id).flatMap(({ atLeast }) => [atLeast - 1, atLeast]);
    const number = fc.oneof(fc.constantFrom(0, ...edges), fc.nat(), fc.double({ noNaN: true }));
    const value: fc.Arbitrary<FactValue> =
      type === 'boolean' ? fc.boolean() : type === 'choice' ? fc.constantFrom(...options) : number;
    return [id, fc.option(value, { nil: undefined })] as const;
  });
  return fc
    .record(Object.fromEntries(values))
    .map((facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts);
}

function thresholdsIn(when: Condition): { fact: string; atLeast: number }[] {
  if ('all' in when) return when.all.flatMap(thresholdsIn);
  if ('any' in when) return when.any.flatMap(thresholdsIn);
  if ('of' in when) return when.of.flatMap(thresholdsIn);
  return 'atLeast' in when ? [when] : [];
}

/** 0 is the worst. */
function severity(plan: CompiledPlan, incidentLevel: string): number {
  return plan.incidentLevels.findIndex((level) => level.id === incidentLevel);
}

function rank(plan: CompiledPlan, level: string): number {
  return plan.levels.findIndex((l) => l.id === level);
}
