import { expect, test } from '@jest/globals';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { reportOn } from '../../src/rehearsal/index.js';
import type { Outcome, Parameters } from '../../src/rehearsal/index.js';
import { given, rehearse } from './given.js';

const NOBODY_ERRS = { absent: 0, wrong: 0, declines: 0, silentCommand: 0 };

function lapsesOf(parameters: Partial<Parameters>, people?: Basis['people']): Outcome['lapses'] {
  const rehearsed = given('ransomware', undefined, { ...NOBODY_ERRS, ...parameters });
  const basis = people === undefined ? rehearsed.basis : { ...rehearsed.basis, people };
  return rehearse({ ...rehearsed, basis }, 1)[0]!.lapses;
}

const whysIn = (lapses: Outcome['lapses'], of: Outcome['lapses'][number]['of']) =>
  new Set(lapses.filter((lapse) => lapse.of === of).flatMap(({ who }) => who.map(({ why }) => why)));

test('where everybody acts in time nothing lapses', () => {
  const fast = { median: 10_000, spread: 0.01 };
  expect(lapsesOf({ acknowledgement: fast, verification: fast, remote: 1 })).toEqual([]);
});

test('command lapses: the commander leaves by the story, and the deputy reads slowly', () => {
  const command = lapsesOf({ reading: { median: 40 * MINUTE, spread: 0.01 } }).find(({ of }) => of === 'command');
  expect(command).toEqual({
    of: 'command',
    who: [
      { post: 'commander', why: 'left' },
      { post: 'deputy-commander', why: 'slow' },
    ],
  });
});

test('nobody verifies: those who were asked took too long, or were away by the roster', () => {
  const who = [
    { post: 'commander', why: 'slow' },
    { post: 'deputy-commander', why: 'slow' },
  ];
  const slow = lapsesOf({ verification: { median: 3 * HOUR, spread: 0.01 } });
  expect(slow.find(({ of }) => of === 'verification')).toEqual({ of: 'verification', who });
  const { basis, start } = given('ransomware');
  const away = [{ from: start, until: start + 48 * HOUR }];
  const [deputy] = basis.holders['deputy-commander']!;
  const people = { ...basis.people, [deputy!]: { ...basis.people?.[deputy!], away } } as Basis['people'];
  const without = lapsesOf({ verification: { median: 3 * HOUR, spread: 0.01 } }, people);
  expect(without.find(({ of }) => of === 'verification')?.who).toContainEqual({
    post: 'deputy-commander',
    why: 'away',
  });
});

test('a team is not complete: its people cannot be reached, say no, or come too late', () => {
  expect(whysIn(lapsesOf({ declines: 1 }), 'quorum')).toContain('declined');
  expect(whysIn(lapsesOf({ remote: 0, travel: { median: 9 * HOUR, spread: 0.01 } }), 'quorum')).toContain('late');
  expect(whysIn(lapsesOf({ absent: 1 }), 'quorum')).toEqual(new Set(['unreached']));
});

test('the report: each lapse of command and verification has its cause, those of a team are counted one by one', () => {
  const rehearsed = given('ransomware', undefined, { absent: 0.3 });
  const RUNS = 12;
  const { causes, commandLapsed, unverified, quorums, expected } = reportOn(rehearsed, rehearse(rehearsed, RUNS));
  const counted = (of: string) =>
    causes.filter((cause) => cause.of === of).reduce((sum, { share }) => sum + share.count, 0);
  expect(commandLapsed.count).toBeGreaterThan(0);
  expect(counted('command')).toBe(commandLapsed.count);
  expect(counted('verification')).toBe(unverified.count);
  for (const cause of causes) {
    if (cause.of !== 'quorum') continue;
    const { late } = quorums.find(({ team }) => team === cause.team)!;
    expect(cause.who.length).toBeLessThanOrEqual(1);
    expect(cause.share.count).toBeLessThanOrEqual(late.count);
    expect(cause.share.of).toBe(late.of);
  }
  for (const { inTime, late, missed } of expected) expect(inTime.count + late.count + missed.count).toBe(RUNS);
  expect(expected.some(({ late }) => late.count > 0)).toBe(true);
});
