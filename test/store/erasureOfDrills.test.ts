import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { writeDrill } from '../../src/activities/writeDrill.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import type { ApiParts } from '../../src/api/deps.js';
import { eraseIncident, erasePerson } from '../../src/api/erasure/erase.js';
import { createDesk, drillFile } from '../../src/documents/index.js';
import { evolve, fold, hear } from '../../src/domain/drill/index.js';
import type { DrillEvent } from '../../src/domain/drill/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { checkDrill } from '../../src/record/index.js';
import { createDirectory, drillKey } from '../../src/store/index.js';
import { drillOn } from '../documents/drillStory.js';
import { running } from '../drill/story.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { provableIncident } from './provable.js';

const PERSON = 'liang-yue';
const TRACES = ['梁悦', 'Liang Yue', 'liang.yue@yunfan.example'];
const NOW = Date.UTC(2026, 11, 1, 8);
const VISITOR = '王小明';
const INCIDENT = 'played';

describe.each(ENGINES)('erasing drills on %s', (engine) => {
  const db = useStore(engine);
  let parts: ApiParts;
  let forgets = true;
  const forgotten: string[] = [];

  /** A drill of the sample plan that somebody played in and is named in, with the papers that were written for it. */
  async function conducted(drill: string): Promise<void> {
    const { recorded } = drillOn('ransomware', 'accepted', { drill, incidentId: INCIDENT });
    const events = recorded.map(({ event }): DrillEvent => {
      if (event.type === 'observed') return { ...event, texts: { note: 'Liang\nYue断开了共享' } };
      if (event.type === 'rated') return { ...event, texts: { reason: `让${VISITOR}进入机房` } };
      if (event.type === 'reportSubmitted')
        return { ...event, texts: { ...event.texts, problems: '见 liang.yue@yunfan.example' } };
      return event;
    });
    let state = fold(events);
    await db.store.recordDrill({ drill, events });
    await db.store.saveSheet({ drillId: drill, id: 'one', answers: { q1: '梁悦电话打不通', q2: 'Nothing' } });
    const desk = createDesk();
    const write = writeDrill({ store: db.store, desk, zone: 'Asia/Shanghai' } as unknown as ActivityDeps);
    for (const effect of [...state.effects]) {
      const more = effect.kind === 'write' ? await write({ drill, effectId: effect.id, ...effect }) : {};
      const settled = hear(state, { type: 'settled', effectId: effect.id, ...more }, events.at(-1)!.at);
      state = settled.reduce(evolve, state);
      await db.store.recordDrill({ drill, events: settled });
    }
    await desk.close();
  }

  beforeAll(async () => {
    const { store } = db;
    await provableIncident(store, INCIDENT, {
      more: [
        ['lin-wei', { type: 'scene', action: 'cordon', area: '一号机房', rules: '凭证进入' }],
        ['lin-wei', { type: 'scene', action: 'admit', name: VISITOR, area: '一号机房', purpose: '更换硬盘' }],
        ['zhao-lei', { type: 'addFact', statement: '日志\n梁悦说已满', source: 'Liang\nYue', confidence: 'likely' }],
        ['lin-wei', { type: 'scene', action: 'leave', pass: 1 }],
        ['lin-wei', { type: 'scene', action: 'lift', reason: 'done' }],
      ],
    });
    await conducted('d-1');
    const quiet = running({ drill: 'd-open', incidentId: 'elsewhere' });
    await store.recordDrill({ drill: 'd-open', events: quiet.events });
    const entry = {
      entry: 'monthly',
      occurrence: '2026-10',
      planId: 'p',
      planVersion: 1,
      scheduledFor: 1,
      settledAt: 2,
    };
    const paused = { by: { kind: 'operator' as const }, reason: '等梁悦回来', since: 1 };
    await store.keepEntries(['monthly'], 1);
    await store.pauseEntry('monthly', paused, 1);
    await store.settleOccurrence({
      ...{ ...entry, dueAt: 3, outcome: 'paused', drillId: null, plannedAt: null, missed: null, paused },
    });
    await store.enqueueNotices([
      {
        ...{ id: 'm', incidentId: drillKey('d-1'), effectId: 'n4', noticeId: 'n4', person: PERSON, channel: 'email' },
        ...{ address: TRACES[2]!, subject: '演练', text: 'Dear Liang Yue', messageId: 'm@muster' },
      },
    ]);
    const { document } = (await store.currentRoster())! as { document: RosterDocument };
    const holders = Object.fromEntries(
      Object.entries(document.holders).map(([post, people]) => [post, people.filter((id) => id !== PERSON)]),
    );
    await store.saveRoster({ ...document, holders });
    const gone = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
    const drills = {
      // As if its last mails were under way.
      hasEnded: async (id: string) => id !== 'd-1' || forgets,
      keeps: async () => false,
      forget: async (id: string) => forgets && forgotten.push(id) > 0,
    };
    const silent = () => undefined;
    parts = {
      ...{ store, incidents: gone, improvements: gone, drills, directory: createDirectory(store) },
      ...{ printing: { drill: drillFile }, settings: { now: () => NOW, zone: 'Asia/Shanghai' } },
      log: { info: silent, warn: silent },
    } as unknown as ApiParts;
  });

  const asked = { by: { kind: 'operator' as const, tokenId: 'op' }, evidence: [], preview: false };
  const problem = (code: string, found: object) => expect.objectContaining({ code, found });
  const proof = async () => checkDrill((await db.store.keptDrill('d-1'))!);

  /** Every row of every table, with what stands in the files, as text on one line. */
  async function everything(): Promise<string> {
    const tables = await db.run<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
    );
    const rows: string[] = [];
    for (const { name } of tables) {
      for (const { row } of await db.run<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`)) rows.push(row);
    }
    for (const entry of await db.store.allDocuments({ limit: 1_000 })) {
      const { bytes } = (await db.store.readDocument(entry))!;
      const files = entry.format === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
      rows.push(...files.map((file) => strFromU8(file)));
    }
    return rows
      .join('\n')
      .replaceAll(String.raw`\n`, ' ')
      .replaceAll(/\s+/g, ' ');
  }
  const found = async (words: string[]) => {
    const all = await everything();
    return words.filter((word) => all.includes(word));
  };

  test('is refused while a drill is not over, and while its record is not whole', async () => {
    await db.run(
      `UPDATE drill_events SET event = replace(event::text, 'zhao-lei', '${PERSON}')::json WHERE drill_id = 'd-open'`,
    );
    const open = { person: PERSON, drills: ['d-open'] };
    await expect(erasePerson(parts, PERSON, 'left', asked)).rejects.toEqual(problem('person_in_open_drill', open));
    await db.run(
      `UPDATE drill_events SET event = replace(event::text, '${PERSON}', 'zhao-lei')::json WHERE drill_id = 'd-open'`,
    );
    forgets = false;
    await expect(erasePerson(parts, PERSON, 'left', asked)).rejects.toEqual(
      problem('person_in_open_drill', { person: PERSON, drills: ['d-1'] }),
    );
    await expect(eraseIncident(parts, INCIDENT, 'left', asked)).rejects.toEqual(
      problem('personal_data_in_open_drill', { incidentId: INCIDENT, drills: ['d-1'] }),
    );
    forgets = true;
    await db.run(`UPDATE drills SET scenario = 'x' WHERE id = 'd-1'`);
    await expect(erasePerson(parts, PERSON, 'left', asked)).rejects.toEqual(
      problem('drill_not_intact', { drill: 'd-1' }),
    );
    await db.run(`UPDATE drills SET scenario = 'ransomware' WHERE id = 'd-1'`);
  });

  test('a preview tells of texts, answers and papers, and changes nothing', async () => {
    const before = await everything();
    expect(await found(TRACES)).toEqual(TRACES);
    const preview = await erasePerson(parts, PERSON, 'left', { ...asked, preview: true });
    const [drill] = preview.drills;
    expect(drill).toMatchObject({ id: 'd-1', sheets: 1 });
    expect(drill!.places).toHaveLength(2);
    expect(new Set(drill!.papers.map(({ kind }) => kind))).toEqual(new Set(['scheme', 'controllersScheme', 'report']));
    expect(preview.left.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['documents', 'drill_events', 'drill_occurrences', 'drill_programme', 'drill_sheets']),
    );
    expect(await everything()).toBe(before);
  });

  test('the person is gone from texts, sheets, papers, mails, programme and history, and the drill can be proven', async () => {
    const before = await db.store.listDocuments(drillKey('d-1'));
    const outcome = await erasePerson(parts, PERSON, 'left', asked);
    expect(outcome).toMatchObject({ done: true, left: [], pending: [], counts: { incidents: 1, drills: 1 } });
    expect(outcome.counts.documentsDestroyed).toBe(0);
    expect(forgotten).toEqual(['d-1']);
    expect(await found(TRACES)).toEqual([]);
    // What names others stays, and each paper is there, and is the one that the record knows.
    expect(await found([VISITOR, 'Nothing'])).toEqual([VISITOR, 'Nothing']);
    const papers = await db.store.listDocuments(drillKey('d-1'));
    expect(papers.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    const { state } = (await db.store.getDrill('d-1'))!;
    expect(state.papers.map(({ sha256 }) => sha256).sort()).toEqual(papers.map(({ sha256 }) => sha256).sort());
    const { faults, remarks } = await proof();
    expect(faults).toEqual([]);
    expect(remarks).toContainEqual({ code: 'texts_erased', count: 2 });
    expect(await db.store.sheetsOf('d-1')).toEqual([{ q1: '', q2: 'Nothing' }]);
  });

  test('a text that was taken out besides is a fault', async () => {
    const [rated] = (await db.store.drillEventsOf('d-1')).filter(({ type }) => type === 'rated');
    const at = `drill_id = 'd-1' AND seq = ${rated!.seq}`;
    await db.run(`CREATE TABLE kept AS SELECT texts FROM drill_events WHERE ${at}`);
    const gone = `(texts::jsonb #- '{reason,text}' #- '{reason,salt}')::json`;
    await db.run(`UPDATE drill_events SET texts = ${gone} WHERE ${at}`);
    expect((await proof()).faults).toMatchObject([{ code: 'text_taken_out', seq: rated!.seq, item: 'reason' }]);
    await db.run(`UPDATE drill_events SET texts = (SELECT texts FROM kept) WHERE ${at}`);
    await db.run(`DROP TABLE kept`);
  });

  test('with the incident that was played in it goes what its drill says of visitors', async () => {
    const outcome = await eraseIncident(parts, INCIDENT, 'early', asked);
    expect(outcome).toMatchObject({ done: true, counts: { drills: 1 } });
    expect(forgotten).toEqual(['d-1', 'd-1']);
    expect(await found([VISITOR])).toEqual([]);
    expect((await proof()).faults).toEqual([]);
  });
});
