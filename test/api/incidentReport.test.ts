import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Analysis, DocumentList, IncidentReport } from '../../src/api/contract.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { signDocumentLink, signSitrepLink } from '../../src/seal/index.js';
import type { z } from 'zod';
import { COMMANDER, DEPUTY, SIGNING_KEY, startTestApi, TECH_LEAD } from './harness.js';
import type { TestApi } from './harness.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const at = (id: string, name: string) => `/api/v1/incidents/${id}/${name}`;
const act = (id: string, name: string, body: object, as: string) =>
  api.ask<{ code: string; words: string[]; allowed: boolean }>(at(id, name), { body, as });
const analysis = async (id: string) => (await api.ask<Analysis>(at(id, 'analysis'))).body;
const report = async (id: string) => (await api.ask<IncidentReport>(at(id, 'report'))).body;
const documents = async (id: string) =>
  (await api.ask<z.infer<typeof DocumentList>>(at(id, 'documents'))).body.items.map(({ documentId }) => documentId);

/** Confirmed at level III, and ended by the commander and the deputy. */
async function ended(): Promise<string> {
  const id = await api.confirmed();
  await act(id, 'termination', { action: 'override', reason: 'Restored' }, COMMANDER);
  await act(id, 'termination', { action: 'confirm' }, DEPUTY);
  return id;
}

const ITEMS = [
  { id: 't1', kind: 'timeline', at: '2026-11-22T03:14:00+08:00', text: 'First errors', link: 'https://logs.example/1' },
  { id: 'c1', kind: 'direct', text: 'The table had no index' },
  { id: 'w1', kind: 'why', of: 'c1', text: 'Nobody tried it with so many rows' },
  { id: 'r1', kind: 'root', of: 'w1', text: 'Releases need no trial at the real size' },
];

