import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ApiParts } from '../../src/api/deps.js';
import { erasePerson } from '../../src/api/erasure/erase.js';
import { storedRecord } from '../../src/api/record/storedRecord.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { checkRoster } from '../../src/domain/plan/roster.js';
import type { Person, RosterDocument } from '../../src/domain/plan/roster.js';
import { checkRecord } from '../../src/record/index.js';
import { createDirectory, planOutbox } from '../../src/store/index.js';
import { Story } from '../improvement/story.js';
import { ENGINES } from '../support/databases.js';
import { useStore } from './harness.js';
import { provableIncident } from './provable.js';

const PERSON = 'liang-yue';
const NOW = Date.UTC(2026, 9, 1, 8);
const [LONGER, NAMESAKE, ON_DUTY] = ['chen-jing', 'xu-na', 'zhao-lei'];
const NAMES = { 'zh-CN': '梁悦', en: 'Liang Yue' };
const asks = (text: string): [string, Decision] => ['zhao-lei', { type: 'askQuestion', text }];
const operator = { by: { kind: 'operator' as const, tokenId: 'op' }, evidence: [] };

describe.each(ENGINES)('erasing one of several colleagues on %s', (engine) => {
  const db = useStore(engine);
  let parts: ApiParts;
  let roster: RosterDocument;
  let mobile: string;

  const erase = (preview: boolean) => erasePerson(parts, PERSON, 'asked for it', { ...operator, preview });
  const save = async (document: RosterDocument) => db.store.saveRoster(document);

  beforeAll(async () => {
    const { store } = db;
    const over = { more: [asks('Has 梁悦 seen it?'), asks('the Liang Yue-led shift'), asks(`Duty: +8610000000022`)] };
    await provableIncident(store, 'over', over);
    const nothing = { hasEnded: async () => true, keeps: async () => false, forget: async () => true };
    parts = {
      ...{ store, directory: createDirectory(store), incidents: nothing, improvements: nothing, drills: nothing },
      settings: { now: () => NOW, zone: 'Asia/Shanghai' },
      log: { info: () => undefined, warn: () => undefined },
    } as unknown as ApiParts;
    const before = (await store.currentRoster())!.document as RosterDocument;
    mobile = before.people.find(({ id }) => id === PERSON)!.contacts.mobile!;
    // She has left. Her duty telephone is somebody else's, and one who came has her name.
    const now: Record<string, (one: Person) => Person> = {
      [LONGER]: (one) => ({ ...one, contacts: { ...one.contacts, email: 'j.liang.yue@yunfan.example' } }),
      [NAMESAKE]: (one) => ({ ...one, name: NAMES }),
      [ON_DUTY]: (one) => ({ ...one, contacts: { ...one.contacts, mobile } }),
    };
    roster = {
      people: before.people.filter(({ id }) => id !== PERSON).map((one) => now[one.id]?.(one) ?? one),
      holders: Object.fromEntries(
        Object.entries(before.holders).map(([post, people]) => [post, people.filter((id) => id !== PERSON)]),
      ),
    };
    expect(checkRoster(roster)).toEqual({ document: roster });
    await save(roster);
    await provableIncident(store, 'open', { more: [asks('@Liang Yue is on it')] });
    // Live, and only the name that a colleague has as well is in it.
    await db.run(`UPDATE incidents SET phase = 'watching' WHERE id = 'open'`);
    const others = `replace(event::text, '"${PERSON}"', '"gao-yang"')::json`;
    await db.run(`UPDATE incident_events SET event = ${others} WHERE incident_id = 'open'`);
    const named = new Story({ improvement: 'i-open', texts: { finding: '梁悦未核对', action: 'Check it' } });
    await store.recordImprovement({ improvement: named.state.improvement, events: named.events });
    const outbox = { incidentId: planOutbox({ id: 'p', version: 1 }), effectId: 'x', noticeId: 'n' };
    const mail = { ...outbox, channel: 'email', subject: 'Alarm' } as const;
    await store.enqueueNotices([
      { ...mail, id: 'a', person: LONGER, address: 'j.liang.yue@yunfan.example', text: 'come', messageId: 'a@m' },
      { ...mail, id: 'b', person: NAMESAKE, address: 'xu.na@yunfan.example', text: '梁悦，请到场', messageId: 'b@m' },
      { ...mail, id: 'c', person: ON_DUTY, address: mobile, text: 'come', messageId: 'c@m' },
      { ...mail, id: 'd', person: PERSON, address: 'liang.yue@yunfan.example', text: 'come', messageId: 'd@m' },
      { ...mail, id: 'e', person: LONGER, address: 'Liang.Yue@yunfan.example', text: 'come', messageId: 'e@m' },
    ]);
    const copy = { sender: 'm@x.org', html: null, raw: Buffer.from('x'), receivedAt: NOW, subject: 'x', text: 'y' };
    await store.storeMail({ ...copy, messageId: 'f@m', recipients: ['j.liang.yue@yunfan.example'] });
    await store.storeMail({ ...copy, messageId: 'g@m', recipients: ['liang.yue@yunfan.example'] });
  });

  test('is refused where the roster of today would be none without the person', async () => {
    const leaver: Person = {
      id: PERSON,
      name: NAMES,
      languages: ['en'],
      contacts: { email: 'l@x.example' },
      active: false,
    };
    const [post] = Object.keys(roster.holders);
    const holders = { ...roster.holders, [post!]: [...roster.holders[post!]!, PERSON] };
    await save({ people: [...roster.people, leaver], holders });
    await expect(erase(false)).rejects.toMatchObject({ code: 'person_holds_posts', found: { posts: [post] } });

    const twice = { ...roster.people[0]!, id: 'twice' };
    await save({ people: [...roster.people, leaver, twice], holders: roster.holders });
    const places = expect.arrayContaining([`people[${roster.people.length}].contacts.email`]);
    await expect(erase(false)).rejects.toMatchObject({ code: 'erasure_breaks_roster', found: { places } });
    expect(await db.store.unfinishedErasures()).toEqual([]);
    await save({ people: [...roster.people, leaver], holders: roster.holders });
  });

  test('the preview names whose entries change, and what a colleague has as well', async () => {
    const { preview, doubts } = await erase(true);
    expect(preview!.registers.map(({ register, people }) => [register, people])).toEqual(
      Array(preview!.registers.length).fill(['roster', [PERSON]]),
    );
    expect(preview!.places.map(({ id, excerpt }) => [id, excerpt])).toEqual([
      ['over', 'Has 梁悦 seen it?'],
      ['over', 'the Liang Yue-led shift'],
    ]);
    expect(doubts).toEqual([
      { kind: 'shared', word: '梁悦', with: NAMESAKE },
      { kind: 'short', word: '梁悦' },
      { kind: 'shared', word: 'Liang Yue', with: NAMESAKE },
      { kind: 'passedOn', word: mobile, with: ON_DUTY },
    ]);
  });

  test('leaves names, contacts and alarms of the others alone, and says that it is done', async () => {
    expect(await erase(false)).toMatchObject({ done: true, left: [] });
    const { document } = (await db.store.currentRoster())!;
    expect(document).toEqual(roster);
    expect(await db.run(`SELECT id, status FROM outbox WHERE id IN ('a', 'b', 'c', 'd', 'e') ORDER BY id`)).toEqual([
      { id: 'a', status: 'queued' },
      { id: 'b', status: 'queued' },
      { id: 'c', status: 'queued' },
      { id: 'd', status: 'cancelled' },
      { id: 'e', status: 'cancelled' },
    ]);
    expect(await db.run(`SELECT message_id AS id FROM mails`)).toEqual([{ id: 'f@m' }]);
    expect((await checkRecord((await storedRecord(db.store, 'over'))!)).faults).toEqual([]);
    const named = `SELECT incident_id AS id FROM incident_events WHERE texts::text ~ 'Liang|梁悦'`;
    expect(await db.run(named)).toEqual([{ id: 'open' }]);
    expect((await db.store.getImprovement('i-open'))!.state.texts.finding).toBe('梁悦未核对');
    expect(await db.run(`SELECT count(*)::int AS n FROM rosters WHERE document::text ~ '"id": ?"${PERSON}"'`)).toEqual([
      { n: 0 },
    ]);
  });
});
