import fc from 'fast-check';
import { fold } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { firstBasis } from '../../src/store/firstBasis.js';
import { given } from './any/steps.js';
import { tell } from './any/tell.js';
import { accept, arrives, callsOf, quorumOf } from './mobilisationStory.js';
import { countedBasis } from './quorumPlan.js';
import { confirmAt, endsAnyhow, refusalOf, Story } from './story.js';

const OPERATOR = { actor: { kind: 'operator' } } as const;
const takes = (...people: string[]) => ({ type: 'preempt', heldBy: 'real-1', people }) as const;

/** A drill in which the teams are called; everybody named takes part. */
function drill(basis = countedBasis()): Story {
  const story = new Story({ mode: 'drill' }, basis);
  story.says('lin-wei', confirmAt('L3'));
  return story;
}

function preempts(story: Story, ...people: string[]): IncidentEvent[] {
  return story.says('nobody', takes(...people), OPERATOR);
}

/** Everybody of whom these events say that they are asked for something, reminded, silent, or told. */
function named(events: IncidentEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) => {
      switch (event.type) {
        case 'called':
        case 'reminded':
        case 'silent':
          return event.calls.flatMap(({ people }) => people);
        case 'effectRequested':
          return event.effect.kind === 'notify' ? event.effect.recipients.map(({ person }) => person) : [];
        case 'checkInReminded':
        case 'commandAsked':
        case 'postFilled':
          return [event.person];
        case 'commandPassed':
          return [event.to];
        default:
          return [];
      }
    }),
  );
}

test('whom a real incident takes is off every call at once, and nobody reminds them or says that they are silent', () => {
  const story = drill();
  const events = preempts(story, 'sun-yu', 'he-zhe');
  expect(events.slice(0, 4)).toMatchObject([
    { type: 'preempted', heldBy: 'real-1', people: ['sun-yu', 'he-zhe'] },
    { type: 'takenOff', person: 'sun-yu', why: 'preempted' },
    { type: 'takenOff', person: 'he-zhe', why: 'preempted' },
    { type: 'effectRequested', effect: { kind: 'releaseClaims', people: ['sun-yu', 'he-zhe'] } },
  ]);
  const later = story.passes(3 * HOUR);
  expect(later.some(({ type }) => type === 'silent')).toBe(true);
  const about = [...named([...events, ...later])];
  for (const person of ['sun-yu', 'he-zhe']) expect(about).not.toContain(person);
});

test('they count for nobody any more, and others are called in their place, each once', () => {
  const story = drill();
  for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) accept(story, person);
  arrives(story, 'sun-yu');
  expect(quorumOf(story)?.status).toBe('reached');
  const before = callsOf(story).length;
  const events = preempts(story, 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun');
  expect(events.filter(({ type }) => type === 'quorumLost')).toHaveLength(1);
  expect(quorumOf(story)).toMatchObject({ status: 'open' });
  expect(callsOf(story).slice(before)).toMatchObject([
    { people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] },
  ]);
});

test('whoever had declined before cannot come back to the drill either', () => {
  const story = drill();
  story.says('sun-yu', { type: 'decline', person: 'sun-yu', reason: 'ill' });
  preempts(story, 'sun-yu');
  for (const type of ['acknowledge', 'arrive'] as const) {
    expect(refusalOf(story.says('sun-yu', { type, person: 'sun-yu' }))?.code).toBe('not_called');
  }
});

test('nobody is listed as outside who has left for a real incident', () => {
  const story = drill();
  const told = preempts(story, 'lin-wei');
  expect(told.some(({ type }) => type === 'commandPassed')).toBe(true);
  expect(told.filter(({ type }) => type === 'noticeWithheld')).toEqual([]);
});

