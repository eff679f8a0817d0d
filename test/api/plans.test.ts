import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanCheck, PlanDiff, PlanDistribution, PlanFilesAnswer, PlanRecord } from '../../src/api/contract.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { dayIn } from '../../src/domain/plan/days.js';
import { loadLedger, loadPlan, writePlan } from '../../src/planfiles/index.js';
import { withControl } from '../support/plans.js';
import { COMMANDER, DEPUTY, DEVELOPER, startTestApi, TECH_LEAD } from './harness.js';
import type { Answer, TestApi } from './harness.js';

const { document: sample, hash: sampleHash } = loadPlan('plans/software-incident');
const HOUR = 3_600_000;

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

const PLANS = '/api/v1/plans';
const versionPath = (n: number, action = '') => `${PLANS}/software-incident/versions/${n}${action}`;
const said = ({ status, body }: Answer) => [status, body['code']];

const bringIn = (document: PlanDocument, as = TECH_LEAD, more = {}) =>
  api.ask<PlanRecord & { code?: string }>(PLANS, { as, body: { summary: 'Lower thresholds', document, ...more } });

function act<B = PlanRecord>(n: number, action: string, as: string, body: unknown = {}, headers = {}) {
  return api.ask<B & Record<string, unknown>>(versionPath(n, `/${action}`), { as, body, headers });
}

/** What the check warns of, accepted for the sake of the test. */
async function acceptances(n: number) {
  const { body } = await api.ask<PlanCheck>(versionPath(n, '/check'));
  const warnings = body.findings.filter((finding) => finding.in === 'plan' && finding.severity === 'warning');
  return warnings.map(({ rule, place }) => ({ rule, place, text: 'A plan for tests' }));
}

/** Another purpose for the technical team: duties are substantial. */
function changed(n: number, duties = 'Find and mend'): PlanDocument {
  const plan = withControl(sample, n);
  plan.teams[0]!.duties = { 'zh-CN': duties, en: duties };
  return plan;
}

async function approved(n: number, document = changed(n)): Promise<void> {
  await bringIn(document);
  await act(n, 'submission', TECH_LEAD);
  await act(n, 'review', DEPUTY, { outcome: 'approve' });
  const answer = await act(n, 'approval', COMMANDER, { acceptances: await acceptances(n) });
  expect(said(answer)).toEqual([200, undefined]);
}

