import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { writeDrill } from '../../src/activities/writeDrill.js';
import type { ActivityDeps } from '../../src/activities/index.js';
import type { Drill, DrillRecord } from '../../src/api/contract.js';
import { createDesk } from '../../src/documents/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { DAY } from '../../src/domain/time.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const ALL = '/api/v1/drills';

async function opened(): Promise<string> {
  const { body } = await api.ask<Drill>(ALL, { as: 'operator', body: { scenario: 'authority-order' } });
  return body.id;
}

const act = async (id: string, body: object, as = 'operator') => {
  const { status } = await api.ask(`${ALL}/${id}/decisions`, { as, body });
  expect(status).toBe(200);
};

/** What the world does about papers that are to be written. */
async function writes(id: string): Promise<void> {
  const deps = { store: api.store, desk: createDesk(), zone: 'Asia/Shanghai' } as unknown as ActivityDeps;
  for (const effect of api.drills.stateOf(id).effects) {
    if (effect.kind !== 'write') continue;
    const { id: effectId, papers, upTo } = effect;
    const written = await writeDrill(deps)({ drill: id, effectId, papers, upTo });
    await api.drills.hear(id, { type: 'settled', effectId, ...written });
  }
}

async function begin(id: string): Promise<void> {
  await act(id, { action: 'start' });
  const fields = { realAt: api.clock.now, pace: 1 };
  await api.drills.hear(id, { type: 'seen', events: [{ seq: 1, type: 'reported', at: api.clock.now, fields }] });
}