test('a drill that is reopened does not claim its commander back from the real incident', () => {
  const basis = countedBasis();
  basis.plan.termination.watch = [{ levels: ['L3'], for: 3 * HOUR }];
  const story = drill(basis);
  endsAnyhow(story);
  const { commander, deputies } = basis.plan.command;
  const able = [commander, ...deputies].flatMap((post) => basis.holders[post] ?? []);
  preempts(story, ...new Set([...able, ...Object.values(story.state.command.posts)]));
  const inCommand = story.state.command.posts[commander]!;
  const events = story.says(inCommand, { type: 'reopen', reason: 'it is back' });
  expect(events.some(({ type }) => type === 'reopened')).toBe(true);
  const claimed = events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'claim' ? event.effect.people : [],
  );
  expect(claimed).not.toContain(inCommand);
});

test('told again it says nothing new, and of several only whoever is new to it', () => {
  const story = drill();
  const message = { ...takes('sun-yu'), ...OPERATOR, requestId: 'd-1/t9', via: 'temporal' } as const;
  expect(story.hears(message)).not.toEqual([]);
  expect(story.hears(message)).toEqual([]);
  expect(preempts(story, 'sun-yu')).toEqual([]);
  expect(preempts(story, 'sun-yu', 'he-zhe')).toMatchObject([{ type: 'preempted', people: ['he-zhe'] }, {}, {}]);
});

test('only who conducts a drill may say so, of a drill alone, and of one that is not over', () => {
  const real = new Story();
  expect(refusalOf(real.says('nobody', takes('sun-yu'), OPERATOR))?.code).toBe('not_a_drill');
  const story = drill();
  expect(refusalOf(story.says('lin-wei', takes('sun-yu')))?.code).toBe('operator_only');
  const rejected = new Story({ mode: 'drill' });
  rejected.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test alarm' });
  expect(refusalOf(rejected.says('nobody', takes('sun-yu'), OPERATOR))?.code).toBe('incident_closed');
});

test('command passes at once to the next who may, who is told, and the drill goes on under them', () => {
  const story = drill();
  const events = preempts(story, 'lin-wei');
  expect(events).toMatchObject([
    { type: 'preempted' },
    { type: 'commandPassed', from: 'lin-wei', to: 'chen-jing', why: 'preempted' },
    ...events.slice(2),
  ]);
  expect(named(events)).toContain('chen-jing');
  expect(story.state.command.posts['commander']).toBe('chen-jing');
  expect(refusalOf(story.says('lin-wei', { type: 'changeLevel', level: 'L2', reason: 'worse' }))?.code).toBe(
    'not_authorised',
  );
  expect(refusalOf(story.says('chen-jing', { type: 'changeLevel', level: 'L2', reason: 'worse' }))).toBeUndefined();
  expect([...named(story.passes(6 * HOUR))]).not.toContain('lin-wei');
});

test('before anybody has verified it, whoever takes over the post is asked to', () => {
  const story = new Story({ mode: 'drill', facts: { usersAffected: 5_000 } });
  preempts(story, 'lin-wei');
  const later = story.passes(2 * HOUR);
  expect([...named(later)]).not.toContain('lin-wei');
  expect([...named(later)]).toContain('chen-jing');
  expect(refusalOf(story.says('chen-jing', confirmAt('L3')))).toBeUndefined();
});

test('where nobody is left who may command nothing is asked of anybody who was taken, and whoever comes takes over', () => {
  const story = drill();
  const events = preempts(story, 'lin-wei', 'chen-jing');
  const later = story.passes(12 * HOUR);
  const told = [...named([...events, ...later])];
  for (const person of ['lin-wei', 'chen-jing']) expect(told).not.toContain(person);
  const { hash: plan } = story.state.basis.plan;
  const posts = [{ post: 'deputy', at: 0, removed: [], added: ['gao-yang'] }];
  const head = { requestId: '', actor: { kind: 'system' }, via: 'temporal' } as const;
  expect(story.hears({ ...head, type: 'peopleChanged', roster: 2, plan, posts, people: [] })).toContainEqual(
    expect.objectContaining({ type: 'commandPassed', to: 'gao-yang', why: 'preempted' }),
  );
});

