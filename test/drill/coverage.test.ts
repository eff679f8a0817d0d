import { describe, expect, test } from '@jest/globals';
import { coverageOf } from '../../src/domain/drill/index.js';
import type { CoverageRow, Exercise } from '../../src/domain/drill/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { loadPlan } from '../../src/planfiles/index.js';

const plan = loadPlan('plans/software-incident').document;
const NOW = Date.UTC(2026, 11, 1);
const [category, other] = plan.categories.map(({ id }) => id);
const [team] = plan.teams.map(({ id }) => id);
const [task] = plan.tasks!.map(({ id }) => id);
const [obligation] = plan.obligations!.map(({ id }) => id);

const PERSON = { actor: { kind: 'person', id: 'lin-wei' }, via: 'api' };
const happened = (...bodies: object[]) => bodies.map((body) => ({ ...PERSON, ...body })) as IncidentEvent[];
const played = (daysAgo: number, more: Partial<Exercise> = {}): Exercise => ({
  ...{ id: `i-${daysAgo}`, at: NOW - daysAgo * DAY, mode: 'drill' },
  events: happened(
    { type: 'reported', category },
    { type: 'activated', level: 'II' },
    { type: 'arrived', targets: [{ kind: 'team', id: team }] },
    { type: 'taskFinished', task, authority: 'commander' },
    { type: 'obligationsFiled', obligations: [obligation] },
  ),
  ...more,
});
const rowOf = (rows: CoverageRow[], kind: CoverageRow['kind'], id: string) =>
  rows.find((row) => row.kind === kind && row.id === id);

describe('coverage of a plan by its drills', () => {
  test('without a drill all of it is due', () => {
    const rows = coverageOf(plan, [], NOW);
    expect(rows.every(({ due }) => due === 'never')).toBe(true);
    expect(rows.filter(({ kind }) => kind === 'post')).toHaveLength(plan.posts.length);
  });

  test('what happened in a drill was exercised, and nothing else', () => {
    const rows = coverageOf(plan, [played(10)], NOW);
    const exercised = rows.filter(({ due }) => due === undefined).map(({ kind, id }) => [kind, id]);
    expect(exercised).toEqual([
      ['category', category],
      ['level', 'II'],
      ['team', team],
      ['post', 'commander'],
      ['task', task],
      ['obligation', obligation],
    ]);
    expect(rowOf(rows, 'level', 'II')).toMatchObject({ drills: 1, lastDrill: { incidentId: 'i-10' } });
  });

  test('the latest drill counts, and one that is too long ago leaves it due', () => {
    expect(rowOf(coverageOf(plan, [played(400), played(20)], NOW), 'category', category!)).toMatchObject({
      ...{ drills: 2, lastDrill: { incidentId: 'i-20' } },
    });
    expect(rowOf(coverageOf(plan, [played(400)], NOW), 'category', category!)?.due).toBe('old');
    const monthly = structuredClone(plan);
    monthly.drills!.exerciseEvery = '30d';
    expect(rowOf(coverageOf(monthly, [played(31)], NOW), 'category', category!)?.due).toBe('old');
  });

  test('what only the simulator did was practised by nobody, and says so', () => {
    const by = (id: string, via: string) => ({ actor: { kind: 'person', id }, via });
    const events = happened(
      { type: 'reported', category, actor: { kind: 'person', id: 'controller' }, via: 'system' },
      { type: 'activated', level: 'II', authority: 'commander', ...by('lin-wei', 'api') },
      { type: 'arrived', targets: [{ kind: 'team', id: team }], ...by('zhao-lei', 'simulator') },
      { type: 'quorumReached', team, actor: { kind: 'system' }, via: 'system' },
      { type: 'taskFinished', task, authority: 'commander', ...by('lin-wei', 'api') },
      { type: 'obligationsFiled', obligations: [obligation], ...by('lin-wei', 'simulator') },
    );
    const rows = coverageOf(plan, [played(10, { events })], NOW);
    expect(rowOf(rows, 'team', team!)).toMatchObject({ drills: 0, simulated: 1, due: 'never' });
    expect(rowOf(rows, 'obligation', obligation!)).toMatchObject({ drills: 0, simulated: 1, due: 'never' });
    for (const [kind, id] of [
      ['category', category],
      ['level', 'II'],
      ['task', task],
      ['post', 'commander'],
    ] as const) {
      expect(rowOf(rows, kind, id!)).toMatchObject({ drills: 1 });
      expect(rowOf(rows, kind, id!)).not.toHaveProperty('simulated');
    }
    const nobody = events.map((event) => (event.via === 'api' ? { ...event, via: 'simulator' as const } : event));
    const alone = coverageOf(plan, [played(10, { events: nobody })], NOW);
    expect(alone.every(({ due }) => due === 'never')).toBe(true);
    expect(rowOf(alone, 'level', 'II')).toMatchObject({ drills: 0, simulated: 1 });
  });

  test('a real incident stands apart and takes no drill off the list', () => {
    const rows = coverageOf(plan, [played(3, { mode: 'real' })], NOW);
    expect(rowOf(rows, 'team', team!)).toEqual({
      ...{ kind: 'team', id: team, drills: 0, due: 'never' },
      lastReal: { at: NOW - 3 * DAY, incidentId: 'i-3' },
    });
  });

  test('whoever was only called has exercised nothing; another category counts as well', () => {
    const events = happened(
      { type: 'reported', category },
      { type: 'called', calls: [{ target: { kind: 'team', id: team }, people: ['a'] }] },
      { type: 'categoryChanged', from: category, to: other, authority: 'deputy' },
    );
    const rows = coverageOf(plan, [played(1, { events })], NOW);
    expect(rowOf(rows, 'team', team!)?.due).toBe('never');
    expect(rowOf(rows, 'category', other!)?.drills).toBe(1);
  });
});

test('where nobody acted nothing was exercised, neither by people nor by the simulator', () => {
  const byDrill = { actor: { kind: 'person', id: 'controller' }, via: 'system' };
  const opened = { ...byDrill, type: 'reported', category } as unknown as IncidentEvent;
  const [row] = coverageOf(plan, [{ id: 'i', at: NOW, mode: 'drill', events: [opened] }], NOW);
  expect(row).toMatchObject({ kind: 'category', id: category, drills: 0, due: 'never' });
  expect(row).not.toHaveProperty('simulated');
});

test('rules count as exercised where they raised the response, and where the end was checked against them', () => {
  const [rule] = plan.responseRules!.map(({ id }) => id);
  const [criterion] = plan.termination.criteria.map(({ id }) => id);
  const [, serious] = plan.incidentLevels.map(({ id }) => id);
  const events = happened(
    { type: 'reported', category },
    { type: 'confirmed', authority: 'commander', proposed: { raises: [{ rule }] } },
    { type: 'activated', level: 'II', incidentLevel: serious },
    { type: 'criteriaConfirmed', authority: 'technical-lead', criteria: [criterion] },
  );
  const rows = coverageOf(plan, [played(1, { events })], NOW);
  const exercised = rows.filter(({ drills }) => drills === 1).map(({ kind, id }) => `${kind} ${id}`);
  expect(exercised).toEqual([
    `category ${category}`,
    `incidentLevel ${serious}`,
    'level II',
    `responseRule ${rule}`,
    'post commander',
    'post technical-lead',
    `terminationCriterion ${criterion}`,
  ]);
});
