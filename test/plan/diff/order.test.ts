import { diffPlans } from '../../../src/domain/plan/diff/index.js';
import type { PlanChange } from '../../../src/domain/plan/diff/index.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { at } from './examples.js';
import { fullPlan } from './full.js';

function changesOf(edit: (plan: PlanDocument) => void): PlanChange[] {
  const b = fullPlan();
  edit(b);
  return diffPlans(fullPlan(), b);
}

const same: [string, (plan: PlanDocument) => void][] = [
  ['facts', (plan) => plan.facts.reverse()],
  ['sources', (plan) => plan.sources.reverse()],
  ['posts and teams', (plan) => [plan.posts.reverse(), plan.teams.reverse()]],
  ['grading criteria', (plan) => plan.gradingCriteria.reverse()],
  ['tasks', (plan) => plan.tasks?.reverse()],
  ['posts that decide a level', (plan) => at(plan.levels, 2).decidedBy.reverse()],
  ['parts of a condition', (plan) => at(plan.gradingCriteria, 1).all?.reverse()],
  ['rules of mobilisation', (plan) => plan.mobilisation.reverse()],
  ['levels of a rule', (plan) => at(plan.mobilisation, 0).levels.reverse()],
  ['questions', (plan) => plan.aftermath?.lessons.questions.reverse()],
  ['keys', (plan) => plan.tasks?.splice(0, 1, keysReversed(at(plan.tasks, 0)))],
  ['a duration in another unit', (plan) => (at(plan.tasks ?? [], 1).due = '1h')],
  ['a target in another unit', (plan) => (at(plan.obligations ?? [], 1).limit = { promptly: true, target: '120m' })],
  ['a rule for two levels as two rules', (plan) => plan.sitreps?.cadence.push(...apart(plan.sitreps.cadence))],
  ['authority of posts as authority without levels', (plan) => (plan.authority.close = [{ posts: ['x-commander'] }])],
];

test.each(same)('%s: written otherwise, it says the same', (_, edit) => {
  expect(changesOf(edit)).toEqual([]);
});

const different: [field: string, edit: (plan: PlanDocument) => void][] = [
  ['levels', (plan) => plan.levels.reverse()],
  ['incidentLevels', (plan) => plan.incidentLevels.reverse()],
  ['facts.options', (plan) => options(plan).reverse()],
  ['posts.deputies', (plan) => at(plan.posts, 2).deputies?.reverse()],
  ['posts.card', (plan) => at(plan.posts, 0).card?.reverse()],
  ['command.deputies', (plan) => plan.command.deputies.reverse()],
  ['verification.timeBox', (plan) => plan.verification.timeBox?.reverse()],
  ['notification.call.channels', (plan) => plan.notification.call.channels?.reverse()],
  ['notification.retry.waits', (plan) => plan.notification.retry.waits.reverse()],
  ['notification.shortage.tell', (plan) => plan.notification.shortage?.tell.reverse()],
  ['obligations.contents', (plan) => at(plan.obligations ?? [], 0).contents.reverse()],
  ['aftermath.report.sections', (plan) => plan.aftermath?.report.sections.reverse()],
  ['scenarios.injects', (plan) => at(plan.scenarios ?? [], 0).injects.reverse()],
];

test.each(different)('%s: another order is told as such, once', (field, edit) => {
  const changes = changesOf(edit);
  expect(changes.map((change) => [change.code, change.field])).toEqual([['reordered', field]]);
  expect(changes[0]?.before).toEqual([...(changes[0]?.after as unknown[])].reverse());
});

test('an entry in between is no change of order', () => {
  const changes = changesOf((plan) => plan.levels.splice(1, 0, { ...at(plan.levels, 0), id: 'x-new' }));
  expect(changes.map(({ code, field, subject }) => ({ code, field, subject }))).toEqual([
    { code: 'added', field: 'levels', subject: { level: 'x-new' } },
  ]);
});

test('another id is another thing', () => {
  const changes = changesOf((plan) => (at(plan.categories, 2).id = 'x-supplier'));
  expect(changes.map(({ code, subject }) => ({ code, subject }))).toEqual([
    { code: 'added', subject: { category: 'x-supplier' } },
    { code: 'removed', subject: { category: 'x-vendor' } },
  ]);
});

test('a language more is told once, and what else is reworded with it', () => {
  const zhOnly = (plan: PlanDocument): PlanDocument => {
    const zh = JSON.stringify(plan, (key, value: unknown) => (key === 'en' ? undefined : value));
    return { ...(JSON.parse(zh) as PlanDocument), languages: ['zh-CN'] };
  };
  const b = fullPlan();
  at(b.posts, 0).duties['zh-CN'] = '指挥。';
  b.aftermath?.lessons.questions.unshift({ 'zh-CN': '缺什么', en: 'What was missing' });
  const told = diffPlans(zhOnly(fullPlan()), b).map(({ code, field, lang }) => ({ code, field, lang }));
  expect(told).toEqual([
    { code: 'changed', field: 'languages', lang: undefined },
    { code: 'reworded', field: 'posts.duties', lang: 'zh-CN' },
    { code: 'added', field: 'aftermath.lessons.questions', lang: undefined },
  ]);
});

test('a change carries what both plans have, whole, for programs', () => {
  const [change] = changesOf((plan) => (at(plan.sitreps?.cadence ?? [], 1).every = '2h'));
  expect(change).toEqual({
    code: 'changed',
    concept: 'sitreps',
    field: 'sitreps.cadence.every',
    subject: { level: 'x-3' },
    before: '4h',
    after: '2h',
    weight: 'substantial',
    touches: 'procedure',
  });
});

function keysReversed<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).reverse()) as T;
}

/** Takes the first entry out and answers with one entry for each of its levels. */
function apart<T extends { levels: string[] }>(cadence: T[]): T[] {
  const [first] = cadence.splice(0, 1);
  return (first?.levels ?? []).map((level) => ({ ...first, levels: [level] }) as T);
}

function options({ facts }: PlanDocument): unknown[] {
  return facts.flatMap((fact) => (fact.type === 'choice' ? [fact.options] : []))[0] ?? [];
}
