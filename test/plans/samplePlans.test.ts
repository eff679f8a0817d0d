import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePlan } from '../../src/domain/plan/compile.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { parseDuration } from '../../src/domain/plan/duration.js';
import { checkFindings } from '../../src/domain/plan/rules/index.js';
import { REGIMES } from '../../src/domain/plan/schema/control.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import { holdersOf } from '../../src/domain/plan/roster.js';
import { teamsNeeded } from '../../src/domain/incident/rooms/mobilisation/needs.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { copyOfSample } from './broken.js';

function load(name: string) {
  const { document, hash } = loadPlan(`plans/${name}`);
  const roster = loadRoster(`plans/${name}/roster.yaml`, document).document;
  const plan = compilePlan(document, hash);
  return { document, hash, roster, plan, holders: holdersOf(roster), names: namesFrom(document, roster) };
}

const sample = load('software-incident');
const hospital = load('hospital-it');

test('the sample plan compiles to less than 64 KB', () => {
  expect(JSON.stringify(sample.plan).length).toBeLessThan(64 * 1024);
});

test('the sample plan has the five categories, the five teams and four levels of each kind', () => {
  const { plan } = sample;
  expect(plan.categories).toEqual(['code-fault', 'operation-failure', 'security', 'third-party', 'legal-duty']);
  expect(sample.document.categories.map((category) => category.rows)).toEqual([['S1'], ['S2'], ['S3'], ['S4'], ['S5']]);
  expect(plan.teams.map((team) => team.id)).toEqual([
    'technical-rescue',
    'information-liaison',
    'human-resources',
    'site-security',
    'publicity',
  ]);
  expect(plan.levels.map((level) => level.id)).toEqual(['I', 'II', 'III', 'IV']);
  expect(plan.incidentLevels).toEqual([
    { id: 'particularly-serious', level: 'I' },
    { id: 'serious', level: 'II' },
    { id: 'relatively-serious', level: 'III' },
    { id: 'ordinary', level: 'IV' },
  ]);
});

test('each level of the sample plan calls all teams of the milder one and more', () => {
  const { plan } = sample;
  const called = (level: string, category: string) => teamsNeeded(plan, level, category).sort();
  expect(called('IV', 'operation-failure')).toEqual(['technical-rescue']);
  expect(called('III', 'operation-failure')).toEqual(['information-liaison', 'technical-rescue']);
  expect(called('II', 'operation-failure')).toEqual([
    'human-resources',
    'information-liaison',
    'publicity',
    'technical-rescue',
  ]);
  expect(called('I', 'operation-failure')).toHaveLength(5);
  expect(called('III', 'security')).toEqual(['information-liaison', 'site-security', 'technical-rescue']);
  for (const category of plan.categories) {
    const ladder = ['IV', 'III', 'II', 'I'].map((level) => called(level, category));
    ladder.slice(1).forEach((teams, i) => expect(teams).toEqual(expect.arrayContaining(ladder[i]!)));
  }
});

test('before an incident ends that the law may want reported, somebody states that it was', () => {
  const { plan } = sample;
  const reportable = plan.incidentLevels.find(({ id }) => id === 'relatively-serious')!;
  const from = plan.levels.findIndex(({ id }) => id === reportable.level);
  const asked = plan.termination.criteria.find(({ id }) => id === 'authorities-informed')!.levels;
  expect(asked).toEqual(plan.levels.slice(0, from + 1).map(({ id }) => id));
});

describe.each([...REGIMES.map((regime) => [regime]), [...REGIMES]])('an operator bound by %s', (...boundBy) => {
  const document = structuredClone(sample.document);
  document.operator!.boundBy = boundBy;

  test('keeps within the limits of the law', () => {
    const { findings, passed } = checkFindings({ plan: document, roster: sample.roster });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'V-24')).toEqual([]);
    expect(passed).toContain('V-24');
  });

  test('has no duty in an incident that belongs to the publication of the plan', () => {
    const { obligations } = compilePlan(document, sample.hash);
    expect(obligations.filter(({ start }) => start === 'planPublished')).toEqual([]);
    const after = obligations.flatMap((obligation) => obligation.after ?? []);
    expect(after.filter((id) => !obligations.some((obligation) => obligation.id === id))).toEqual([]);
  });
});

test('a filing that follows that of the plan belongs to the plan as well', () => {
  const document = structuredClone(sample.document);
  document.operator!.boundBy = [...REGIMES];
  const filing = document.obligations!.find(({ id }) => id === 'D-15')!;
  document.obligations!.push({ ...filing, id: 'receipt', start: 'earlierFiling', after: 'D-15' });
  const compiled = compilePlan(document, sample.hash).obligations.map(({ id }) => id);
  expect(compiled.filter((id) => id === 'D-15' || id === 'receipt')).toEqual([]);
  expect(compiled).toContain('D-14-reply');
});

test('personal data gathered for the response is kept until the last report that may need it, and no longer', () => {
  const { obligations, tasks } = compilePlan(
    { ...sample.document, operator: { ...sample.document.operator!, boundBy: [...REGIMES] } },
    sample.hash,
  );
  const within = (id: string) => obligations.find((obligation) => obligation.id === id)!.limit.within!;
  const { destroyAfter } = sample.document.aftermath!.personalData!;
  expect(parseDuration(destroyAfter)).toBeGreaterThan(within('D-07'));
  // The investigation may be prolonged by as long again.
  expect(parseDuration(destroyAfter)).toBeGreaterThan(2 * within('D-14-report') + within('D-14-reply'));
  expect(tasks.find(({ id }) => id === 'destroy-data')!.due).toBe(parseDuration(destroyAfter));
});

