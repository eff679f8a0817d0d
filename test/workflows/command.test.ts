import { setTimeout as pause } from 'node:timers/promises';
import type { Decision } from '../../src/domain/incident/index.js';
import { TestMuster } from '../support/muster.js';

/** The default plan with its waits in seconds: the response runs by itself where nobody decides. */
let muster: TestMuster;
beforeAll(async () => {
  muster = await TestMuster.start({
    change: ({ verification, notification, command }) => {
      verification.timeBox = [{ within: '2s' }];
      notification.alert.remindAfter = '1s';
      notification.alert.escalateAfter = '2s';
      command.checkIn = [{ levels: ['I', 'II', 'III', 'IV'], every: '3s' }];
    },
  });
});
afterAll(() => muster.close());

const confirm: Decision = { type: 'verify', outcome: 'confirmed', level: 'III', reason: 'seen' };

test('a report that nobody verifies is treated as real, and a silent commander is relieved by whoever accepts', async () => {
  const id = await muster.report();
  await muster.until(id, (state) => state.phase === 'responding');
  await muster.until(id, (state) => state.checkIn.asked.includes('chen-jing'));
  await muster.says(id, 'chen-jing', { type: 'takeCommand' });
  const state = await muster.until(id, (s) => s.command.posts['commander'] === 'chen-jing');
  expect(state.verification.outcome).toBe('provisional');
  const relieved = await mailTo('lin-wei', id, 'Command was taken over', '指挥权已交接');
  expect(relieved).toBe(true);
});

test('an incident is merged into another one, which knows what the first knew; a second merge of it changes nothing', async () => {
  const into = await muster.report();
  const id = await muster.report({ facts: { usersAffected: 120_000 } });
  await muster.says(into, 'lin-wei', confirm);
  await muster.says(id, 'lin-wei', { type: 'askQuestion', text: 'Since when?' });
  await muster.says(id, 'lin-wei', { type: 'merge', into, reason: 'the same outage' });
  const merged = await muster.until(id, (state) => state.phase === 'merged');
  expect(merged.merging.into).toBe(into);
  const taken = await muster.until(into, (state) => state.merging.absorbed.length === 1);
  expect(taken.merging.facts).toEqual({ usersAffected: 120_000 });
  expect(taken.grading.proposal?.level).toBe('II');
  expect(Object.values(taken.situation.questions)).toMatchObject([{ text: 'Since when?' }]);
  await muster.handle(id).result();
});

test('an incident whose merge is refused goes on', async () => {
  const id = await muster.report();
  await muster.says(id, 'lin-wei', { type: 'merge', into: 'no-such-incident', reason: 'a slip' });
  const state = await muster.until(id, (s, events) => events.some(({ type }) => type === 'mergeRefused'));
  expect(state.phase).not.toBe('merged');
  await muster.says(id, 'lin-wei', { type: 'verify', outcome: 'rejected', reason: 'done with' });
});

async function mailTo(person: string, incidentId: string, ...subjects: string[]): Promise<boolean> {
  for (let i = 0; i < 200; i++) {
    const notices = await muster.store.noticesOf(incidentId);
    if (notices.some((n) => n.person === person && subjects.some((subject) => n.subject.includes(subject))))
      return true;
    await pause(50);
  }
  return false;
}

describe('two incidents that want the same people', () => {
  let muster: TestMuster;
  beforeAll(async () => (muster = await TestMuster.start({ sharedPeople: true })));
  afterAll(() => muster.close());

  const wanted = async () => {
    const ids = await Promise.all([muster.report(), muster.report()]);
    await Promise.all(ids.map((id) => muster.until(id, (state) => Object.keys(state.effects.pending).length === 0)));
    return ids;
  };

  test('never have the same commander, and never the same expert without a person deciding; who is let go is granted', async () => {
    const [one, two] = await wanted();
    const commanderOf = async (id: string) => (await muster.store.getIncident(id))!.state.command.posts['commander']!;
    const first = await commanderOf(one);
    const second = await commanderOf(two);
    expect(second).not.toBe(first);

    await muster.says(one, first, confirm);
    await muster.until(one, (state) => Object.keys(state.effects.pending).length === 0);
    await muster.says(two, second, confirm);
    const contested = await muster.until(two, (state) => Object.keys(state.claims.contested).length > 1);
    const [expert, other] = Object.keys(contested.claims.contested);
    expect(contested.claims.contested[expert!]).toEqual({ heldBy: one, role: 'team' });

    await muster.says(two, second, {
      type: 'resolveClaim',
      person: expert!,
      decision: 'share',
      reason: 'both need it',
    });
    await muster.until(one, (state) => state.claims.shared[expert!]?.includes(two) === true);

    // The first incident ends: what waits is granted without anybody asking.
    await muster.says(one, first, { type: 'merge', into: two, reason: 'the same outage' });
    await muster.until(one, (state) => state.phase === 'merged');
    await muster.until(two, (state) => state.claims.contested[other!] === undefined);
  });
});
