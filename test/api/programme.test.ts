import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Programme, ProgrammeEntry } from '../../src/api/contract.js';
import { holdersOf } from '../../src/domain/plan/roster.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const ALL = '/api/v1/drill-programme';
const ENTRY = 'yearly-live';

let api: TestApi;
let organiser: string;
beforeAll(async () => {
  api = await startTestApi();
  api.clock.now = Date.parse('2026-02-01T00:00:00Z');
  const { document } = (await api.store.effectivePlan())!;
  const roster = (await api.store.currentRoster())!.document as RosterDocument;
  organiser = holdersOf(roster)[document.drills!.organiser]![0]!;
});
afterAll(() => api.close());

const entryNow = async () => {
  const { body } = await api.ask(ALL);
  return Programme.parse(body).items.find(({ id }) => id === ENTRY)!;
};

describe('the drill programme', () => {
  test('says when each entry is due, moved from days off', async () => {
    const { status, body } = await api.ask(ALL);
    expect(status).toBe(200);
    const { zone, items } = Programme.parse(body);
    expect(zone).toBe('Asia/Shanghai');
    expect(items.length).toBeGreaterThan(3);
    for (const { next } of items) {
      expect(next).toHaveLength(3);
      expect(next.every(({ dueAt, opensAt }) => opensAt < dueAt)).toBe(true);
      // Friday is 5.
      expect(next.every(({ dueAt }) => [1, 2, 3, 4, 5].includes(new Date(dueAt).getUTCDay()))).toBe(true);
    }
  });

  test('is paused and goes on by whoever organises drills, once', async () => {
    const path = `${ALL}/${ENTRY}/pause`;
    const asked = { method: 'PUT', body: { reason: 'The data centre moves' } };
    const stranger = await api.ask(path, { ...asked, as: 'zhao-lei' });
    expect([stranger.status, stranger.body['code']]).toEqual([403, 'drill_organiser_required']);
    const { people, names } = stranger.body['needed'] as { people: string[]; names: string[] };
    expect(people).toContain(organiser);
    expect(names).not.toContain(organiser);
    expect(stranger.body['detail']).toContain(names.join(', '));
    expect((await api.ask(`${ALL}/nothing/pause`, asked)).body['code']).toBe('unknown_programme');

    const paused = await api.ask(path, { ...asked, as: organiser });
    expect(ProgrammeEntry.parse(paused.body).paused).toMatchObject({
      ...{ reason: 'The data centre moves', by: { kind: 'person', id: organiser } },
    });
    expect((await entryNow()).next.map(({ leftOut }) => leftOut)).toEqual([true, true, true]);
    // Whoever paused it first stands there.
    const again = await api.ask(path, { method: 'PUT', body: { reason: 'again' } });
    expect(again).toMatchObject({ status: 409, body: { code: 'programme_paused' } });
    expect(again.body['detail']).toContain('The data centre moves');
    expect((await entryNow()).paused?.reason).toBe('The data centre moves');

    expect((await api.ask(path, { method: 'DELETE', as: organiser })).status).toBe(200);
    const { paused: left, next } = await entryNow();
    expect([left, ...next.map(({ leftOut }) => leftOut)]).toEqual([undefined, undefined, undefined, undefined]);
    const goesOn = await api.ask(path, { method: 'DELETE', as: organiser });
    expect([goesOn.status, goesOn.body['code']]).toEqual([409, 'programme_not_paused']);
    const blank = await api.ask(path, { method: 'PUT', body: { reason: '  ' } });
    expect([blank.status, blank.body['code']]).toEqual([422, 'programme_reason_required']);
    expect((await entryNow()).paused).toBeUndefined();
  });

  test('says what an entry is made of, and by what its times are kept', async () => {
    expect(await entryNow()).toMatchObject({
      ...{ kind: 'live', scenario: { id: 'ransomware' }, missed: 'replan' },
      category: { id: expect.any(String), name: expect.any(String) },
      levels: expect.arrayContaining([{ id: expect.any(String), name: expect.any(String) }]),
      teams: expect.arrayContaining([{ id: expect.any(String), name: expect.any(String) }]),
      ...{ purpose: expect.stringMatching(/./), missedWords: expect.stringMatching(/anew|另行/) },
    });
    const { body } = await api.ask(ALL);
    expect(body).toMatchObject({ overlap: 'ALLOW_ALL', catchupWindow: '366 days' });
  });

  test('marks times of years whose days off the plan does not list, and says from which day one was moved', async () => {
    const { daysOffUntil, items } = Programme.parse((await api.ask(ALL)).body);
    const next = items.flatMap((entry) => entry.next);
    expect(daysOffUntil).toBe(2026);
    const late = next.filter(({ dueAt }) => dueAt >= '2027-01-31');
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ guessed }) => guessed)).toBe(true);
    expect(next.some(({ dueAt, guessed }) => dueAt < '2026-12-01' && guessed)).toBe(false);
    for (const { occurrence, dueAt, movedFrom } of next) {
      if (movedFrom !== undefined) expect([movedFrom.slice(0, 7), movedFrom < dueAt]).toEqual([occurrence, true]);
    }
    expect(next.some(({ movedFrom }) => movedFrom !== undefined)).toBe(true);
  });

  test('lists a drill that was opened by hand under its entry, and the drill names it', async () => {
    const { body } = await api.ask<{ id: string }>('/api/v1/drills', {
      as: 'operator',
      body: { scenario: 'ransomware', programme: ENTRY },
    });
    expect(body).toMatchObject({ programme: { id: ENTRY, name: (await entryNow()).name } });
    expect((await entryNow()).byHand).toMatchObject([{ drillId: body.id, drill: { status: 'drafting' } }]);
  });

  test('shows what became of each time', async () => {
    const scheduledFor = Date.parse('2026-01-02T02:00:00Z');
    await api.store.settleOccurrence({
      ...{ entry: ENTRY, occurrence: '2026-01', planId: 'p', planVersion: 1, scheduledFor, outcome: 'opened' },
      ...{ settledAt: scheduledFor + 35_000, dueAt: scheduledFor, drillId: 'd-x', plannedAt: scheduledFor + 1 },
      ...{ missed: 'replan', paused: null },
    });
    const [past] = (await entryNow()).past;
    expect(past).toMatchObject({ occurrence: '2026-01', lateMs: 35_000, drillId: 'd-x', missed: 'replan' });
    expect(past?.words).toMatch(/anew|另行/);
    expect(past).not.toHaveProperty('drill');
  });

  test('says that a drill which was opened was called off: opened alone is not held', async () => {
    const { body } = await api.ask<{ id: string }>('/api/v1/drills', {
      as: 'operator',
      body: { scenario: 'data-loss' },
    });
    const scheduledFor = Date.parse('2026-01-30T02:00:00Z');
    await api.store.settleOccurrence({
      ...{ entry: ENTRY, occurrence: '2026-02', planId: 'p', planVersion: 1, scheduledFor, outcome: 'opened' },
      ...{
        settledAt: scheduledFor,
        dueAt: scheduledFor,
        drillId: body.id,
        plannedAt: null,
        missed: null,
        paused: null,
      },
    });
    const drill = async () => (await entryNow()).past.find(({ drillId }) => drillId === body.id)?.drill;
    expect(await drill()).toMatchObject({ status: 'drafting', acceptedByPeople: false });
    const off = { action: 'callOff', reason: 'the data centre moves' };
    expect((await api.ask(`/api/v1/drills/${body.id}/decisions`, { as: 'operator', body: off })).status).toBe(200);
    expect(await drill()).toMatchObject({ status: 'calledOff', words: expect.stringMatching(/called off|取消/i) });
  });
});