test('an offer of command to whoever was taken lapses, and nobody waits for a deputy who was asked to take over', () => {
  const story = drill();
  const brief = { situation: 'one region is down', objectives: 'fail over' };
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  preempts(story, 'chen-jing');
  expect(story.state.command.offer).toBeUndefined();
  expect(story.passes(6 * HOUR).some(({ type }) => type === 'handoverReminded')).toBe(false);
});

test('what was on its way to them is not tried again', () => {
  const story = drill();
  const { effect } = Object.values(story.state.effects.pending).find(
    (one) => one.effect.kind === 'notify' && one.effect.template === 'call',
  )!;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  const people = effect.kind === 'notify' ? effect.recipients.map(({ person }) => person) : [];
  expect(people).toContain('sun-yu');
  const delayed = people.map((person) => ({ person, code: 'timeout' }));
  story.hears({ ...head, type: 'noticeAttempted', effectId: effect.id, accepted: [], unreachable: [], delayed });
  expect(preempts(story, 'sun-yu')).toContainEqual(
    expect.objectContaining({ type: 'noticeCancelled', people: ['sun-yu'], why: 'preempted' }),
  );
});

test('an answer that was still under way, and one that comes later, bring nobody back', () => {
  const story = drill();
  preempts(story, 'sun-yu');
  expect(refusalOf(accept(story, 'sun-yu'))?.code).toBe('not_called');
  expect(refusalOf(arrives(story, 'sun-yu'))?.code).toBe('not_called');
});

test('the roster does not bring them back, and another level does not call them', () => {
  const story = drill();
  preempts(story, 'sun-yu', 'zhou-min', 'gao-yang');
  const { hash: plan } = story.state.basis.plan;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'temporal' } as const;
  const posts = [{ post: 'engineer', at: 0, removed: [], added: ['sun-yu'] }];
  expect(story.hears({ ...head, type: 'peopleChanged', roster: 2, plan, posts, people: [] })).toEqual([]);
  const events = story.says('lin-wei', { type: 'changeLevel', level: 'L1', reason: 'worse' });
  expect(events.some(({ type }) => type === 'called' || type === 'levelChanged')).toBe(true);
  const told = [...named([...events, ...story.passes(MINUTE)])];
  for (const person of ['sun-yu', 'zhou-min', 'gao-yang']) expect(told).not.toContain(person);
});

test('what the incident was reported under is known as before', async () => {
  const basis = countedBasis();
  const story = drill(basis);
  preempts(story, 'sun-yu', 'wu-kun');
  preempts(story, 'lin-wei');
  expect(fold(basis, story.events)).toEqual(story.state);
  const store = {
    eventsOfTypes: async (_: string, types: readonly string[]) =>
      story.events.filter(({ type }) => types.includes(type)).map((event) => ({ event })),
    getPlan: async () => undefined,
  } as unknown as Parameters<typeof firstBasis>[0];
  expect((await firstBasis(store, story.state)).holders).toEqual(basis.holders);
});

test('whatever has happened before, nothing is asked of anybody who was taken, and nothing spins', () => {
  const share = fc.integer({ min: 1, max: 4 });
  let taken = 0;
  fc.assert(
    fc.property(given, share, (sequence, n) => {
      const story = tell(sequence);
      story.state = { ...story.state, report: { ...story.state.report, mode: 'drill' } };
      const { basis, mobilisation, command } = story.state;
      const all = [...new Set([...Object.values(basis.holders).flat(), ...Object.values(command.posts)])];
      const people = all.filter((_, i) => (i + n) % n === 0);
      const events = preempts(story, ...people);
      if (refusalOf(events) !== undefined) return;
      taken += Object.keys(mobilisation.bodies).length;
      const about = named([...events, ...story.passes(8 * HOUR), ...story.delivers(), ...story.passes(16 * HOUR)]);
      expect(people.filter((person) => about.has(person))).toEqual([]);
    }),
    { numRuns: 25, seed: 11 },
  );
  expect(taken).toBeGreaterThan(25);
});
