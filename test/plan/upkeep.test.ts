import { describe, expect, test } from '@jest/globals';
import type { LedgerItem } from '../../src/domain/plan/ledger.js';
import { addDays, hourOfDay } from '../../src/domain/plan/days.js';
import { upkeepOf, upkeepPeople, upkeepTellings } from '../../src/domain/plan/upkeep.js';
import type { UpkeepPeople, UpkeepTask } from '../../src/domain/plan/upkeep.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';

const { document: plan } = loadPlan('plans/software-incident');
const { document: roster } = loadRoster('plans/software-incident/roster.yaml', plan);
/** Minimum 4, inspected every 7 days, replenished within 7. */
const radio = {
  ...plan.resources!.find(({ id }) => id === 'radio-set')!,
  ...{ minimum: 4, reorder: 5, inspectEvery: '7d', replenishWithin: '3d' },
};
const TODAY = '2026-11-26';

const item = (more: Partial<LedgerItem> = {}): LedgerItem => ({
  ...{ id: 'radios', resource: 'radio-set', location: 'Rack', custodian: 'lei-gang', onHand: 9 },
  lastInspected: TODAY,
  ...more,
});
const upkeep = (
  more: Partial<LedgerItem>,
  about: { today?: string; bad?: string[]; resource?: Partial<typeof radio> } = {},
) =>
  upkeepOf(
    { resources: [{ ...radio, ...about.resource }] },
    { items: [item(more)], bad: about.bad ?? [] },
    about.today ?? TODAY,
  ).map(({ id, due }) => ({ id, due }));

describe('what has to be done about stock', () => {
  test.each([
    ['30d', 4],
    ['7d', 1],
    ['2d', 1],
    ['365d', 7],
  ])('an inspection every %s is asked for %i days before', (inspectEvery, lead) => {
    const due = addDays(TODAY, Number.parseInt(inspectEvery));
    const at = (today: string) => upkeep({}, { today, resource: { inspectEvery } });
    expect(at(addDays(due, -lead - 1))).toEqual([]);
    const task = { id: `inspect/radios/${due}`, due };
    expect(at(addDays(due, -lead))).toEqual([task]);
    // Overdue it is the same.
    expect(at(addDays(due, 90))).toEqual([task]);
  });

  test('an inspection every few hours is one a day', () => {
    const tomorrow = addDays(TODAY, 1);
    expect(upkeep({}, { resource: { inspectEvery: '6h' } })).toEqual([
      { id: `inspect/radios/${tomorrow}`, due: tomorrow },
    ]);
  });

  test('an earlier day for the next inspection counts until an inspection has come since', () => {
    const nextInspection = '2026-11-27';
    const month = { resource: { inspectEvery: '30d' } };
    expect(upkeep({ nextInspection, lastInspected: '2026-11-25' }, month)).toEqual([
      { id: 'inspect/radios/2026-11-27', due: nextInspection },
    ]);
    expect(upkeep({ nextInspection, lastInspected: nextInspection }, { ...month, today: nextInspection })).toEqual([]);
  });

  test('a day of inspection that has not come yet tells of none: it is due today', () => {
    expect(upkeep({ lastInspected: '2027-11-20' })).toEqual([{ id: 'inspect/radios/2027-11-27', due: TODAY }]);
  });

  test('what expires is replaced within the 30 days before; when it has, nobody inspects it', () => {
    const expires = '2027-01-10';
    const lastInspected = '2027-01-09';
    expect(upkeep({ expires, lastInspected: '2026-12-10' }, { today: '2026-12-10' })).toEqual([]);
    const replace = { id: `replace/radios/${expires}`, due: expires };
    expect(upkeep({ expires, lastInspected: '2026-12-11' }, { today: '2026-12-11' })).toEqual([replace]);
    const over = upkeep({ expires, lastInspected }, { today: '2027-03-01', resource: { minimum: 0 } });
    expect(over).toEqual([replace]);
  });

  test('what is short is replenished within the time of the plan, or a week', () => {
    const due = '2026-11-29';
    const replenish = [{ id: `replenish/radio-set/${TODAY}`, due }];
    expect(upkeep({ onHand: 6 })).toEqual([]);
    expect(upkeep({ onHand: 5 })).toEqual(replenish);
    expect(upkeep({ onHand: 3 })).toEqual(replenish);
    expect(upkeep({ resource: 'another' })).toEqual(replenish);
    expect(upkeep({ onHand: 3 }, { resource: { replenishWithin: '6h' } })).toMatchObject([{ due: '2026-11-27' }]);
    const { replenishWithin: _, ...unsaid } = radio;
    expect(upkeepOf({ resources: [unsaid] }, { items: [], bad: [] }, TODAY)).toMatchObject([{ due: '2026-12-03' }]);
    // Nothing left: there is nothing to inspect, and nothing that could expire.
    expect(upkeep({ onHand: 0, lastInspected: '2026-01-01', expires: '2026-02-01' }, { bad: ['radios'] })).toEqual(
      replenish,
    );
    expect(upkeep({ resource: 'another' }, { resource: { minimum: 0 } })).toEqual([]);
  });

  test('what was found bad is repaired, which ends with an inspection: it is no other task meanwhile', () => {
    const bad = (lastInspected: string, today = TODAY) =>
      upkeepOf({ resources: [radio] }, { items: [item({ lastInspected })], bad: ['radios'] }, today);
    expect(bad('2026-10-01')).toMatchObject([{ kind: 'repair', id: `repair/radios/${TODAY}`, due: '2026-11-29' }]);
    expect(bad(TODAY, '2026-12-20')[0]!.matter).toBe(bad('2026-10-01')[0]!.matter);
  });
});

