import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { compilePlan } from '../../src/domain/plan/compile.js';
import { namesFrom } from '../../src/domain/plan/namesFrom.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { eventWords } from '../../src/domain/words/index.js';
import { loadLedger, loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { recordedIncident } from '../../src/record/index.js';
import { whatIf } from '../../src/rehearsal/index.js';
import { differences } from '../../src/rehearsal/differences.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { rerun } from '../../src/rehearsal/rerun.js';
import type { RecordedInputs } from '../../src/rehearsal/rerun.js';
import { openStore } from '../../src/store/index.js';
import { exportedFrom } from '../record/bundles.js';
import { provableIncident } from '../store/provable.js';
import { inMemory } from '../support/databases.js';
import { given } from './given.js';

const DIR = 'plans/software-incident';
const { document, hash } = loadPlan(DIR);
const roster = loadRoster(`${DIR}/roster.yaml`, document).document;
const ledger = loadLedger(`${DIR}/ledger.yaml`, document, roster).document.items;

type Recorded = Awaited<ReturnType<typeof recordedIncident>>;

let recorded: Recorded;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-what-if-'));
  const store = await openStore(inMemory());
  await provableIncident(store, 'inc-1');
  const file = join(folder, 'bundle.zip');
  writeFileSync(file, await exportedFrom(store, 'inc-1'));
  recorded = await recordedIncident(file);
  await store.close();
  rmSync(folder, { recursive: true });
});

const names = namesFrom(document, roster);
const words = (event: Recorded['events'][number]) => eventWords(event, names, 'en');

const under = (change: (plan: PlanDocument) => void) => {
  const plan = structuredClone(document);
  change(plan);
  return whatIf(recorded, { plan: compilePlan(plan, 'another'), ledger }, words);
};

describe('a recorded incident under another plan', () => {
  test('is itself under its own', () => {
    const same = whatIf(recorded, { plan: compilePlan(document, hash), ledger }, words);
    expect(same).toMatchObject({ only: [], instead: [], moved: [], times: [], refused: [] });
    expect(same.same).toBeGreaterThan(20);
    expect(same.again.same / same.again.of).toBeGreaterThan(0.8);
  });

  test('the same people say the same, and the other plan makes something else of it', () => {
    const found = under((plan) => {
      plan.notification.alert.remindAfter = '1m';
    });
    expect([...found.moved, ...found.instead].map((one) => one.words).join()).toContain('eminded');
    expect(found.refused).toEqual([]);
  });

  test('what the other plan would have refused is told', () => {
    const found = under(({ levels }) => {
      for (const level of levels) level.decidedBy = ['scribe'];
    });
    expect(found.refused[0]).toMatchObject({ message: 'verify', code: 'not_authorised', actor: { id: 'lin-wei' } });
    expect(found.only.map((one) => one.words).join()).toContain('confirmed');
  });

  test('a change of the roster comes under the other plan as well', () => {
    const { basis, events } = recorded;
    const to = { holders: { ...basis.holders, scribe: ['he-zhe'] }, people: basis.people ?? {} };
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system', roster: 2, plan: basis.plan.hash } as const;
    const message: Message = { ...head, type: 'peopleChanged', ...differenceOf(basis, to) };
    const inputs = { ...recorded, messages: [{ message, at: events[0]!.at }, ...recorded.messages] };
    for (const plan of [basis.plan, compilePlan(document, 'another')]) {
      expect(rerun(inputs, plan, ledger).events.map(({ type }) => type)).toContain('peopleChanged');
    }
  });

  test('comes out the same each time', () => {
    const change = (plan: PlanDocument) => void (plan.notification.alert.remindAfter = '1m');
    expect(under(change)).toEqual(under(change));
  });
});

describe('an incident in which things are decided by their numbers', () => {
  /** A rehearsal as the record of an incident: what was said, and what came of it. */
  function played(scenario: string): RecordedInputs {
    const rehearsed = given(scenario, undefined, { absent: 0, wrong: 0 });
    const rehearsal = new Rehearsal(rehearsed, 1);
    const { incident } = rehearsal;
    const messages: RecordedInputs['messages'][number][] = [];
    const sends = incident.sends.bind(incident);
    incident.sends = (message, at) => {
      const refused = sends(message, at);
      if (refused === undefined) messages.push({ message, at });
      return refused;
    };
    rehearsal.plays();
    return { basis: rehearsed.basis, events: incident.events, messages };
  }

  const verifiedWithin = (within: string) => {
    const plan = structuredClone(document);
    for (const box of plan.verification.timeBox!) box.within = within;
    return { plan: compilePlan(plan, 'another'), ledger };
  };

  // Verified by its people after some minutes: with two minutes the plan is there first, and numbers everything otherwise.
  test.each(['ransomware', 'data-loss', 'supplier-outage'])(
    '%s: goes on by the numbers of the other run',
    (scenario) => {
      const inputs = played(scenario);
      const byNumber = inputs.messages.filter(({ message }) => message.type === 'resource');
      expect(byNumber.length).toBeGreaterThan(3);
      const found = whatIf(inputs, verifiedWithin('2m'), words);
      expect(found.refused.filter(({ message }) => NUMBERED.has(message ?? ''))).toEqual([]);
      const but = (all: { words: string }[]) => all.map((one) => one.words.replaceAll(/\(q[\d.]+\)/g, ''));
      expect(but(found.only).filter((one) => but(found.instead).includes(one))).toEqual([]);
      expect(found.moved.length).toBeGreaterThan(0);
    },
  );
});

const NUMBERED = new Set(['resource', 'releaseSitrep', 'publication']);

test('what happens twice is held against what happens twice', () => {
  const at = (times: number[], what: string) => times.map((time) => ({ at: time, words: what, reads: what }));
  expect(differences([...at([0, 60_000], 'a'), ...at([5_000], 'b')], [...at([500, 90_000, 95_000], 'a')])).toEqual({
    only: [{ at: 5_000, words: 'b' }],
    instead: [{ at: 95_000, words: 'a' }],
    moved: [{ words: 'a', from: 60_000, to: 90_000 }],
    same: 1,
  });
  expect(differences(at([0, 60_000], 'a'), at([60_000], 'a'))).toEqual({
    only: [{ at: 0, words: 'a' }],
    ...{ instead: [], moved: [], same: 1 },
  });
});
