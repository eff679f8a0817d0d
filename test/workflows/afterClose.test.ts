import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Decision, Message } from '../../src/domain/incident/index.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import { TestMuster } from '../support/muster.js';
import { closed, first, on } from './closedStory.js';

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
const correction: Decision = { ...first, kind: 'correction', corrects: 'p1' };
const withdraw: Decision = { type: 'publication', action: 'withdraw', publication: 'p1', reason: 'wrong' };
const says = (by: string, decision: Decision, requestId: string = randomUUID()): Message => {
  return { requestId, actor: { kind: 'person', id: by }, via: 'api', ...decision };
};

test('a text is withdrawn from a closed incident in a run of its own, once, however often and by however many it is said', async () => {
  const id = await closed(muster, holder);
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
  const id = await closed(muster, holder);
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
