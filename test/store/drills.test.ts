import { describe, expect, test } from '@jest/globals';
import { fold, open } from '../../src/domain/drill/index.js';
import { drillCursorAfter, drillKey, readDrillCursor } from '../../src/store/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  APPROVER,
  COMMANDER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  opening,
  TODAY,
  running,
  START,
  Story,
} from '../drill/story.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('drills, on %s', (engine) => {
  const db = useStore(engine);

  test('what is recorded is read back, and recording again changes nothing', async () => {
    const { events, state } = running({ drill: 'read-back' });
    await db.store.recordDrill({ drill: 'read-back', events });
    await db.store.recordDrill({ drill: 'read-back', events });
    expect(await db.store.drillEventsOf('read-back')).toEqual(events);
    expect((await db.store.getDrill('read-back'))?.state).toEqual(state);
    expect(fold(events)).toEqual(state);
  });

  test('a gap, or another event under the same number, is refused and listed until one goes through', async () => {
    const drill = 'refused';
    const [first] = open(opening({ drill }));
    await db.store.recordDrill({ drill, events: [first!] });
    const gap = db.store.recordDrill({ drill, events: [{ ...first!, seq: 3 }] });
    await expect(gap).rejects.toMatchObject({ code: 'record_gap', message: expect.stringContaining('Drill refused') });
    const other = db.store.recordDrill({ drill, events: [{ ...first!, at: first!.at + 1 }] });
    await expect(other).rejects.toMatchObject({ code: 'record_conflict' });
    const blocked = async () => (await db.store.blockedRecords()).map(({ incidentId }) => incidentId);
    expect(await blocked()).toContain(drillKey(drill));
    await db.store.recordDrill({ drill, events: [first!] });
    expect(await blocked()).not.toContain(drillKey(drill));
  });

  test('a sheet without a name counts together with its request, and is gone where that was refused', async () => {
    const drill = 'sheets';
    const { rules } = opening();
    const story = running({ drill, rules: { ...rules, feedback: { ...rules.feedback, anonymous: true } } });
    story.says(DIRECTOR, { type: 'end' });
    const save = (id: string, request: string) =>
      db.store.saveSheet({ drillId: drill, id, request, answers: { q1: id } });
    const sheets = async () => (await db.store.sheetsOf(drill)).map(({ q1 }) => q1);
    await db.store.recordDrill({ drill, events: story.events });
    for (const one of ['a', 'b', 'c']) await save(one, `r-${one}`);
    await save('a', 'r-a');
    expect(await sheets()).toEqual([]);
    story.says(ENGINEER, { type: 'answer' }, { requestId: 'r-a' });
    story.says(ENGINEER, { type: 'answer' }, { requestId: 'r-b' });
    await db.store.recordDrill({ drill, events: story.events });
    expect(await sheets()).toEqual(['a']);
    await save('a', 'r-a');
    expect(await sheets()).toEqual(['a']);
    story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'x' });
    story.says(DIRECTOR, { type: 'submit', problems: 'x', suggestions: '', despite: true });
    story.says(APPROVER, { type: 'accept' });
    await db.store.recordDrill({ drill, events: story.events });
    story.says(COMMANDER, { type: 'answer' }, { requestId: 'r-c' });
    await db.store.recordDrill({ drill, events: story.events });
    expect(await sheets()).toEqual(['a']);
  });

  test('one that is planned anew, or moved by its scheme, is so in the list of the programme', async () => {
    const drill = 'd-yearly-2026-11';
    const story = new Story({
      ...{ drill, programme: 'yearly', plannedAt: START + HOUR, rules: TODAY },
      planned: { occurrence: '2026-11', whenMissed: 'replan' },
    });
    const key = { entry: 'yearly', occurrence: '2026-11' };
    await db.store.settleOccurrence({
      ...{ ...key, outcome: 'opened', drillId: drill, planId: 'p', planVersion: 3, missed: null, paused: null },
      ...{ scheduledFor: START, settledAt: START, dueAt: START + HOUR, plannedAt: START + HOUR },
    });
    const listed = async () => {
      await db.store.recordDrill({ drill, events: story.events });
      const { plannedAt, missed } = (await db.store.occurrenceOf(key))!;
      return { plannedAt, missed };
    };
    expect(await listed()).toEqual({ plannedAt: START + HOUR, missed: null });
    story.says(DIRECTOR, { type: 'revise', plannedAt: START + 2 * HOUR });
    expect(await listed()).toEqual({ plannedAt: START + 2 * HOUR, missed: null });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.passes(DAY);
    story.says(APPROVER, { type: 'approve' });
    story.passes(1);
    const asked = story.state.effects.find(({ kind }) => kind === 'replan')!;
    story.hears({ type: 'settled', effectId: asked.id, plannedAt: START + 9 * DAY });
    expect(await listed()).toEqual({ plannedAt: START + 9 * DAY, missed: 'replan' });
  });

  test('are listed page by page, the newest first, by status and scenario', async () => {
    for (const [drill, at] of [
      ['list-a', 1_000],
      ['list-b', 2_000],
      ['list-c', 2_000],
    ] as const) {
      await db.store.recordDrill({ drill, events: open(opening({ drill, at })) });
    }
    const ids = async (filter: object) =>
      (await db.store.listDrills({ limit: 100, ...filter })).map(({ drill }) => drill).filter((id) => /^list/.test(id));
    expect(await ids({})).toEqual(['list-c', 'list-b', 'list-a']);
    expect(await ids({ status: 'running' })).toEqual([]);
    expect(await ids({ scenario: 'flood' })).toEqual([]);
    const second = (await db.store.getDrill('list-b'))!.state;
    expect(await ids({ after: readDrillCursor(drillCursorAfter(second)) })).toEqual(['list-a']);
    expect(() => readDrillCursor('nonsense')).toThrow(/cursor/);
  });
});
