import { checkPlan } from '../../src/domain/plan/checkPlan.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { grade } from '../../src/domain/plan/grade.js';
import { pathText } from '../../src/domain/plan/issues.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { isExpected, isSought } from '../../src/domain/incident/soughtEvent.js';
import type { IncidentEvent } from '../../src/domain/incident/events.js';
import { MINUTE } from '../../src/domain/time.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { fullPlan } from './diff/full.js';

const { document, hash } = loadPlan('plans/software-incident');
const plan = compilePlan(document, hash);
const ids = (document.scenarios ?? []).map(({ id }) => id);

/** How the grade moves as the facts become known. */
function gradesOf(id: string): string[] {
  const { category, reportFacts, injects } = compileScenario(document, id);
  let known: Facts = reportFacts;
  return [
    grade(plan, known, category),
    ...injects.map(({ facts }) => grade(plan, (known = { ...known, ...facts }), category)),
  ]
    .map(({ incidentLevel, level }) => `${incidentLevel} ${level}`)
    .filter((one, i, all) => one !== all[i - 1]);
}

test('there are six scenarios, and the facts of each lead to the level that it is about', () => {
  expect(ids).toHaveLength(6);
  for (const id of ids) {
    const last = gradesOf(id).at(-1)?.split(' ')[0];
    expect([id, last]).toEqual([id, compileScenario(document, id).incidentLevel]);
  }
});

test('the grade moves as the story says', () => {
  expect(gradesOf('ransomware')).toEqual([
    'ordinary IV',
    'relatively-serious III',
    'relatively-serious II',
    'serious II',
  ]);
  expect(gradesOf('release-outage')).toEqual(['ordinary IV', 'relatively-serious III', 'serious II']);
  expect(gradesOf('data-loss')).toEqual(['ordinary IV', 'relatively-serious III', 'serious II']);
  expect(gradesOf('supplier-outage')).toEqual([
    'ordinary IV',
    'relatively-serious III',
    'relatively-serious II',
    'serious II',
    'particularly-serious I',
  ]);
  expect(gradesOf('authority-order')).toEqual(['ordinary IV', 'relatively-serious III']);
  expect(gradesOf('insider-mistake')).toEqual(['ordinary IV', 'ordinary II', 'ordinary IV']);
});

test('every scenario expects something that the record shows, for most of its objectives', () => {
  for (const id of ids) {
    const { injects, objectives } = compileScenario(document, id);
    const shown = objectives.filter((objective) =>
      injects.some((inject) => inject.objective === objective.id && inject.expects.length > 0),
    );
    expect(shown.length).toBeGreaterThan(objectives.length / 2);
  }
});

test('an expected task, or report to the authorities, is told with whose it is by the plan', () => {
  const expected = ids.flatMap((id) => compileScenario(document, id).injects.flatMap(({ expects }) => expects));
  const ownersOf = (field: string, value: string) =>
    new Set(expected.filter(({ where }) => where?.[field] === value).flatMap(({ owners }) => owners));
  expect(ownersOf('task', 'call-back')).toEqual(new Set(['deputy-commander']));
  expect(ownersOf('obligations', 'D-04')).toEqual(new Set(['liaison-lead', 'legal-counsel']));
  for (const { event, owners } of expected) if (event === 'confirmed') expect(owners).toBeUndefined();
});

test('a scenario is compiled with its times in milliseconds, teams as their posts, and each way to be played', () => {
  const scenario = compileScenario(fullPlan(), 'x-ransom');
  expect(scenario).toMatchObject({ duration: 120 * MINUTE, reportFacts: { 'x-users': 20 }, incidentLevel: 'x-grave' });
  expect(scenario.objectives[0]).toEqual({ id: 'x-fast', criteria: ['x-arrival'] });
  expect(scenario.injects.map(({ trigger }) => trigger)).toEqual([
    { at: 5 * MINUTE },
    { at: 30 * MINUTE },
    { when: { event: 'levelChanged', where: { to: 'x-1' } } },
    { unless: { event: 'confirmed' }, within: 20 * MINUTE },
    { byHand: true },
  ]);
  const [first] = scenario.injects;
  expect(first?.players).not.toContain('x-rescue');
  expect(first?.players).toContain('x-commander');
  expect(first?.facts).toEqual({ 'x-breach': true, 'x-state': 'x-broken' });
  expect(first?.expects[1]).toEqual({
    ...{ event: 'taskFinished', where: { task: 'x-freeze' }, within: 20 * MINUTE, anew: true, owners: ['x-engineer'] },
  });
  expect(first?.expects[0]).toMatchObject({ shows: ['x-arrival'] });
  expect(() => compileScenario(fullPlan(), 'x-other')).toThrow('no scenario "x-other"');
});

type Inject = NonNullable<PlanDocument['scenarios']>[number]['injects'][number];

