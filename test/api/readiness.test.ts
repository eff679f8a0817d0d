import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadinessInspection, ReadinessOverview } from '../../src/api/contract.js';
import { readinessOutbox } from '../../src/store/index.js';
import { startTestApi } from './harness.js';
import type { TestApi } from './harness.js';

const ALL = '/api/v1/readiness';
const COMMANDER = 'lin-wei';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const readiness = async () => ReadinessOverview.parse((await api.ask(ALL)).body);
const inspected = async (key: string, as = COMMANDER) => {
  const { status, body } = await api.ask(ALL, { method: 'POST', as, headers: { 'Idempotency-Key': key } });
  expect(status).toBe(201);
  return ReadinessInspection.parse(body);
};
const mailsOf = async (id: string) => {
  const { incidentId, effectId } = readinessOutbox(id);
  return (await api.store.noticesOf(incidentId)).filter((mail) => mail.effectId === effectId);
};

describe('readiness', () => {
  test('before the first inspection says when it is due', async () => {
    const { latest, trend, next } = await readiness();
    expect([latest, trend]).toEqual([undefined, []]);
    expect(Date.parse(next!)).toBeGreaterThan(api.clock.now);
  });

  test('is inspected now by command alone', async () => {
    const stranger = await api.ask(ALL, { method: 'POST', as: 'zhao-lei' });
    expect([stranger.status, stranger.body['code']]).toEqual([403, 'readiness_not_yours']);
    for (const unknown of ['r-nothing', '%00'])
      expect((await api.ask(`${ALL}/${unknown}`)).body['code']).toBe('inspection_not_found');
  });

  test('explains its score: points and score make a hundred', async () => {
    const { score, findings, areas, askedBy } = await inspected('first');
    expect(askedBy).toMatchObject({ kind: 'person', id: COMMANDER });
    const lost = findings.reduce((sum, { points }) => sum + points, 0);
    // The score is rounded down to a tenth.
    expect(100 - lost - score).toBeGreaterThanOrEqual(-0.01);
    expect(100 - lost - score).toBeLessThan(0.11);
    expect(areas.map(({ area }) => area)).toContain('resources');
    expect(findings.every(({ owners }) => owners.length > 0)).toBe(true);
    expect((await readiness()).latest?.score).toBe(score);
  });

  test('a repeat of the request is answered with the same inspection, another one is another', async () => {
    const first = await inspected('first');
    const second = await inspected('second');
    expect(second.id).not.toBe(first.id);
    expect((await readiness()).trend.map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test('owners are told what is theirs once, command each time', async () => {
    const [second, first] = (await readiness()).trend;
    const people = async (id: string, kind: string) =>
      (await mailsOf(id)).filter(({ noticeId }) => noticeId.endsWith(kind)).map(({ person }) => person);
    const { findings } = ReadinessInspection.parse((await api.ask(`${ALL}/${first!.id}`)).body);
    const owners = new Set(findings.flatMap((one) => one.owners.map(({ id }) => id)));
    expect(new Set(await people(first!.id, 'reminder'))).toEqual(owners);
    expect(await people(second!.id, 'reminder')).toEqual([]);
    expect(await people(first!.id, 'summary')).toEqual([COMMANDER]);
    expect(await people(second!.id, 'summary')).toEqual([COMMANDER]);
    const [summary] = (await mailsOf(second!.id)).map(({ text }) => text);
    expect(summary).toMatch(/新增问题0项，已解决0项/);
  });

  test.each([
    ['en', 'Readiness report', /Lost/],
    ['zh-CN', '应急准备检查报告', /扣分/],
  ])('is printed in %s, as HTML and as DOCX', async (lang, title, words) => {
    const [{ id } = { id: '' }] = (await readiness()).trend;
    const page = await api.ask(`${ALL}/${id}/report?lang=${lang}`);
    expect([page.status, page.headers.get('content-language')]).toEqual([200, lang]);
    expect(page.text).toContain(title);
    expect(page.text).toMatch(words);
    const file = await api.ask(`${ALL}/${id}/report?lang=${lang}&format=docx`);
    expect(file.text.startsWith('PK')).toBe(true);
  });
});