describe('whose task it is', () => {
  const people = (items: LedgerItem[], itemId?: string, who = roster) =>
    upkeepPeople({ resource: 'radio-set', ...(itemId === undefined ? {} : { item: itemId }) }, plan, items, who);
  const post = (name: 'custodian' | 'deputy') =>
    roster.holders[plan.resources!.find(({ id }) => id === 'radio-set')![name]!]!;
  const without = (...gone: string[]) => ({
    ...roster,
    people: roster.people.map((person) => (gone.includes(person.id) ? { ...person, active: false } : person)),
  });
  const command = roster.holders[plan.command.commander];

  test('by the ledger for an item, by the posts of the plan where it does not say', () => {
    expect(people([item({ custodian: 'he-zhe', deputy: 'bai-yong' })], 'radios')).toEqual({
      ...{ custodians: ['he-zhe'], deputies: ['bai-yong'] },
      command,
    });
    expect(people([item()], 'radios').deputies).toEqual(post('deputy'));
    expect(people([])).toEqual({ custodians: post('custodian'), deputies: post('deputy'), command });
  });

  test('of a resource, whoever has all of it in care; else one of the post, not everybody', () => {
    const two = [item({ custodian: 'he-zhe' }), item({ id: 'more', custodian: 'he-zhe' })];
    expect(people(two).custodians).toEqual(['he-zhe']);
    expect(people([two[0]!, { ...two[1]!, custodian: 'sun-yu' }]).custodians).toEqual(post('custodian'));
  });

  test('whoever has left is passed over, and somebody is always told', () => {
    const [custodians, deputies] = [post('custodian'), post('deputy')];
    expect(people([item({ custodian: 'he-zhe' })], 'radios', without('he-zhe')).custodians).toEqual(custodians);
    expect(people([], undefined, without(...custodians)).custodians).toEqual(deputies);
    expect(people([], undefined, without(...custodians, ...deputies))).toEqual({
      custodians: command,
      deputies: [],
      command,
    });
  });
});

describe('who is told when', () => {
  const PEOPLE: UpkeepPeople = { custodians: ['c'], deputies: ['d'], command: ['k'] };
  const task = (more: Partial<UpkeepTask> = {}): UpkeepTask => ({
    ...{ id: 't1', kind: 'inspect', matter: 'm', resource: 'radio-set', item: 'radios' },
    ...{ due: '2026-12-01', openedOn: '2026-11-28', told: [] },
    ...more,
  });
  const told = (tasks: UpkeepTask[], today: string, who = PEOPLE) => {
    const { people, steps } = upkeepTellings(tasks, () => who, today);
    return {
      people: Object.fromEntries([...people].map(([id, of]) => [id, of.map(({ as }) => as)])),
      steps: [...steps],
    };
  };
  const upTo = (...steps: UpkeepTask['told'][number]['step'][]) => ({ told: steps.map((step) => ({ step })) });

  test('its custodian at first, with the deputy when it is due, command two days later, then nobody', () => {
    expect(told([task()], '2026-11-28')).toEqual({ people: { c: ['custodians'] }, steps: [['t1', ['opened']]] });
    expect(told([task(upTo('opened'))], '2026-11-30')).toEqual({ people: {}, steps: [] });
    expect(told([task(upTo('opened'))], '2026-12-01')).toEqual({
      people: { c: ['custodians'], d: ['deputies'] },
      steps: [['t1', ['due']]],
    });
    expect(told([task(upTo('opened', 'due'))], '2026-12-02').people).toEqual({});
    expect(told([task(upTo('opened', 'due'))], '2026-12-03')).toEqual({
      people: { k: ['command'] },
      steps: [['t1', ['overdue']]],
    });
    expect(told([task(upTo('opened', 'due', 'overdue'))], '2027-03-03')).toEqual({ people: {}, steps: [] });
  });

  test('what is found late is told to its custodian first: others hear from the next day on', () => {
    const late = task({ due: '2026-01-01' });
    expect(told([late], '2026-11-28').people).toEqual({ c: ['custodians'] });
    expect(told([late], '2026-11-29').people).toEqual({ c: ['custodians'], d: ['deputies'] });
    expect(told([late], '2026-12-01').people).toEqual({ c: ['custodians'], d: ['deputies'], k: ['command'] });
  });

  test('after days without Muster each person hears of a task once', () => {
    expect(told([task()], '2026-12-24')).toEqual({
      people: { c: ['custodians'], d: ['deputies'], k: ['command'] },
      steps: [['t1', ['opened', 'due', 'overdue']]],
    });
    const one: UpkeepPeople = { custodians: ['c'], deputies: ['c'], command: ['c'] };
    expect(told([task(), task({ id: 't2' })], '2026-12-24', one).people).toEqual({ c: ['custodians', 'custodians'] });
  });

  test('what nobody could be told stays to be told', () => {
    const nobody: UpkeepPeople = { ...PEOPLE, deputies: [], command: [] };
    expect(told([task(upTo('opened', 'due'))], '2026-12-24', nobody)).toEqual({ people: {}, steps: [] });
  });
});

test('nine in the morning is nine by the clocks there, on the day of a change as well', () => {
  expect(new Date(hourOfDay('2026-11-26', 9, 'Asia/Shanghai')).toISOString()).toBe('2026-11-26T01:00:00.000Z');
  expect(new Date(hourOfDay('2026-03-29', 9, 'Europe/Berlin')).toISOString()).toBe('2026-03-29T07:00:00.000Z');
});
