import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Decision, Message } from '../../src/domain/incident/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { TestMuster } from '../support/muster.js';

let muster: TestMuster;
let holders: Record<string, string[]>;
beforeAll(async () => {
  muster = await TestMuster.start({
    change: ({ termination }) => {
      termination.watch = [];
    },
  });
  holders = (await muster.directory.basis())!.holders;
});
afterAll(() => muster.close());

const holder = (post: string) => holders[post]![0]!;
const texts = { 'title zh-CN': '说明', 'body zh-CN': '支付异常。', 'title en': 'Notice', 'body en': 'Payments fail.' };
const first: Decision = { type: 'publication', action: 'draft', kind: 'first', facts: [], texts };
const correction: Decision = { ...first, kind: 'correction', corrects: 'p1' };
const withdraw: Decision = { type: 'publication', action: 'withdraw', publication: 'p1', reason: 'wrong' };
const on = (action: 'check' | 'approve', publication = 'p1'): Decision => {
  return { type: 'publication', action, publication, version: 1 };
};
const says = (by: string, decision: Decision, requestId: string = randomUUID()): Message => {
  return { requestId, actor: { kind: 'person', id: by }, via: 'api', ...decision };
};

async function closed(): Promise<string> {
  const id = await muster.report();
  const [commander, deputy] = [holder('commander'), holder('deputy-commander')];
  await muster.says(id, commander, { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' });
  await muster.says(id, holder('press-officer'), first);
  await muster.says(id, holder('legal-counsel'), on('check'));
  await muster.says(id, commander, on('approve'));
  await muster.until(id, ({ publication }) => publication.items['p1']?.status === 'published');
  await muster.says(id, commander, { type: 'terminate', action: 'override', reason: 'stable' });
  await muster.says(id, deputy, { type: 'terminate', action: 'confirm' });
  await muster.until(id, (s) => s.phase === 'aftermath' && s.incidentReport.draft !== undefined);
  await muster.says(id, commander, { type: 'close', despite: true, reason: 'done' });
  await muster.handle(id).result();
  return id;
}

test('a text is withdrawn from a closed incident in a run of its own, once, however often and by however many it is said', async () => {
  const id = await closed();
  const before = (await muster.events(id)).length;
  const once = says(holder('commander'), withdraw);
  const again = says(holder('commander'), withdraw);
  const answers = await Promise.all([once, once, again].map((m) => muster.incidents.decideAfterClose(id, m)));
  expect(answers[0]).toEqual(answers[1]);
  expect(answers.filter(({ refusal }) => refusal?.code === 'publication_not_waiting')).not.toHaveLength(0);
  await muster.handle(id).result();
  expect(await muster.incidents.hasEnded(id)).toBe(true);
  const after = (await muster.events(id)).slice(before);
  expect(after.filter(({ type }) => type === 'publicationWithdrawn')).toHaveLength(1);
  expect(after).toContainEqual(expect.objectContaining({ type: 'publicationPublished', shows: 'withdrawn' }));
  expect((await muster.store.getIncident(id))?.state.phase).toBe('closed');

  const late = await muster.incidents.decideAfterClose(id, answers[0]?.refusal ? again : once);
  expect(late.refusal).toBeUndefined();
  await muster.handle(id).result();
  const types = (await muster.events(id)).map(({ type }) => type);
  expect(types.filter((type) => type === 'publicationWithdrawn')).toHaveLength(1);
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
});

test('it is corrected over several runs, by whoever holds the posts by then, and every run can be forgotten', async () => {
  const id = await closed();
  const roster = structuredClone((await muster.store.currentRoster())!.document as RosterDocument);
  roster.people.push({ id: 'fan-li', name: 'Fan Li', languages: ['en'], contacts: { email: 'fan-li@example.com' } });
  roster.holders['commander'] = ['fan-li'];
  await muster.store.saveRoster(roster);
  const steps: [string, Decision][] = [
    [holder('press-officer'), correction],
    [holder('legal-counsel'), on('check', 'p2')],
    ['fan-li', on('approve', 'p2')],
  ];
  for (const [by, decision] of steps) {
    expect(await muster.incidents.decideAfterClose(id, says(by, decision))).not.toHaveProperty('refusal');
    await muster.handle(id).result();
  }
  const state = await muster.until(id, ({ publication }) => publication.items['p2']?.status === 'published');
  expect(state.phase).toBe('closed');
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
  expect(await muster.incidents.keeps(id, (text) => text.includes('Payments fail'))).toBe(true);
  expect(await muster.incidents.forget(id)).toBe(true);
  expect(await muster.incidents.keeps(id, () => true)).toBe(false);
  const rest = await muster.incidents.decideAfterClose(id, says('fan-li', withdraw));
  expect(rest).not.toHaveProperty('refusal');
  await muster.handle(id).result();
  expect(await muster.store.verifyIncident(id)).toMatchObject({ intact: true });
});