test('the date on the cover is that of the version in the record of revisions', () => {
  for (const { document } of [sample, hospital]) {
    const { version, issued } = document.plan;
    const entry = document.control?.history?.find((revision) => revision.version === version);
    if (issued !== undefined && entry !== undefined) expect(entry.date).toBe(issued);
  }
  expect(sample.document.plan.issued).toBeDefined();
  expect(sample.document.control!.history!.map(({ version }) => version)).toContain(sample.document.plan.version);
});

test('waits are milliseconds in the compiled plan', () => {
  expect(sample.plan.notification.call).toMatchObject({ remindAfter: 5 * MINUTE, escalateAfter: 10 * MINUTE });
  expect(sample.plan.notification.alert).toMatchObject({ remindAfter: 3 * MINUTE, escalateAfter: 6 * MINUTE });
  const waits = [5 * SECOND, 15 * SECOND, 45 * SECOND, 2 * MINUTE, 5 * MINUTE];
  expect(sample.plan.notification.retry).toEqual({ waits, giveUpAfter: 24 * HOUR });
  expect(hospital.plan.verification.remindAfter).toBe(90 * SECOND);
});

test('the compiled plan has no prose: it is a copy of ids, numbers and rules', () => {
  const texts = [...stringsIn(sample.plan)].filter((text) => text !== sample.hash);
  expect(texts.filter((text) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(text))).toEqual([]);
});

test('commander and deputy are two people, and every team has its lead', () => {
  for (const { plan, holders } of [sample, hospital]) {
    const command = [plan.command.commander, ...plan.command.deputies].map((post) => holders[post]?.[0]);
    expect(new Set(command).size).toBe(command.length);
    for (const team of plan.teams) expect(holders[team.lead]).not.toHaveLength(0);
  }
});

test('whoever is not active holds no post', () => {
  expect(hospital.roster.holders['ward-coordinator']).toEqual(['helen-doyle', 'ruth-adler']);
  expect(hospital.holders['ward-coordinator']).toEqual(['helen-doyle']);
});

test('the roster of the sample writes only to a reserved domain', () => {
  for (const { roster } of [sample, hospital]) {
    for (const { contacts } of roster.people) expect(contacts.email).toMatch(/\.example$/);
  }
});

test('names are in the language asked for, else in one that exists, else the id', () => {
  const { names } = sample;
  expect([names.post('commander', 'zh-CN'), names.post('commander', 'en')]).toEqual(['指挥长', 'Commander']);
  expect([names.level('I', 'zh-CN'), names.incidentLevel('serious', 'zh-CN')]).toEqual(['一级响应', '重大']);
  expect([names.person('lin-wei', 'zh-CN'), names.person('lin-wei', 'en')]).toEqual(['林伟', 'Lin Wei']);
  expect(names.organisation('en')).toBe('Yunfan Technology Ltd');
  expect(names.terminationCriterion('under-control', 'zh-CN')).toContain('控制');
  expect(hospital.names.team('it-operations', 'zh-CN')).toBe('IT operations');
  expect(hospital.names.person('amara-okafor', 'zh-CN')).toBe('Amara Okafor');
  expect([names.fact('nothing', 'en'), names.category('toString', 'en')]).toEqual(['nothing', 'toString']);
});

test('the hospital plan compiles without any id of the sample plan', () => {
  const known = new Set(idsOf(sample.plan));
  expect(idsOf(hospital.plan).filter((id) => known.has(id))).toEqual([]);
});

test('the hash counts what is written, not how: comments, order of keys and files change nothing', () => {
  const dir = copyOfSample();
  const plan = readFileSync(join(dir, 'plan.yaml'), 'utf8');
  const moved = plan.slice(plan.indexOf('purpose:'));
  writeFileSync(join(dir, 'plan.yaml'), `# a remark\n${plan.slice(0, plan.indexOf('purpose:'))}`);
  writeFileSync(join(dir, 'aims.yaml'), moved);
  renameSync(join(dir, 'response.yaml'), join(dir, 'what-we-do.yaml'));
  expect(loadPlan(dir).hash).toBe(sample.hash);
  expect(sample.hash).toMatch(/^[0-9a-f]{64}$/);

  writeFileSync(join(dir, 'aims.yaml'), moved.replace('先报告后查证', '先报告，后查证'));
  expect(loadPlan(dir).hash).not.toBe(sample.hash);
});

test('the roster is no part of the plan and of its hash', () => {
  const dir = copyOfSample();
  writeFileSync(join(dir, 'roster.yaml'), 'not: a roster');
  expect(loadPlan(dir).hash).toBe(sample.hash);
});

function idsOf(plan: CompiledPlan): string[] {
  const named = [
    ...plan.incidentLevels,
    ...plan.levels,
    ...plan.facts,
    ...plan.criteria,
    ...plan.posts,
    ...plan.teams,
    ...plan.termination.criteria,
  ];
  return [plan.id, ...plan.categories, ...named.map((thing) => thing.id)];
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}
