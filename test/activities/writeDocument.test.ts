import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pino from 'pino';
import { unzipSync } from 'fflate';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { writeDocument } from '../../src/activities/writeDocument.js';
import { createDesk, recordedFiles } from '../../src/documents/index.js';
import type { Desk } from '../../src/documents/index.js';
import type * as documents from '../../src/documents/index.js';
import { decide, evolve, fold, initial, open, pending, SYSTEM, wake } from '../../src/domain/incident/index.js';
import type { Decision, EffectOf, IncidentEvent } from '../../src/domain/incident/index.js';
import { basisOf } from '../../src/domain/plan/basis.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { MINUTE } from '../../src/domain/time.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { canonical, sha256 } from '../../src/seal/index.js';
import { createDirectory, firstBasis, namesAlong } from '../../src/store/index.js';
import type { Directory, Store } from '../../src/store/index.js';
import { inMemory, openDatabase } from '../support/databases.js';
import { bringInPlan, putInForce } from '../support/plans.js';

/** As it was built: a thread cannot be started from TypeScript. */
const built = '../../dist/documents/index.js';
const { createDeskInThread } = (await import(built)) as typeof documents;

const START = Date.UTC(2026, 2, 1, 8, 30);
const ZONE = 'Asia/Shanghai';
const FOLDER = 'plans/software-incident';

const first = loadPlan(FOLDER);
const second = { ...first.document, plan: { ...first.document.plan, version: first.document.plan.version + 1 } };
second.teams = second.teams.map((team) => ({ ...team, name: { 'zh-CN': '新名称组', en: 'Renamed team' } }));
const secondHash = sha256(canonical(second));
const roster = loadRoster(`${FOLDER}/roster.yaml`, first.document).document;

let store: Store;
let directory: Directory;
let run: <T>(statement: string) => Promise<T[]>;

beforeAll(async () => {
  ({ store, run } = await openDatabase(inMemory()));
  await bringInPlan(store, first.document, first.hash);
  await store.saveRoster(roster);
  await putInForce(store, second, secondHash);
  directory = createDirectory(store);
});
afterAll(() => store.close());

type Asked = EffectOf<'writeDocument'>;

/** Half a day at the gravest level with a SITREP every half an hour; the plan is moved and people change in the middle. */
async function recordedIncident(incidentId: string): Promise<{ asked: Asked[]; events: IncidentEvent[] }> {
  const basis = basisOf(first.document, first.hash, roster);
  const moved = basisOf(second, secondHash, roster);
  const commander = basis.holders[basis.plan.command.commander]![0]!;
  const events: IncidentEvent[] = [];
  let state = initial(basis);
  let at = START;
  const take = (more: IncidentEvent[]): void => {
    events.push(...more);
    state = more.reduce(evolve, state);
  };
  const says = (decision: Decision): void => {
    const head = { actor: { kind: 'person', id: commander }, via: 'api', requestId: `r${events.length}` } as const;
    take(decide(state, { ...head, ...decision }, at));
  };
  const reports = { category: 'operation-failure', title: '支付失败', place: '结算', facts: { usersAffected: 20_000 } };
  const by = { actor: { kind: 'person', id: commander }, via: 'api', requestId: 'r' } as const;
  take(open({ incidentId, mode: 'real', ...reports }, basis, by, at));
  says({ type: 'verify', outcome: 'confirmed', incidentLevel: 'ordinary', level: 'I', reason: '多处证实' });
  for (let period = 1; period <= 16; period++) {
    for (let minutes = 0; minutes < 30; minutes += 5) {
      at += 5 * MINUTE;
      take(wake(state, at));
      for (const effect of pending(state)) {
        if (effect.kind !== 'notify') continue;
        const accepted = effect.recipients.map(({ person }) => person);
        const attempted = {
          type: 'noticeAttempted' as const,
          effectId: effect.id,
          accepted,
          unreachable: [],
          delayed: [],
        };
        take(decide(state, { actor: SYSTEM, via: 'system', requestId: '', ...attempted }, at));
      }
    }
    const values = { usersAffected: 20_000 + period * 700 };
    says({ type: 'addFact', values, statement: `第 ${period} 次清点`, source: '监控大屏', confidence: 'likely' });
    if (period % 4 === 0) says({ type: 'askQuestion', text: `第 ${period} 批是否完整？` });
    if (period === 6) says({ type: 'movePlan', basis: moved, reason: '新版更清楚' });
    if (period === 4 || period === 9) {
      const removed = [basis.holders['developer']![period === 4 ? 0 : 1]!];
      const posts = [{ post: 'developer', at: 0, removed, added: [] }];
      const change = { roster: period, plan: period === 4 ? first.hash : secondHash, posts, people: [] };
      const head = { type: 'peopleChanged', actor: SYSTEM, via: 'system', requestId: '' } as const;
      take(decide(state, { ...head, ...change }, at));
    }
    const { open: draft } = state.sitreps;
    if (draft !== undefined) says({ type: 'releaseSitrep', number: draft.number });
  }
  await store.record({ incidentId, basis, events, messages: [] });
  const asked = events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'writeDocument' ? [event.effect] : [],
  );
  return { asked, events };
}

interface Written {
  files: Map<string, string>;
  text: string;
}

/** DOCX without the time at which it was written. */
function contentOf(format: string, bytes: Uint8Array): string {
  if (format === 'html') return createHash('sha256').update(bytes).digest('hex');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'docProps/core.xml');
  const hash = createHash('sha256');
  for (const [name, part] of parts) hash.update(name).update(part);
  return hash.digest('hex');
}

