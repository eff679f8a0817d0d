import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pino from 'pino';
import { startDrillIncident } from '../../src/activities/drillIncident.js';
import { tellDrill } from '../../src/activities/tellDrill.js';
import { createEmailChannel } from '../../src/channels/email.js';
import { createDesk } from '../../src/documents/index.js';
import type { DrillEffect } from '../../src/domain/drill/index.js';
import { loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { createDirectory, openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/index.js';
import { APPROVER, COMMANDER, CONTROLLER, DIRECTOR, ENGINEER, running, SAFETY, Story, TODAY } from '../drill/story.js';
import { inMemory } from '../support/databases.js';
import { bringInPlan } from '../support/plans.js';
import { startSink } from '../support/smtpSink.js';
import type { Sink } from '../support/smtpSink.js';

const PLAN = 'plans/software-incident';

let store: Store;
let sink: Sink;
let tell: ReturnType<typeof tellDrill>;
let start: ReturnType<typeof startDrillIncident>;
let hash: string;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  store = await openStore(inMemory());
  const plan = loadPlan(PLAN);
  ({ hash } = plan);
  await store.saveRoster(loadRoster(`${PLAN}/roster.yaml`, plan.document).document);
  await bringInPlan(store, plan.document, hash);
  sink = await startSink();
  const timeouts = { connectTimeoutMs: 10_000, socketTimeoutMs: 10_000 };
  const channel = createEmailChannel({ smtpUrl: sink.url, from: 'Muster <muster@localhost>', ...timeouts });
  const unspoken = () => Promise.reject(new Error('nobody else is spoken to here'));
  const deps = {
    drills: { start: unspoken, preempt: unspoken },
    improvements: { start: unspoken },
    incidents: { start: unspoken, decide: unspoken, recheckClaims: unspoken, recheckStock: unspoken },
    ...{ store, channel, urgent: channel, directory: createDirectory(store), desk: createDesk() },
    ...{ publicUrl: 'http://127.0.0.1:1', signingKey: 'a-signing-key-for-tests-of-32-bytes!' },
    ...{ zone: 'Asia/Shanghai', log: pino({ level: 'silent' }) },
  };
  [tell, start] = [tellDrill(deps), startDrillIncident(deps)];
  ends.push(
    () => channel.close(),
    () => sink.close(),
    () => store.close(),
  );
});
afterAll(async () => {
  for (const end of ends) await end();
});

function begun(drill: string): Story {
  const rules = { ...TODAY, plan: { id: 'software-incident', version: 1, hash } };
  const story = running({ drill, rules });
  story.settles();
  return story;
}

type Tell = Extract<DrillEffect, { kind: 'tell' }>;

async function told(story: Story, template: Tell['template'], nth = 0): Promise<string[]> {
  const { drill, effects } = story.state;
  const all = effects.filter((one): one is Tell => one.kind === 'tell' && one.template === template);
  await store.recordDrill({ drill, events: story.events });
  const before = sink.mails.length;
  await tell({ drill, effect: all[nth]! });
  return sink.mails.slice(before).map(({ text }) => text);
}

test('each mail names the real incident that it is about, and whom that has taken', async () => {
  const story = begun('named');
  story.preempts([ENGINEER], 'real-1');
  story.preempts([COMMANDER], 'real-2');
  const [first] = await told(story, 'notADrill');
  expect(first).toContain('real-1');
  expect(first).not.toContain('real-2');
  const rest = await told(story, 'realPauses', 1);
  expect(rest.length).toBeGreaterThan(1);
  for (const text of rest) expect(text).toMatch(/real-2[^]*(林|Lin)/);
});

test('who is told to begin or to go on reads who has left, and where it begins standing still', async () => {
  const rules = { ...TODAY, plan: { id: 'software-incident', version: 1, hash } };
  const story = running({ drill: 'went-on', rules });
  const [usual] = await told(story, 'begins');
  story.settles();
  expect(usual).not.toMatch(/standing still|暂停|left the drill|已退出/);
  story.preempts([ENGINEER], 'real-1');
  story.settles();
  story.says(DIRECTOR, { type: 'setPace' });
  story.settles();
  const goesOn = await told(story, 'goesOn');
  expect(goesOn.length).toBeGreaterThan(1);
  for (const text of goesOn) expect(text).toMatch(/(left the drill: Zhao Lei|退出演练的人员：赵磊)/);

  const early = new Story({ drill: 'begins-still', rules });
  early.says(DIRECTOR, { type: 'submitScheme' });
  early.says(APPROVER, { type: 'approve' });
  early.settles();
  early.says(DIRECTOR, { type: 'start' });
  early.preempts([ENGINEER], 'real-1');
  early.settles();
  const mails = await told(early, 'begins');
  expect(mails.length).toBeGreaterThan(1);
  for (const text of mails) expect(text).toMatch(/begins standing still[^]*Zhao Lei|暂停状态[^]*赵磊/);
});

test('what is expected on an inject that somebody added is read by whoever runs or judges it, not by players', async () => {
  const story = begun('added');
  const expected = 'Pass it on to communication';
  story.says(CONTROLLER, {
    type: 'addInject',
    event: 'A journalist calls',
    expected,
    players: ['commander'],
    evaluator: 'engineer',
  });
  const effect = story.state.effects.find((one) => one.kind === 'tell' && one.template === 'inject') as Tell;
  expect(effect.to).toEqual(expect.arrayContaining([COMMANDER, DIRECTOR]));
  const mails = await told(story, 'inject');
  const whole = mails.filter((text) => text.includes(expected));
  expect(whole.length).toBeGreaterThan(0);
  expect(mails.filter((text) => !whole.includes(text))).toHaveLength(1);
  expect(whole.every((text) => /engineer|Judged by|评估人/.test(text))).toBe(true);
});

test('the incident of a drill that was given up while it could not be opened is not opened any more', async () => {
  const rules = { ...TODAY, plan: { id: 'software-incident', version: 1, hash } };
  const story = new Story({ drill: 'given-up', incidentId: 'given-up-incident', rules });
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
  const { drill, incidentId, roles, pace, openedAt, seq } = story.state;
  const asked = {
    drill,
    incidentId,
    roles,
    pace,
    openedAt,
    scenario: 'ransomware',
    simulated: [],
    at: story.at,
    upTo: seq,
  };
  await store.recordDrill({ drill, events: story.events });
  // Its incident cannot be opened: nothing answers.
  await expect(start(asked)).rejects.toThrow('nobody else is spoken to here');
  story.says(SAFETY, { type: 'stop' });
  await store.recordDrill({ drill, events: story.events });
  expect(await start(asked)).toEqual({});
});