describe('analysis and report over HTTP', () => {
  test('from the analysis to an approved report, every version of which is kept', async () => {
    const id = await ended();
    expect(await analysis(id)).toMatchObject({ version: 0, items: [] });
    expect((await act(id, 'analysis', { action: 'record', items: ITEMS.slice(1, 2) }, TECH_LEAD)).status).toBe(200);
    expect((await analysis(id)).lacks).toEqual([{ code: 'root', words: 'a root cause' }]);
    expect((await act(id, 'analysis', { action: 'complete' }, TECH_LEAD)).body.code).toBe('analysis_lacks');
    const whole = { action: 'record', items: ITEMS, method: 'Five whys' };
    expect((await act(id, 'analysis', whole, TECH_LEAD)).status).toBe(200);
    expect((await act(id, 'analysis', { action: 'complete' }, TECH_LEAD)).status).toBe(200);
    expect(await analysis(id)).toMatchObject({
      version: 2,
      method: 'Five whys',
      completed: { by: { id: TECH_LEAD } },
      items: [
        { id: 't1', at: '2026-11-21T19:14:00.000Z', link: 'https://logs.example/1' },
        { id: 'c1' },
        {},
        { of: 'w1' },
      ],
    });

    const say = (body: object, as: string) => act(id, 'report', body, as);
    expect((await say({ action: 'edit', sections: { causes: 'No index' } }, TECH_LEAD)).status).toBe(200);
    expect((await say({ action: 'submit', preview: true }, TECH_LEAD)).body.words[0]).toMatch(/^Submits version 1/);
    expect((await say({ action: 'submit' }, TECH_LEAD)).status).toBe(200);
    expect(await report(id)).toMatchObject({ stage: 'review', turn: { post: { id: 'deputy-commander' } } });
    expect((await say({ action: 'return', version: 1, remarks: 'Say how much' }, DEPUTY)).status).toBe(200);
    expect((await say({ action: 'submit' }, TECH_LEAD)).status).toBe(200);
    expect((await say({ action: 'review', version: 1 }, DEPUTY)).body.code).toBe('other_report_version');
    expect((await say({ action: 'review', version: 2 }, DEPUTY)).status).toBe(200);
    expect(await say({ action: 'approve', version: 2 }, DEPUTY)).toMatchObject({
      status: 403,
      body: { code: 'report_signed_before' },
    });
    expect((await say({ action: 'approve', version: 2 }, COMMANDER)).status).toBe(200);

    const now = await report(id);
    expect(now).toMatchObject({
      stage: 'approved',
      versions: [
        { version: 1, submitted: { by: { id: TECH_LEAD } }, returned: { stage: 'review', remarks: 'Say how much' } },
        { version: 2, reviewed: { by: { id: DEPUTY } }, approved: { by: { id: COMMANDER } } },
      ],
    });
    expect(now.turn).toBeUndefined();
    expect(now.sections.find(({ section }) => section.id === 'causes')).toMatchObject({
      section: { name: 'Causes' },
      text: 'No index',
      by: { id: TECH_LEAD },
    });
    const [first, second] = now.versions;
    expect(await documents(id)).toEqual(
      expect.arrayContaining([
        now.draft!.documentId,
        first!.document!.documentId,
        second!.document!.documentId,
        second!.approvedDocument!.documentId,
      ]),
    );
    expect(new Set([now.draft, first?.document, second?.document, second?.approvedDocument]).size).toBe(4);

    expect((await say({ action: 'revise', reason: 'A figure was wrong' }, TECH_LEAD)).status).toBe(200);
    expect((await report(id)).stage).toBe('draft');
  });

  test('files of an analysis are stored before it, which a preview need not wait for', async () => {
    const id = await ended();
    const bytes = Buffer.from('log of the night');
    const evidence = createHash('sha256').update(bytes).digest('hex');
    const body = { action: 'record', items: [{ ...ITEMS[1], evidence }] };
    expect((await act(id, 'analysis', { ...body, preview: true }, TECH_LEAD)).body.allowed).toBe(true);
    expect((await act(id, 'analysis', body, TECH_LEAD)).body.code).toBe('evidence_not_found');
    await api.ask(at(id, 'evidence?name=night.log'), { raw: bytes, as: TECH_LEAD });
    expect((await act(id, 'analysis', body, TECH_LEAD)).status).toBe(200);
    expect((await analysis(id)).items).toMatchObject([{ evidence }]);
  });

  test('the link in the mail shows its document to whoever has it, and nothing else', async () => {
    const id = await ended();
    const { documentId } = (await report(id)).draft!;
    const link = (more: object = {}) =>
      signDocumentLink(SIGNING_KEY, {
        ...{ incidentId: id, documentId, person: DEPUTY, expiresAt: api.clock.now + 60_000 },
        ...more,
      });
    const open = (token: string) => api.ask(`/document/${token}`, { as: null });
    expect(await open(link())).toMatchObject({ status: 200, text: expect.stringContaining('<p>html') });
    expect((await open(link({ expiresAt: api.clock.now }))).status).toBe(410);
    expect((await open(link({ person: 'nobody' }))).status).toBe(403);
    expect((await open(link({ documentId: `${id}-d1` }))).status).toBe(404);
    expect((await open(`${link()}x`)).status).toBe(400);
    // Who has left reads nothing more, as long as the link would live.
    const { document: roster } = (await api.store.currentRoster())! as { document: RosterDocument };
    const people = roster.people.map((one) => (one.id === DEPUTY ? { ...one, active: false } : one));
    await api.store.saveRoster({ ...roster, people });
    expect((await open(link())).status).toBe(403);
    const sitrep = { incidentId: id, number: 1, person: DEPUTY, expiresAt: api.clock.now + 60_000 };
    expect((await api.ask(`/sitrep/${signSitrepLink(SIGNING_KEY, sitrep)}`, { as: null })).status).toBe(403);
    await api.store.saveRoster(roster);
  });
});