/** By the activity; `reads`: after which events it was asked for further ones. */
function writer(desk: Desk) {
  const files = new Map<string, Written>();
  const reads: number[] = [];
  const around: Store = {
    ...store,
    async eventsOf(id, after, limit) {
      reads.push(after);
      return store.eventsOf(id, after, limit);
    },
    async saveDocument({ id, format, lang, bytes, sha256: hash, ...entry }) {
      const written = files.get(id) ?? { files: new Map(), text: '' };
      written.files.set(`${format} ${lang}`, contentOf(format, bytes));
      if (format === 'html') written.text += Buffer.from(bytes).toString();
      files.set(id, written);
      return { ...entry, id, format, lang, sha256: hash, createdAt: 0 };
    },
  };
  const unused = {} as Pick<ActivityDeps, 'incidents' | 'drills' | 'improvements' | 'channel' | 'urgent'>;
  const write = writeDocument({
    ...unused,
    ...{ store: around, directory, desk, zone: ZONE, publicUrl: '', signingKey: '', log: pino({ level: 'silent' }) },
  });
  return {
    reads,
    write: async (incidentId: string, { id: effectId, kind: _, ...asked }: Asked): Promise<Written> => {
      files.clear();
      const { documentId } = await write({ incidentId, effectId, ...asked });
      return files.get(documentId)!;
    },
  };
}

/** From all events, as they are recorded now. */
async function fromAllEvents(incidentId: string, { document, number, upTo }: Asked): Promise<Written> {
  const recorded = await store.eventsOf(incidentId, 0, upTo);
  const basis: Basis = await firstBasis(store, (await store.getIncident(incidentId))!.state);
  const state = fold(
    basis,
    recorded.map(({ event }) => event),
  );
  const written: Written = { files: new Map(), text: '' };
  for await (const { format, lang, bytes } of recordedFiles({
    ...{ incidentId, document, number, recorded, basis, zone: ZONE },
    namesAt: await namesAlong(directory, state),
    planOf: (plan) => directory.document(plan),
  })) {
    written.files.set(`${format} ${lang}`, contentOf(format, bytes));
    if (format === 'html') written.text += Buffer.from(bytes).toString();
  }
  return written;
}

test('each SITREP is as one that is written from all events, before and after the plan was moved', async () => {
  const { asked, events } = await recordedIncident('INC-1');
  expect(asked.length).toBeGreaterThan(12);
  expect(events.filter(({ type }) => type === 'planMoved' || type === 'peopleChanged')).toHaveLength(3);
  const { write, reads } = writer(createDesk());
  const texts: string[] = [];
  for (const one of asked) {
    const written = await write('INC-1', one);
    expect(written).toEqual(await fromAllEvents('INC-1', one));
    expect([...written.files.keys()]).toEqual(['docx zh-CN', 'html zh-CN', 'docx en', 'html en']);
    texts.push(written.text);
  }
  expect(texts[0]).not.toContain('Renamed team');
  expect(texts.at(-1)).toContain('Renamed team');
  // Only what came since the last one is read.
  expect(reads).toEqual([0, ...asked.slice(0, -1).map(({ upTo }) => upTo)]);
});

test('so is one that is asked for after later ones, and one after a restart', async () => {
  const { asked } = await recordedIncident('INC-2');
  const before = writer(createDesk());
  for (const at of [9, 3, 12, 0, 10]) {
    expect(await before.write('INC-2', asked[at]!)).toEqual(await fromAllEvents('INC-2', asked[at]!));
  }
  const after = writer(createDesk());
  for (const at of [11, 12]) {
    expect(await after.write('INC-2', asked[at]!)).toEqual(await fromAllEvents('INC-2', asked[at]!));
  }
});

test('a desk that is full lets go of what was written about longest ago, and reads it again', async () => {
  const [one, other] = [await recordedIncident('INC-3'), await recordedIncident('INC-4')];
  const { write, reads } = writer(createDesk(1));
  for (const at of [7, 8]) {
    expect(await write('INC-3', one.asked[at]!)).toEqual(await fromAllEvents('INC-3', one.asked[at]!));
    expect(await write('INC-4', other.asked[at]!)).toEqual(await fromAllEvents('INC-4', other.asked[at]!));
  }
  expect(reads.filter((after) => after === 0)).toHaveLength(4);
});

test('of an incident that is over, what was erased is not remembered', async () => {
  const { asked, events } = await recordedIncident('INC-5');
  const { write } = writer(createDesk());
  const [last] = asked.slice(-1);
  expect((await write('INC-5', last!)).text).toContain('第 16 次清点');
  const { seq, at } = events.at(-1)!;
  const merged = {
    seq: seq + 1,
    at,
    actor: SYSTEM,
    via: 'system',
    type: 'merged',
    effectId: 'm',
    into: 'INC-1',
  } as const;
  await store.record({ incidentId: 'INC-5', events: [merged], messages: [] });
  await run(`UPDATE incident_events SET texts = '{"statement":{"digest":"00"},"source":{"digest":"00"}}'
    WHERE incident_id = 'INC-5' AND event->>'type' = 'factAdded'`);
  const written = await write('INC-5', last!);
  expect(written.text).not.toContain('次清点');
  expect(written).toEqual(await fromAllEvents('INC-5', last!));
});

test('a desk in a thread of its own writes the same', async () => {
  const { asked } = await recordedIncident('INC-6');
  const desk = createDeskInThread();
  const { write, reads } = writer(desk);
  for (const at of [6, 7]) {
    expect(await write('INC-6', asked[at]!)).toEqual(await fromAllEvents('INC-6', asked[at]!));
  }
  expect(reads).toContain(asked[6]!.upTo);
  await desk.close();
  await expect(write('INC-6', asked[8]!)).rejects.toThrow('the desk is closed');
});
