import { expect, test } from '@jest/globals';
import { compose } from '../../src/activities/composeNotice.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import type { Notice } from '../../src/activities/notify.js';
import { readSitrepLink } from '../../src/seal/index.js';
import { sampleNames } from '../support/samplePlan.js';
import { Story } from '../words/story.js';

const RECIPIENT = 'chen-jing';

const SIGNING_KEY = 'a-signing-key-for-tests-of-32-bytes!';
type Told = Pick<Notice['effect'], 'template' | 'facts'>;

/** The mail about a person whom another incident holds, which is what `getIncident` makes of it. */
function contested(getIncident: () => Promise<unknown>): Promise<string> {
  const facts = { level: 'L3', people: ['he-zhe'], others: ['i-2'] };
  return mail({ template: 'claimContested', facts }, getIncident);
}

async function mail(told: Told, getIncident: () => Promise<unknown> = () => Promise.resolve(undefined)) {
  const contact = { id: RECIPIENT, languages: ['zh-CN'], contacts: { email: 'chen@example.org' } };
  const deps = {
    directory: { people: () => Promise.resolve([contact]), names: () => Promise.resolve(sampleNames()) },
    store: { getIncident },
    channel: { name: 'email' },
    publicUrl: 'http://127.0.0.1:1',
    signingKey: SIGNING_KEY,
    zone: 'Asia/Shanghai',
    log: { warn: () => undefined },
  } as unknown as ActivityDeps;
  const { rows } = await compose(deps, {
    incidentId: 'i-1',
    mode: 'real',
    plan: { id: 'sample', version: 3 },
    category: 'operation',
    reportedAt: 0,
    effect: {
      kind: 'notify',
      id: 'n9.1',
      noticeId: 'n9',
      ...told,
      acknowledge: false,
      recipients: [{ person: RECIPIENT }],
    },
    texts: { title: '订单积压', place: '华东' },
  });
  return rows[0]!.text;
}

test('a conflict about a person says what the other incident is', async () => {
  const other = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '证实' });
  const text = await contested(() => Promise.resolve({ state: other.state }));
  expect(text).toContain('另一事故：支付网关大面积超时（Ⅱ级响应，i-2）');
});

test('it leaves all the same where the other incident cannot be read', async () => {
  expect(await contested(() => Promise.resolve(undefined))).toContain('另一事故：i-2\n');
  expect(await contested(() => Promise.reject(new Error('the database is away')))).toContain('另一事故：i-2\n');
});

test.each([
  ['sitrepDraft', { number: 2, dueAt: 0 }],
  ['sitrep', { number: 2, documentId: 'd-1' }],
] as const)('a mail of %s leads to the SITREP, for this person and a week', async (template, facts) => {
  const text = await mail({ template, facts });
  const [, token] = /^全文：http:\/\/127\.0\.0\.1:1\/sitrep\/(\S+)$/m.exec(text) ?? [];
  const { dueAt: _, ...of } = { dueAt: 0, ...facts };
  expect(readSitrepLink(SIGNING_KEY, token!, Date.now())).toEqual({
    incidentId: 'i-1',
    person: RECIPIENT,
    ...of,
    expiresAt: expect.any(Number),
  });
});