describe('a plan that is brought in', () => {
  test('is a draft beside the sample in force', async () => {
    const answer = await bringIn(changed(2), TECH_LEAD, { authors: [DEVELOPER] });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(versionPath(2));
    expect(answer.body).toMatchObject({
      version: 2,
      status: 'draft',
      sample: false,
      summary: 'Lower thresholds',
      authors: [{ id: TECH_LEAD }, { id: DEVELOPER }],
      approver: { id: 'commander' },
      reviewers: { atLeast: 1, counting: 0 },
    });
    const { body } = await api.ask<{ items: PlanRecord[] }>(PLANS);
    expect(body.items.map(({ version, status, sample }) => [version, status, sample])).toEqual([
      [2, 'draft', false],
      [1, 'effective', true],
    ]);
  });

  test('may come as YAML, and is then the same plan', async () => {
    const document = changed(3);
    const files = writePlan(document);
    const asFiles = await api.ask<PlanRecord>(PLANS, {
      as: 'operator',
      body: { summary: 'As files', files, authors: [TECH_LEAD] },
    });
    expect(asFiles.status).toBe(201);
    const { body } = await api.ask<PlanFilesAnswer>(versionPath(3, '/files'));
    expect(body.files).toEqual(files);
    const again = await bringIn(document);
    expect(said(again)).toEqual([409, 'version_exists']);
    expect((await api.ask<PlanRecord>(versionPath(3))).body.hash).toBe(asFiles.body.hash);
  });

  test('that is broken is refused with file, line and column of each fault', async () => {
    const files = { 'plan.yaml': 'plan: { id: x }\nlanguages: [en]\npurpos: { en: x }\n', 'roster.yaml': 'not: read' };
    const answer = await api.ask(PLANS, { as: TECH_LEAD, body: { summary: 'x', files } });
    expect(said(answer)).toEqual([422, 'plan_unusable']);
    expect(answer.body['problems']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ file: 'plan.yaml', line: 3, column: 1, code: 'unknown_key', path: 'purpos' }),
      ]),
    );
    const asDocument = await api.ask(PLANS, { as: TECH_LEAD, body: { summary: 'x', document: { plan: {} } } });
    expect(said(asDocument)).toEqual([422, 'plan_unusable']);
    expect(asDocument.body['problems']).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'plan.id', code: 'missing_key' })]),
    );
  });

  test('needs words, one of two forms, known authors, and at most 2 MB', async () => {
    expect(said(await bringIn(changed(4), TECH_LEAD, { summary: ' ' }))).toEqual([422, 'words_required']);
    expect(said(await bringIn(changed(4), TECH_LEAD, { authors: ['nobody'] }))).toEqual([422, 'unknown_person']);
    expect(said(await bringIn(changed(4), TECH_LEAD, { files: {} }))).toEqual([422, 'invalid_request']);
    expect(said(await api.ask(PLANS, { body: { summary: 'x', files: { '../x.yaml': '' } } }))).toEqual([
      422,
      'invalid_request',
    ]);
    const large = await api.ask(PLANS, { body: { summary: 'x', files: { 'a.yaml': 'x'.repeat(2 * 1024 * 1024) } } });
    expect(said(large)).toEqual([413, 'body_too_large']);
    expect(large.body['needed']).toEqual({ limit: 2 * 1024 * 1024 });
    expect(said(await bringIn(changed(1)))).toEqual([409, 'version_exists']);
  });

  test('may be written anew while it is a draft, and by nobody without a post for it', async () => {
    const put = (as: string, document: PlanDocument) =>
      api.ask<PlanRecord>(versionPath(2), { as, method: 'PUT', body: { summary: 'Clearer', document } });
    const answer = await put(DEVELOPER, changed(2, 'Find, mend, tell'));
    expect(answer).toMatchObject({ status: 200, body: { status: 'draft', summary: 'Clearer' } });
    expect(said(await put(DEVELOPER, changed(3)))).toEqual([422, 'other_version']);
    expect(
      said(
        await api.ask(versionPath(2), { as: 'bai-yong', method: 'PUT', body: { summary: 'x', document: changed(2) } }),
      ),
    ).toEqual([403, 'not_responsible']);
  });

  test('that nobody knows is 404, whatever is asked of it', async () => {
    for (const path of [
      versionPath(77),
      `${PLANS}/nope/versions/1`,
      `${PLANS}/x/versions/zero`,
      versionPath(2, '/diff/77'),
    ])
      expect(said(await api.ask(path))).toEqual([404, 'plan_version_not_found']);
    expect(said(await act(77, 'submission', TECH_LEAD))).toEqual([404, 'plan_version_not_found']);
    expect(said(await api.ask(PLANS, { as: null }))).toEqual([401, 'token_required']);
  });
});

