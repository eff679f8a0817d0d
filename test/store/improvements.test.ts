import { describe, expect, test } from '@jest/globals';
import { tracesOf } from '../../src/domain/erasure/index.js';
import { checkImprovement } from '../../src/record/index.js';
import { fold } from '../../src/domain/improvement/index.js';
import type { ImprovementOpening } from '../../src/domain/improvement/index.js';
import { DAY } from '../../src/domain/time.js';
import { sha256 } from '../../src/seal/index.js';
import { cursorAfter, improvementKey, readCursor } from '../../src/store/index.js';
import { START, Story } from '../improvement/story.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';

describe.each(ENGINES)('improvements, on %s', (engine) => {
  const db = useStore(engine);
  let made = 0;
  const story = (more: Partial<ImprovementOpening> = {}) => new Story({ improvement: `i${(made += 1)}`, ...more });
  const record = ({ state: { improvement }, events }: Story) => db.store.recordImprovement({ improvement, events });
  const ids = async (filter: object) =>
    (await db.store.listImprovements({ limit: 100, ...filter })).map(({ improvement }) => improvement);

  test('what is recorded is read back, and recording again changes nothing', async () => {
    const one = story();
    one.says('qian-rong', { type: 'handIn', note: '已演练 “失败转移”' });
    await record(one);
    await record(one);
    const { improvement } = one.state;
    expect(await db.store.improvementEventsOf(improvement)).toEqual(one.events);
    expect((await db.store.getImprovement(improvement))?.state).toEqual(one.state);
    one.says('sun-yu', { type: 'verify' });
    await record(one);
    expect((await db.store.getImprovement(improvement))?.state).toEqual(one.state);
    expect(await db.store.waitForImprovement(improvement, one.state.seq, 0)).toBe(true);
    expect(await db.store.waitForImprovement(improvement, one.state.seq + 1, 0)).toBe(false);
  });

  test('somebody is erased from one that is over, and its chain says so', async () => {
    const one = story({ texts: { finding: 'Wu Kun did not know the run book', action: 'Train him' } });
    one.says('sun-yu', { type: 'cancel', reason: 'WU KUN has left' });
    await record(one);
    const { improvement } = one.state;
    const { finds, pattern } = tracesOf(['Wu Kun']);
    const person = 'wu-kun';
    const concerned = { id: improvement, status: 'cancelled', names: true, owns: false };
    expect(await db.store.improvementsConcerning({ pattern, person })).toEqual([concerned]);
    const by = { erasure: 'e1', person, files: [], actor: { kind: 'operator' as const }, at: START };
    expect(await db.store.eraseInImprovement({ improvement, finds, ...by })).toBe(true);
    expect(await db.store.improvementsConcerning({ pattern, person })).toEqual([]);
    expect(await db.store.erasedInImprovements('e1')).toEqual({ improvements: 1, texts: 2, files: [] });
    expect(checkImprovement((await db.store.keptImprovement(improvement))!)).toMatchObject({ faultsInAll: 0, seq: 3 });
    const known = await db.store.getImprovement(improvement);
    expect(known?.state).toMatchObject({ status: 'cancelled', texts: { finding: '', action: 'Train him' } });
    expect(known?.state).toEqual(fold(await db.store.improvementEventsOf(improvement)));
    expect(await db.store.eraseInImprovement({ improvement, finds, ...by })).toBe(false);
  });

  test('a gap, or another event under the same number, is refused', async () => {
    const one = story();
    await record(one);
    const { improvement } = one.state;
    const [first] = one.events;
    const other = { ...first!, at: START + 1 };
    await expect(db.store.recordImprovement({ improvement, events: [other] })).rejects.toMatchObject({
      code: 'record_conflict',
    });
    await expect(db.store.recordImprovement({ improvement, events: [{ ...first!, seq: 3 }] })).rejects.toMatchObject({
      code: 'record_gap',
    });
    expect(await db.store.improvementEventsOf(improvement)).toEqual(one.events);
  });

  test('a refused record is seen by every process until it goes through', async () => {
    const one = story();
    await record(one);
    one.says('qian-rong', { type: 'handIn', note: 'done' });
    one.says('sun-yu', { type: 'verify' });
    const { improvement } = one.state;
    const blocked = async () =>
      (await db.other.blockedRecords()).find(({ incidentId }) => incidentId === improvementKey(improvement));
    const tried = (events: typeof one.events) =>
      db.store.recordImprovement({ improvement, events }).catch(() => undefined);

    await tried(one.events.slice(2));
    expect(await blocked()).toMatchObject({
      code: 'record_gap',
      detail: `Improvement ${improvement}: event 2 was expected, 3 came; recorded up to 1.`,
    });
    await tried(one.events.slice(1));
    expect(await blocked()).toBeUndefined();

    await tried([{ ...one.events[1]!, at: START + 1 }]);
    expect(await blocked()).toMatchObject({ code: 'record_conflict' });
    await record(one);
    expect(await blocked()).toBeUndefined();
  });

  test('a changed byte breaks its chain, and so does a text that is gone without a word', async () => {
    const one = story();
    one.says('sun-yu', { type: 'cancel', reason: 'not worth it' });
    await record(one);
    const { improvement } = one.state;
    expect(checkImprovement((await db.store.keptImprovement(improvement))!)).toMatchObject({ faultsInAll: 0, seq: 2 });
    const proof = async () => checkImprovement((await db.store.keptImprovement(improvement))!);
    const where = `WHERE improvement_id = '${improvement}' AND seq = 2`;
    await db.run(`UPDATE improvements SET state = replace(state::text, '"high"', '"low"')::json, kind = 'prevent'
      WHERE id = '${improvement}'`);
    expect((await proof()).faults).toEqual([
      { code: 'state_changed', seq: 2, item: 'priority', found: '"low"', needed: '"high"' },
      { code: 'state_changed', seq: 2, item: 'improvements.kind', found: '"prevent"', needed: '"process"' },
    ]);
    await db.run(`UPDATE improvements SET state = replace(state::text, '"low"', '"high"')::json, kind = 'process'
      WHERE id = '${improvement}'`);
    const erased = `jsonb_build_object('reason', jsonb_build_object('digest', texts::jsonb -> 'reason' ->> 'digest'))`;
    await db.run(`UPDATE improvement_events SET texts = (${erased})::json ${where}`);
    expect(await proof()).toMatchObject({
      faults: [{ code: 'text_taken_out', seq: 2, type: 'cancelled', item: 'reason' }],
      remarks: [{ code: 'state_unchecked' }, { code: 'head_to_keep' }],
    });
    await db.run(`UPDATE improvement_events SET event = jsonb_set(event::jsonb, '{at}', '1')::json ${where}`);
    expect((await proof()).faults).toMatchObject([{ code: 'event_changed', seq: 2, type: 'cancelled' }]);
    await db.run(`DELETE FROM improvement_events ${where}`);
    expect((await proof()).faults).toEqual([{ code: 'event_missing', seq: 2 }]);
  });

  test('a file that was handed in is held against what was said of it, and one that is gone is missed', async () => {
    const bytes = Buffer.from('exercised, see page 3');
    const file = { sha256: sha256(bytes), name: 'report.txt' };
    const one = story();
    one.says('qian-rong', { type: 'handIn', note: 'done', file });
    await record(one);
    const { improvement } = one.state;
    const proof = async () => checkImprovement((await db.store.keptImprovement(improvement))!);
    const item = file.sha256;
    expect((await proof()).faults).toEqual([{ code: 'evidence_missing', seq: 2, type: 'handedIn', item }]);
    const stored = { incidentId: improvementKey(improvement), contentType: 'text/plain', storedBy: 'zhao-lei' };
    await db.store.saveEvidence({ ...stored, ...file, size: bytes.length, bytes });
    expect(await proof()).toMatchObject({ faults: [], checked: { events: 2, evidence: 1 } });
    await db.run(`UPDATE evidence SET bytes = set_byte(bytes, 0, 1) WHERE sha256 = '${item}'`);
    expect((await proof()).faults).toMatchObject([{ code: 'evidence_changed', seq: 2, item, needed: item }]);
    await db.run(`UPDATE improvement_events SET event = jsonb_set(event::jsonb, '{at}', '1')::json
      WHERE improvement_id = '${improvement}' AND seq = 2`);
    expect((await proof()).faults.map(({ code }) => code)).toEqual(['event_changed', 'evidence_changed']);
  });

  test('two recorders at once leave one chain', async () => {
    const one = story();
    for (let i = 1; i <= 5; i += 1)
      one.says('sun-yu', { type: 'move', dueAt: START + (40 + i) * DAY, reason: 'later' });
    await Promise.all([record(one), record(one), record(one)]);
    expect(checkImprovement((await db.store.keptImprovement(one.state.improvement))!)).toMatchObject({
      faultsInAll: 0,
      seq: 6,
    });
  });

  test('are listed by status, owner, origin and overdue, page by page, the first due first', async () => {
    const late = story({ dueAt: START + DAY, owner: { person: 'lister' }, holder: 'lister' });
    const mine = story({ dueAt: START + 50 * DAY, owner: { post: 'listed-post' } });
    const ofIncident = story({ dueAt: START + 51 * DAY, origin: { kind: 'drill', incidentId: 'inc-list' } });
    for (const one of [ofIncident, mine, late]) await record(one);
    const [first, second, third] = [late, mine, ofIncident].map(({ state }) => state.improvement);
    const owner = { person: 'lister', posts: ['listed-post'] };
    expect(await ids({ owner })).toEqual([first, second]);
    expect(await ids({ owner: { posts: ['listed-post'] } })).toEqual([second]);
    expect(await ids({ owner, overdueAt: START + 2 * DAY })).toEqual([first]);
    expect(await ids({ owner, status: 'done' })).toEqual([]);
    expect(await ids({ incidentId: 'inc-list' })).toEqual([third]);
    expect(await ids({ incidentId: 'inc-list', origin: 'incident' })).toEqual([]);
    const after = readCursor(cursorAfter(late.state));
    expect(await ids({ owner, after })).toEqual([second]);
    expect(() => readCursor('nonsense')).toThrow('not a cursor');
  });

  test('in time are those that were verified by evidence of before the due date', async () => {
    const since = START + 1_000 * DAY;
    const until = since + 365 * DAY;
    const at = { at: since - 10 * DAY, dueAt: since + DAY };
    const verified = (handedInAfter: number) => {
      const one = story(at);
      one.passes(handedInAfter);
      one.says('qian-rong', { type: 'handIn', note: 'done' });
      one.passes(30 * DAY);
      one.says('sun-yu', { type: 'verify' });
      return one;
    };
    const cancelled = story(at);
    cancelled.says('sun-yu', { type: 'cancel', reason: 'no' });
    const toCome = story({ ...at, dueAt: until + DAY });
    for (const one of [verified(5 * DAY), verified(20 * DAY), story(at), cancelled, toCome]) await record(one);
    expect(await db.store.improvementsInTime({ since, until })).toEqual({ met: 1, of: 3 });
    expect(await db.store.improvementsInTime({ since: until + 9 * DAY, until: until + 10 * DAY })).toEqual({
      met: 0,
      of: 0,
    });
  });
});