async function read(path: string, holder: Parameters<TestApi['token']>[0] = { kind: 'operator' }) {
  const headers = { authorization: `Bearer ${await api.token(holder)}`, 'accept-language': 'en' };
  const answer = await fetch(`${api.url}${ALL}/${path}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString('utf8') };
}

const record = async (id: string) => (await api.ask<DrillRecord>(`${ALL}/${id}`, { as: 'operator' })).body;
const codeIn = (problem: string) => (JSON.parse(problem) as { code: string }).code;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('the papers of a drill', () => {
  test('are drawn as drafts until they are handed out, and not kept', async () => {
    const id = await opened();
    const draft = await read(`${id}/scheme`);
    expect(draft.text).toContain('Draft, not approved');
    expect(draft.text).toContain('Master list of injects');
    expect(draft.headers.get('cache-control')).toBe('no-store');
    expect((await read(`${id}/scheme?lang=zh-CN`)).text).toContain('草案，未经批准');
    expect((await read(`${id}/questionnaire`)).text).toContain('Feedback on a drill');
    expect((await read(`${id}/scheme?format=pdf`)).status).toBe(422);
    expect((await read('none/scheme')).status).toBe(404);
    expect((await record(id)).papers).toEqual([]);
  });

  test('keep the injects from players until the drill is over', async () => {
    const id = await opened();
    await act(id, { action: 'submitScheme' });
    await act(id, { action: 'approve' }, 'lin-wei');
    await writes(id);
    const [player = ''] = api.drills.stateOf(id).roles.players;
    const as = { kind: 'person', id: player } as const;
    const inject = api.drills.stateOf(id).scenario.injects[0]!.id;
    expect((await read(`${id}/scheme`, as)).text).not.toContain(inject);
    const withheld = await read(`${id}/scheme?copy=controllers`, as);
    expect(withheld.status).toBe(403);
    expect(codeIn(withheld.text)).toBe('drill_scheme_withheld');
    expect((await read(`${id}/scheme`, { kind: 'person', id: api.drills.stateOf(id).roles.director })).text).toContain(
      inject,
    );
    const early = await read(`${id}/report`, as);
    expect([early.status, codeIn(early.text)]).toEqual([409, 'drill_report_too_early']);
    expect(early.text).not.toContain('{words}');
    await begin(id);
    await act(id, { action: 'end' });
    expect((await read(`${id}/scheme`, as)).text).toContain(inject);
    expect((await read(`${id}/report`, as)).text).toContain('Draft, not submitted');
  });

  test('are read with the injects by an approver who plays, as long as it is to be approved, and by asking for them', async () => {
    const id = await opened();
    const { roles, scenario } = api.drills.stateOf(id);
    expect(roles.players).toContain('lin-wei');
    const as = { kind: 'person', id: 'lin-wei' } as const;
    const full = () => read(`${id}/scheme?copy=controllers`, as);
    expect((await full()).status).toBe(403);
    await act(id, { action: 'submitScheme' });
    expect((await full()).text).toContain(scenario.injects[0]!.id);
    expect((await read(`${id}/scheme`, as)).text).not.toContain(scenario.injects[0]!.id);
    const [other = ''] = roles.players.filter((person) => person !== 'lin-wei');
    expect((await read(`${id}/scheme?copy=controllers`, { kind: 'person', id: other })).status).toBe(403);
    await act(id, { action: 'approve' }, 'lin-wei');
    expect((await full()).status).toBe(403);
  });

  test('are read with the injects by whoever approves by the post of today', async () => {
    const roles = { safety: [], evaluators: ['cheng-xue'] };
    const { body } = await api.ask<Drill>(ALL, { as: 'operator', body: { scenario: 'authority-order', roles } });
    const as = { kind: 'person', id: 'tang-li' } as const;
    const full = () => read(`${body.id}/scheme?copy=controllers`, as);
    expect((await full()).status).toBe(403);
    const roster = structuredClone((await api.store.currentRoster())!.document) as RosterDocument;
    await api.store.saveRoster({ ...roster, holders: { ...roster.holders, commander: ['tang-li'] } });
    expect((await full()).status).toBe(200);
    await api.store.saveRoster(roster);
  });

  test('are kept as they were approved and accepted: the record has the hash of what is read', async () => {
    const id = await opened();
    await act(id, { action: 'submitScheme' });
    await act(id, { action: 'approve' }, 'lin-wei');
    await writes(id);
    const scheme = await read(`${id}/scheme?format=docx&lang=en&copy=players`);
    const kept = (await record(id)).papers;
    expect(kept).toContainEqual({ paper: 'scheme', format: 'docx', lang: 'en', sha256: hashOf(scheme.bytes) });
    expect(scheme.headers.get('etag')).toBe(`"${hashOf(scheme.bytes)}"`);
    expect(kept).toHaveLength(8);

    await begin(id);
    await act(id, { action: 'end' });
    await api.drills.clears(id);
    api.clock.now += 4 * DAY;
    await act(id, { action: 'rate', criterion: 'E-21', rating: 'P', reason: 'by the plan' });
    await act(id, {
      action: 'submit',
      problems: 'The order lay for an hour',
      suggestions: 'Name a reader',
      despite: true,
    });
    await writes(id);
    const submitted = await read(`${id}/report?lang=en`);
    expect(submitted.text).toContain('The order lay for an hour');
    expect(submitted.text).toContain('Before command');
    await act(id, { action: 'accept' });
    await writes(id);
    const accepted = await read(`${id}/report?lang=en`);
    expect(accepted.text).not.toContain('Before command');
    const after = await record(id);
    const reports = after.papers.filter(
      ({ paper, format, lang }) => paper === 'report' && format === 'html' && lang === 'en',
    );
    expect(reports.map(({ sha256 }) => sha256)).toEqual([hashOf(submitted.bytes), hashOf(accepted.bytes)]);
    expect(after.comparison?.runs.at(-1)).toMatchObject({ id, kind: 'drill' });
    const files = (await api.store.drillEventsOf(id)).flatMap((event) =>
      event.type === 'settled' ? (event.files ?? []) : [],
    );
    expect(files.map(({ sha256 }) => sha256)).toContain(hashOf(accepted.bytes));

    const [{ documentId = '' } = {}] = files.filter(({ sha256 }) => sha256 === hashOf(accepted.bytes));
    await api.run(`DELETE FROM documents WHERE id = '${documentId}' AND format = 'html' AND lang = 'en'`);
    const gone = await read(`${id}/report?lang=en`);
    expect([gone.status, codeIn(gone.text)]).toEqual([500, 'drill_paper_missing']);
    const { body } = await api.ask(`${ALL}/${id}/record/verification`, { as: 'operator' });
    const item = `${documentId} html en`;
    expect(body).toMatchObject({ intact: false, faults: [{ code: 'document_missing', type: 'settled', item }] });
  });
});