describe('from draft to effective', () => {
  test('each act is for whom the plan names, and tells in words what is missing', async () => {
    expect(said(await act(2, 'approval', COMMANDER))).toEqual([409, 'wrong_status']);
    expect((await act(2, 'submission', TECH_LEAD)).body.status).toBe('inReview');
    expect(said(await act(2, 'review', TECH_LEAD, { outcome: 'approve' }))).toEqual([403, 'not_reviewer']);
    expect(said(await act(2, 'review', 'operator', { outcome: 'approve' }))).toEqual([403, 'not_reviewer']);
    const early = await act(2, 'approval', COMMANDER);
    expect(said(early)).toEqual([409, 'reviews_missing']);
    expect(early.body['found']).toEqual({ reviewers: 0 });
    expect(early.body['detail']).toMatch(/at least 1 from: Deputy commander/);
    const chinese = await act(2, 'approval', COMMANDER, {}, { 'accept-language': 'zh-CN' });
    expect(chinese.body['title']).toBe('评审人数不足');
    expect((await act(2, 'review', DEPUTY, { outcome: 'approve', remarks: 'Fine' })).body.reviewers?.counting).toBe(1);
    expect(said(await act(2, 'approval', DEPUTY))).toEqual([403, 'not_approver']);
  });

  test('warnings are accepted one by one, in writing', async () => {
    const open = await act(2, 'approval', COMMANDER);
    expect(said(open)).toEqual([409, 'warnings_open']);
    const { items } = loadLedger('plans/software-incident/ledger.yaml').document;
    // The sample was inspected on certain days, and is out of date some day.
    const lastInspected = dayIn(Date.now(), 'Asia/Shanghai');
    const inspected = items.map(({ nextInspection: _, ...item }) => ({ ...item, lastInspected }));
    await api.store.saveLedger({ items: inspected.map((item, i) => (i === 0 ? { ...item, onHand: 0 } : item)) });
    const [first, ...rest] = await acceptances(2);
    expect((await act(2, 'acceptances', DEPUTY, first)).status).toBe(200);
    expect(said(await act(2, 'acceptances', DEPUTY, first))).toEqual([409, 'already_accepted']);
    expect(said(await act(2, 'acceptances', DEPUTY, { rule: 'V-00', place: 'x', text: 'x' }))).toEqual([
      422,
      'unknown_warning',
    ]);
    const { body } = await api.ask<PlanCheck>(versionPath(2, '/check'));
    expect(body.findings.find(({ rule, place }) => rule === first!.rule && place === first!.place)?.accepted).toBe(
      true,
    );
    expect(body.counts.warning).toBeGreaterThan(1);
    // Low stock is mended in the ledger, not in the plan.
    expect(body.findings.filter(({ rule }) => rule === 'V-40')).toMatchObject([{ in: 'ledger' }]);
    const signed = await act(2, 'approval', COMMANDER, { acceptances: rest, remarks: 'So be it' });
    expect(signed.body).toMatchObject({ status: 'approved' });
    expect(Date.parse(signed.body.reviewDue!)).toBe(Date.parse(signed.body.approvedAt!) + 365 * 24 * HOUR);
  });

  test('a second click is refused; the same request under its key is answered again', async () => {
    expect(said(await act(2, 'approval', COMMANDER))).toEqual([409, 'wrong_status']);
    const key = { 'idempotency-key': 'effect-1' };
    const [one, two] = await Promise.all([act(2, 'effect', COMMANDER, {}, key), act(2, 'effect', COMMANDER, {}, key)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect([one, two].map(({ headers }) => headers.get('idempotent-replayed')).toSorted()).toEqual(
      ['true', null].toSorted(),
    );
    expect(one.body.steps.map(({ type }) => type).slice(-3)).toEqual(['effectDated', 'distributed', 'tookEffect']);
    expect(two.body.steps).toEqual(one.body.steps);
    const other = await act(2, 'effect', COMMANDER, { from: '2030-01-01T00:00:00Z' }, key);
    expect(said(other)).toEqual([409, 'key_reused']);
  });

  test('the sample is superseded, and new incidents are under the new version', async () => {
    const { body } = await api.ask<PlanRecord>(versionPath(1));
    expect(body).toMatchObject({ status: 'superseded', sample: true, hash: sampleHash });
    expect(body.steps.at(-1)).toMatchObject({
      type: 'superseded',
      by: { kind: 'system' },
      words: 'Superseded by software-incident version 2.',
    });
    const incident = await api.ask<{ plan: { version: number } }>(`/api/v1/incidents/${await api.report()}`);
    expect(incident.body.plan.version).toBe(2);
  });

  test('everybody on the list has it, and acknowledges it in person', async () => {
    const before = await api.ask<PlanDistribution>(versionPath(2, '/distribution'));
    expect(before.body.items.map(({ person }) => person.id)).toEqual(expect.arrayContaining([COMMANDER, DEPUTY]));
    expect(said(await act(2, 'acknowledgement', TECH_LEAD))).toEqual([403, 'not_addressed']);
    expect((await act(2, 'acknowledgement', DEPUTY)).body.receipts).toMatchObject({ acknowledged: 1 });
    expect(said(await act(2, 'acknowledgement', DEPUTY))).toEqual([409, 'already_received']);
    const { body } = await api.ask<PlanDistribution>(versionPath(2, '/distribution'));
    expect(
      body.items.filter(({ acknowledgedAt }) => acknowledgedAt !== undefined).map(({ person }) => person.id),
    ).toEqual([DEPUTY]);
  });

  test('filing and evaluation go on its record', async () => {
    await act(2, 'filing', TECH_LEAD, { reference: 'BA-1', on: '2026-11-20' });
    const { body } = await act(2, 'evaluation', TECH_LEAD, { on: '2026-11-21', conclusion: 'Fits', revise: false });
    expect(body.steps.slice(-2).map(({ words }) => words)).toEqual([
      'Filed on 2026-11-20 under BA-1.',
      'Evaluated on 2026-11-21: Fits; no revision needed.',
    ]);
    expect(said(await act(2, 'withdrawal', COMMANDER, { reason: 'x' }))).toEqual([409, 'plan_in_force']);
  });
});

describe('what a version is judged by', () => {
  test('the difference says what changes, and whether it needs a review', async () => {
    const { body } = await api.ask<PlanDiff>(versionPath(1, '/diff/2'));
    expect(body).toMatchObject({ from: 1, to: 2, substantial: true });
    expect(JSON.stringify(body.groups)).toContain('Find, mend, tell');
  });

  test('errors in the check block approval', async () => {
    const bound = {
      ...changed(4),
      operator: { description: { 'zh-CN': '企业', en: 'Company' }, boundBy: ['cn-production-safety' as const] },
    };
    await bringIn(bound);
    await act(4, 'submission', TECH_LEAD);
    await act(4, 'review', DEPUTY, { outcome: 'approve' });
    const { body } = await api.ask<PlanCheck>(versionPath(4, '/check'));
    expect(body.counts.error).toBeGreaterThan(0);
    expect(said(await act(4, 'approval', COMMANDER, { acceptances: await acceptances(4) }))).toEqual([
      409,
      'check_errors',
    ]);
    expect((await act(4, 'review', DEPUTY, { outcome: 'return', remarks: 'Mend the errors' })).body.status).toBe(
      'draft',
    );
    expect((await act(4, 'withdrawal', TECH_LEAD, { reason: 'Started over' })).body.status).toBe('withdrawn');
  });

  test('a reviewer with an interest steps back', async () => {
    await bringIn(changed(5));
    await act(5, 'submission', TECH_LEAD);
    expect(said(await act(5, 'review', DEPUTY, { outcome: 'withdraw' }))).toEqual([422, 'words_required']);
    await act(5, 'review', DEPUTY, { outcome: 'withdraw', remarks: 'My own team is supplied' });
    expect(said(await act(5, 'review', DEPUTY, { outcome: 'approve' }))).toEqual([409, 'reviewer_withdrew']);
  });

  test('without a substantial change to the approved version in force, the approver alone suffices', async () => {
    const { body } = await api.ask<{ document: PlanDocument }>(versionPath(2));
    const minor = structuredClone(body.document);
    minor.plan.version = 6;
    minor.plan.number = 'EP-6';
    await bringIn(minor);
    await act(6, 'submission', TECH_LEAD);
    expect((await api.ask<PlanDiff>(versionPath(2, '/diff/6'))).body).toMatchObject({ substantial: false });
    const signed = await act(6, 'approval', COMMANDER, { acceptances: await acceptances(6) });
    expect(signed.body).toMatchObject({ status: 'approved', reviews: [] });
    expect(signed.body.steps.at(-1)?.words).toMatch(/^Approved without a review, nothing substantial differs/);
  });

  test('a roster that cannot run it keeps it from taking effect', async () => {
    const roster = (await api.store.currentRoster())!.document as { holders: Record<string, string[]> };
    await approved(7);
    await api.store.saveRoster({ ...roster, holders: { ...roster.holders, [sample.command.deputies[0]!]: [] } });
    const refused = await act(7, 'effect', COMMANDER);
    expect(said(refused)).toEqual([409, 'roster_unfit']);
    expect(JSON.stringify(refused.body)).toContain('nobody holds the command post');
    await api.store.saveRoster(roster);
  });
});

describe('a date in the future', () => {
  const status = async (n: number) => (await api.ask<PlanRecord>(versionPath(n))).body.status;
  async function until(n: number, wanted: string): Promise<void> {
    for (let i = 0; i < 200 && (await status(n)) !== wanted; i++) await new Promise((done) => setTimeout(done, 25));
    expect(await status(n)).toBe(wanted);
  }

  test('lets a version take effect by itself, and whoever comes to a post later is given it', async () => {
    const from = api.clock.now + HOUR;
    await act(7, 'effect', COMMANDER, { from: new Date(from).toISOString() });
    expect(await status(7)).toBe('approved');
    expect(await status(2)).toBe('effective');
    api.clock.now = from;
    const roster = (await api.store.currentRoster())!.document as { holders: Record<string, string[]> };
    const deputy = sample.command.deputies[0]!;
    await api.store.saveRoster({
      ...roster,
      holders: { ...roster.holders, [deputy]: [...roster.holders[deputy]!, DEVELOPER] },
    });
    await until(7, 'effective');
    expect(await status(2)).toBe('superseded');
    const given = async () =>
      (await api.ask<PlanDistribution>(versionPath(7, '/distribution'))).body.items.map(({ person }) => person.id);
    for (let i = 0; i < 200 && !(await given()).includes(DEVELOPER); i++)
      await new Promise((done) => setTimeout(done, 25));
    expect(await given()).toContain(DEVELOPER);
  });

  test('an older version does not come back', async () => {
    expect(await status(6)).toBe('superseded');
  });
});
