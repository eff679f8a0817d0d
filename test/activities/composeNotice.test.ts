import { expect, test } from '@jest/globals';
import { compose } from '../../src/activities/composeNotice.js';
import type { ActivityDeps } from '../../src/activities/deps.js';
import { sampleNames } from '../support/samplePlan.js';
import { Story } from '../words/story.js';

const RECIPIENT = 'chen-jing';

/** The mail about a person whom another incident holds, which is what `getIncident` makes of it. */
async function contested(getIncident: () => Promise<unknown>): Promise<string> {
  const contact = { id: RECIPIENT, languages: ['zh-CN'], contacts: { email: 'chen@example.org' } };
  const deps = {
    directory: { people: () => Promise.resolve([contact]), names: () => Promise.resolve(sampleNames()) },
    store: { getIncident },
    channel: { name: 'email' },
    publicUrl: 'http://127.0.0.1:1',
    signingKey: 'a-signing-key-for-tests-of-32-bytes!',
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
      template: 'claimContested',
      facts: { level: 'L3', people: ['he-zhe'], others: ['i-2'] },
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
