import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RecordVerification } from '../../src/api/contract.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { DAY } from '../../src/domain/time.js';
import { checkBundle } from '../../src/record/index.js';
import { REPORTED_AT } from '../store/incidents.js';
import { provableIncident } from '../store/provable.js';
import { COMMANDER, DEPUTY, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

const FILE = Buffer.from('what was seen');
const SHA = createHash('sha256').update(FILE).digest('hex');

let api: TestApi;
let id: string;
const folder = mkdtempSync(join(tmpdir(), 'muster-proof-'));
beforeAll(async () => {
  api = await startTestApi();
  id = await api.report();
  const at = (what: string, body: object, as = COMMANDER) => api.ask(`/api/v1/incidents/${id}/${what}`, { body, as });
  await at('verification', { outcome: 'confirmed', level: 'IV', reason: 'Seen' });
  await api.ask(`/api/v1/incidents/${id}/evidence?name=a.txt`, {
    raw: FILE,
    as: TECH_LEAD,
    headers: { 'content-type': 'text/plain' },
  });
  const evidence = { file: { sha256: SHA, name: 'a.txt' }, note: 'x', finding: 'disk' };
  await at('tasks', { action: 'finish', task: 'diagnose', ...evidence }, TECH_LEAD);
  await at('termination', { action: 'override', reason: 'Restored' });
  await at('termination', { action: 'confirm' }, DEPUTY);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const verification = (as: string | null = COMMANDER, lang = 'en') =>
  api.ask<RecordVerification>(`/api/v1/incidents/${id}/record/verification`, {
    as,
    headers: { 'accept-language': lang },
  });

async function download(as: string): Promise<Buffer> {
  const response = await fetch(`${api.url}/api/v1/incidents/${id}/bundle`, {
    headers: {
      authorization: `Bearer ${await api.token(as === 'operator' ? { kind: 'operator' } : { kind: 'person', id: as })}`,
    },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(response.headers.get('content-disposition')).toContain(`${id}-record-`);
  return Buffer.from(await response.arrayBuffer());
}

async function verdictOn(bytes: Buffer) {
  const file = join(folder, 'bundle.zip');
  writeFileSync(file, bytes);
  return checkBundle(file, { sha256: undefined, version: '0.0.0' });
}

describe('the proof of a record over HTTP', () => {
  test('says what was compared, and the head to keep', async () => {
    const { body } = await verification();
    expect(body).toMatchObject({ incidentId: id, intact: true, faults: [], checked: { evidence: 1, plans: 1 } });
    expect(body.checked.repeated).toBe(body.checked.messages);
    expect(body.head).toBe((await api.store.getIncident(id))?.headHash);
    expect(body.remarks.map(({ words }) => words).join(' ')).toContain('kept elsewhere');
  });

  test('is for every token, and for nobody without one', async () => {
    expect((await verification('operator')).status).toBe(200);
    expect((await verification(null)).status).toBe(401);
    expect(await api.ask('/api/v1/incidents/nothing/record/verification')).toMatchObject({
      status: 404,
      body: { code: 'incident_not_found' },
    });
  });

  test('names a fault in the language of whoever asks, and in the log', async () => {
    await api.store.saveDocument({
      id: `${id}-d3`,
      incidentId: id,
      kind: 'incidentReport',
      format: 'html',
      lang: 'en',
      contentType: 'text/html; charset=utf-8',
      bytes: Buffer.from('forged'),
      sha256: createHash('sha256').update('forged').digest('hex'),
    });
    const { body } = await verification();
    expect(body).toMatchObject({ intact: false, faultsInAll: 1, faults: [{ code: 'document_stray' }] });
    expect(body.faults[0]?.words).toBe(`No event names the document ${id}-d3 html en.`);
    expect((await verification(COMMANDER, 'zh-CN')).body.faults[0]?.words).toBe(`没有事件提到文书 ${id}-d3 html en。`);
    expect(api.logged.some((line) => line.includes('a record is not intact'))).toBe(true);
  });
});

test('an improvement that is gone from the store is missed where it came from', async () => {
  const opening: [string, Decision] = [
    COMMANDER,
    {
      type: 'improvement',
      ...{ finding: 'Nobody can switch over', measure: 'Write it down', kind: 'process', priority: 'high' },
      ...{ owner: { person: TECH_LEAD }, dueAt: REPORTED_AT + 30 * DAY, planChange: false },
    },
  ];
  await provableIncident(api.store, 'with-improvements', { afterwards: [opening, opening] });
  const { body } = await api.ask<RecordVerification>('/api/v1/incidents/with-improvements/record/verification');
  expect(body.faults).toMatchObject([
    { code: 'improvement_missing', type: 'improvementStarted', item: 'with-improvements-i1' },
  ]);
});

describe('a bundle over HTTP', () => {
  test('comes whole, and says so of itself; whoever took it is in the log', async () => {
    const bytes = await download(COMMANDER);
    const { faults, exported, remarks } = await verdictOn(bytes);
    // The forged document of the test before.
    expect(faults).toMatchObject([{ code: 'document_stray' }]);
    expect(remarks).toContainEqual({ code: 'faulty_when_exported', count: 1 });
    expect(exported).toMatchObject({ by: `person:${COMMANDER}` });
    const told = api.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const line = told.find(({ msg, sha256: of }) => msg === 'a record was exported' && of === sha256);
    expect(line).toMatchObject({ incidentId: id, exportedBy: `person:${COMMANDER}`, bytes: bytes.length });
  });

  test('holds files of evidence only for whoever may fetch them', async () => {
    const evidenceIn = (bytes: Buffer) => Object.keys(unzipSync(bytes)).filter((path) => path.startsWith('evidence/'));
    expect(evidenceIn(await download(COMMANDER))).toHaveLength(1);
    expect(evidenceIn(await download('operator'))).toEqual([]);
  });

  test('needs a token, and an incident', async () => {
    expect((await api.ask(`/api/v1/incidents/${id}/bundle`, { as: null })).status).toBe(401);
    expect((await api.ask('/api/v1/incidents/nothing/bundle')).status).toBe(404);
  });
});

test('proofs and exports are limited by token', async () => {
  const strict = await startTestApi({ limits: { records: 1 } });
  const incidentId = await strict.report();
  expect((await strict.ask(`/api/v1/incidents/${incidentId}/record/verification`)).status).toBe(200);
  expect(await strict.ask(`/api/v1/incidents/${incidentId}/bundle`)).toMatchObject({
    status: 429,
    body: { code: 'rate_limited' },
  });
  await strict.close();
});
