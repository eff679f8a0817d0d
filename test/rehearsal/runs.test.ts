import { fold } from '../../src/domain/incident/index.js';
import { rehearseOnce, reportOn } from '../../src/rehearsal/index.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { randomOf } from '../../src/rehearsal/random.js';
import { hasInterval, shareOf, summaryOf } from '../../src/rehearsal/statistics.js';
import { given, rehearse } from './given.js';

test('a run depends on its seed and its number alone, whatever was run before it', () => {
  const rehearsed = given('insider-mistake');
  const alone = rehearseOnce(rehearsed, 3);
  const among = rehearse(rehearsed, 5);
  expect(among[3]).toEqual(alone);
  expect(reportOn(rehearsed, among.toReversed())).toEqual(reportOn(rehearsed, among));
  expect(rehearseOnce({ ...rehearsed, seed: 8 }, 3)).not.toEqual(alone);
});

test('each scenario of the default plan is played from the report to the end, by the machine itself', () => {
  for (const id of [
    'ransomware',
    'release-outage',
    'data-loss',
    'supplier-outage',
    'authority-order',
    'insider-mistake',
  ]) {
    const rehearsed = given(id, undefined, { absent: 0, wrong: 0, declines: 0 });
    const rehearsal = new Rehearsal(rehearsed, 1);
    rehearsal.plays();
    const { events, state } = rehearsal.incident;
    expect(state.phase).toBe('watching');
    // What was kept along the way is what follows from the events.
    expect(fold(rehearsed.basis, events)).toEqual(state);
    const { incidentLevels } = rehearsed.basis.plan;
    const graded = events.flatMap((event) =>
      event.type === 'confirmed' || event.type === 'levelChanged' ? [event.incidentLevel] : [],
    );
    const worst = incidentLevels.find((level) => graded.includes(level.id))?.id;
    expect([id, worst]).toEqual([id, rehearsed.scenario.incidentLevel]);
    const at = events.map((event) => event.at);
    expect(at.every(Number.isInteger)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  }
});

test('nobody does two things at a time, and whoever is away does nothing', () => {
  const outcomes = rehearse(given('ransomware', undefined, { absent: 0.4 }), 4);
  for (const { people, absent } of outcomes) {
    expect(absent.length).toBeGreaterThan(0);
    for (const { person, busy, onDuty } of people) {
      expect(absent).not.toContain(person);
      expect(busy).toBeLessThanOrEqual(onDuty);
    }
  }
});

test('when nobody can be reached the plan alone acts, and nobody does a task', () => {
  const [outcome] = rehearse(given('ransomware', undefined, { absent: 1 }), 1);
  expect(outcome).toMatchObject({ ended: 'unfinished', people: [] });
  expect(new Set(outcome!.lapses.map((lapse) => lapse.of))).toEqual(new Set(['command', 'verification', 'quorum']));
  const whys = outcome!.lapses.flatMap(({ who }) => who.map(({ why }) => why));
  expect(new Set(whys)).toEqual(new Set(['unreached']));
  expect(outcome!.undone.length).toBeGreaterThan(5);
});

test('more people away, and teams are complete later', () => {
  const lateIn = (absent: number) => {
    const rehearsed = given('release-outage', undefined, { absent });
    const quorums = reportOn(rehearsed, rehearse(rehearsed, 12)).quorums;
    return quorums.reduce((sum, { late }) => sum + late.count, 0);
  };
  expect(lateIn(0.5)).toBeGreaterThan(lateIn(0));
});

test('shares have the interval of Wilson', () => {
  // Newcombe 1998, table I: 81 of 263, and 0 of 20.
  const { from, to } = shareOf(81, 263);
  expect(from).toBeCloseTo(0.2553, 4);
  expect(to).toBeCloseTo(0.3662, 4);
  expect(shareOf(0, 20)).toMatchObject({ from: 0, share: 0 });
  expect(shareOf(0, 20).to).toBeCloseTo(0.1611, 4);
  expect(shareOf(20, 20).to).toBe(1);
  expect(shareOf(0, 0)).toMatchObject({ from: 0, to: 1 });
});

test('so few values have no interval of 95 % for a quantile', () => {
  expect([1, 5, 6].map((n) => hasInterval(n, 0.5))).toEqual([false, false, true]);
  expect([1, 28, 29].map((n) => hasInterval(n, 0.9))).toEqual([false, false, true]);
});

test('quantiles lie between order statistics', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(summaryOf(hundred.toReversed())).toEqual({
    n: 100,
    median: { value: 50, from: 40, to: 61 },
    p90: { value: 90, from: 84, to: 97 },
  });
  expect(summaryOf([5])).toEqual({ n: 1, median: { value: 5, from: 5, to: 5 }, p90: { value: 5, from: 5, to: 5 } });
  expect(summaryOf([])).toBeUndefined();
});

test('chances have the median and spread that they are given', () => {
  const random = randomOf(1, 1);
  const drawn = Array.from({ length: 20_000 }, () => random.draw({ median: 100, spread: 0.5 }, 'x')).sort(
    (a, b) => a - b,
  );
  expect(drawn[10_000]!).toBeGreaterThan(97);
  expect(drawn[10_000]!).toBeLessThan(103);
  // One standard deviation of the logarithm up: 84 per cent lie below.
  expect(drawn[16_827]! / 100).toBeCloseTo(Math.exp(0.5), 1);
  expect(Array.from({ length: 10_000 }, () => random.chance(0.3, 'y')).filter(Boolean).length / 10_000).toBeCloseTo(
    0.3,
    1,
  );
});

test('an inject that takes the commander away: nothing more comes from them, the deputy says so and takes over', () => {
  const rehearsed = given('ransomware', undefined, { absent: 0, wrong: 0, declines: 0, silentCommand: 0 });
  const { basis, scenario, start } = rehearsed;
  const rehearsal = new Rehearsal(rehearsed, 1);
  rehearsal.plays();
  const { events } = rehearsal.incident;
  const [commander] = basis.holders['commander']!;
  const [deputy] = basis.holders['deputy-commander']!;
  const inject = scenario.injects.find(({ leaves }) => leaves?.includes('commander'));
  if (inject === undefined || !('at' in inject.trigger)) throw new Error('no such inject');
  const leaves = start + inject.trigger.at;
  expect(events.some(({ actor }) => actor.kind === 'person' && actor.id === commander)).toBe(true);
  expect(events.filter(({ at, actor }) => at > leaves && actor.kind === 'person' && actor.id === commander)).toEqual(
    [],
  );
  const by = { kind: 'person', id: deputy };
  expect(events.find(({ type }) => type === 'commanderMissed')).toMatchObject({ actor: by, person: commander });
  expect(events.find(({ type }) => type === 'commandPassed')).toMatchObject({ actor: by, why: 'silence' });
});