const BROKEN: [what: string, change: (inject: Inject) => void, code: string, path: string][] = [
  ['two times', (inject) => (inject.byHand = true), 'inject_trigger', ''],
  ['no time', (inject) => delete inject.at, 'inject_trigger', ''],
  ['a fact that there is not', (inject) => (inject.facts = { 'x-other': 1 }), 'unknown_fact', '.facts.x-other'],
  ['a fact of another type', (inject) => (inject.facts = { 'x-users': true }), 'fact_value', '.facts.x-users'],
  ['an unknown option', (inject) => (inject.facts = { 'x-state': 'x-odd' }), 'unknown_option', '.facts.x-state'],
  [
    'a level that there is not',
    (inject) => (inject.expects = [{ event: 'levelChanged', where: { to: 'x-9' }, within: '5m' }]),
    'unknown_level',
    '.expects[0].where.to',
  ],
  [
    'a field that the event does not have',
    (inject) => (inject.expects = [{ event: 'factAdded', where: { to: 'x-1' }, within: '5m' }]),
    'sought_field',
    '.expects[0].where.to',
  ],
  [
    'a value that the field never has',
    (inject) => (inject.expects = [{ event: 'commandPassed', where: { why: 'tired' }, within: '5m' }]),
    'sought_value',
    '.expects[0].where.why',
  ],
  [
    'a number for an id',
    (inject) => (inject.expects = [{ event: 'levelChanged', where: { to: 3 }, within: '5m' }]),
    'sought_value',
    '.expects[0].where.to',
  ],
  [
    'a post that there is not',
    (inject) => (inject.expects = [{ event: 'confirmed', by: ['x-nobody'], within: '5m' }]),
    'unknown_post',
    '.expects[0].by[0]',
  ],
  [
    'an action that shows what another objective is about',
    (inject) => (inject.expects = [{ event: 'confirmed', within: '5m', shows: ['x-repair'] }]),
    'shown_elsewhere',
    '.expects[0].shows[0]',
  ],
];

type Rates = NonNullable<PlanDocument['drills']>['evaluation']['criteria'][number]['rates'];
const ODD: [what: string, rates: NonNullable<Rates>, code: string, path: string][] = [
  ['a time in per cent', [{ by: 'grading', P: 90 }], 'bad_threshold', '[0].P'],
  ['a share in minutes', [{ by: 'reach', P: 90, S: '5m' }], 'bad_threshold', '[0].S'],
  ['half a level', [{ by: 'key', P: 0.5 }], 'bad_threshold', '[0].P'],
  ['more time for the better rating', [{ by: 'quorum', P: '20m', M: '10m' }], 'bounds_out_of_order', '[0].M'],
  ['a lower share for the better rating', [{ by: 'sitreps', P: 80, S: 90 }], 'bounds_out_of_order', '[0].S'],
  [
    'one figure twice',
    [
      { by: 'key', P: 0 },
      { by: 'key', P: 1 },
    ],
    'listed_twice',
    '[1].by',
  ],
];

test.each(ODD)('a criterion rated by %s is refused', (_, rates, code, path) => {
  const broken = fullPlan();
  broken.drills!.evaluation.criteria[0]!.rates = rates;
  const checked = checkPlan(broken);
  const issues = 'issues' in checked ? checked.issues : [];
  expect(issues.map((found) => [found.code, pathText(found.path)])).toEqual([
    [code, `drills.evaluation.criteria[0].rates${path}`],
  ]);
});

test.each(BROKEN)('a scenario with %s is refused', (_, change, code, path) => {
  const broken = fullPlan();
  change(broken.scenarios![0]!.injects[0]!);
  const checked = checkPlan(broken);
  const issues = 'issues' in checked ? checked.issues : [];
  expect(issues.map((found) => [found.code, pathText(found.path)])).toEqual([[code, `scenarios[0].injects[0]${path}`]]);
  for (const { message, hint } of issues) {
    expect(message.en).not.toMatch(/undefined/);
    expect(`${message['zh-CN']}${hint['zh-CN']}`).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('what is expected is known by event, fields and post', () => {
  const head = { seq: 9, at: 0, via: 'api', actor: { kind: 'person', id: 'ann' } } as const;
  const filed: IncidentEvent = {
    ...head,
    type: 'obligationsFiled',
    obligations: ['D-04', 'D-05'],
    filedAt: 0,
    authority: 'liaison-lead',
    texts: { to: 'a', channel: 'b' },
  };
  const holds = (person: string, post: string) => person === 'ann' && post === 'legal-counsel';
  expect(isSought(filed, { event: 'obligationsFiled' })).toBe(true);
  expect(isSought(filed, { event: 'terminated' })).toBe(false);
  expect(isSought(filed, { event: 'obligationsFiled', where: { obligations: 'D-05' } })).toBe(true);
  expect(isSought(filed, { event: 'obligationsFiled', where: { obligations: 'D-06' } })).toBe(false);
  const expected = { event: 'obligationsFiled', within: MINUTE } as const;
  expect(isExpected(filed, expected, holds)).toBe(true);
  expect(isExpected(filed, { ...expected, by: ['liaison-lead'] }, () => false)).toBe(true);
  expect(isExpected(filed, { ...expected, by: ['legal-counsel'] }, holds)).toBe(true);
  expect(isExpected(filed, { ...expected, by: ['commander'] }, holds)).toBe(false);
  const released = { ...head, type: 'sitrepReleased', number: 1 } as unknown as IncidentEvent;
  expect(isSought(released, { event: 'sitrepReleased', where: { final: false } })).toBe(true);
  expect(isSought(released, { event: 'sitrepReleased', where: { final: true } })).toBe(false);
});
