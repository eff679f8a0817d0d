import type { Decision, EventOf } from '../../src/domain/incident/index.js';
import { decide, evolve, isFinished, nextWake, restored, SYSTEM } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  COMMANDER,
  confirmed,
  COUNSEL,
  DEPUTY,
  draft,
  DRAFTER,
  on,
  publicationBasis,
  published,
  withdraw,
} from './publicationPlan.js';
import { confirmEnd, override, refusalOf, Story, told } from './story.js';

const correction = { kind: 'correction', corrects: 'p1' } as const;

/** One text is out, one waits, and the incident is closed; nothing is owed to it any more. */
function closed(report: { mode?: 'real' | 'drill' } = {}): Story {
  const story = confirmed('L2', report, publicationBasis());
  published(story, 'p1');
  story.says(DRAFTER, draft({ kind: 'update' }));
  story.says(COMMANDER, override);
  story.says(DEPUTY, confirmEnd);
  story.passes(48 * HOUR);
  story.delivers();
  story.says(COMMANDER, { type: 'close', despite: true, reason: 'done' });
  story.delivers();
  expect(story.state.phase).toBe('closed');
  expect(isFinished(story.state)).toBe(true);
  return story;
}

test('a text that is out is withdrawn after the close by whoever approves, and people are told', () => {
  const story = closed();
  expect(refusalOf(story.says(DRAFTER, withdraw()))?.code).toBe('not_authorised');
  const events = story.says(COMMANDER, withdraw());
  expect(told(events)).toHaveProperty('publicationWithdrawn');
  const asked = events.flatMap((e) => (e.type === 'effectRequested' && e.effect.kind === 'publish' ? [e.effect] : []));
  expect(asked).toMatchObject([{ publication: 'p1', withdrawn: true }]);
  story.delivers();
  expect(isFinished(story.state)).toBe(true);
  expect(story.state.phase).toBe('closed');
});

/** Otherwise over, after a text has been published. */
const OVER: [string, 'rejected' | 'merged', () => Story][] = [
  [
    'treated as real, and rejected',
    'rejected',
    () => {
      const basis = publicationBasis();
      basis.plan.verification.timeBox = [{ within: HOUR }];
      basis.plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
      const story = new Story({ facts: { usersAffected: 100 } }, basis);
      story.passes(2 * HOUR);
      expect(story.state.phase).toBe('responding');
      published(story, 'p1');
      story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a drill elsewhere' });
      return story;
    },
  ],
  [
    'merged into another',
    'merged',
    () => {
      const story = confirmed('L2', {}, publicationBasis());
      published(story, 'p1');
      story.says(COMMANDER, { type: 'merge', into: 'i-2', reason: 'the same outage' });
      return story;
    },
  ],
];

test.each(OVER)('what an incident published that was %s is corrected and withdrawn all the same', (_, phase, over) => {
  const story = over();
  story.delivers();
  story.delivers();
  expect(story.state.phase).toBe(phase);
  expect(isFinished(story.state)).toBe(true);
  expect(refusalOf(story.says(DRAFTER, draft()))?.code).toBe('only_corrections');
  expect(refusalOf(story.says(DRAFTER, { type: 'checkIn' }))?.code).toBe('incident_closed');
  story.says(DRAFTER, draft(correction));
  story.says(COUNSEL, on('check', 'p2'));
  story.says(COMMANDER, on('approve', 'p2'));
  expect(told(story.says(COMMANDER, withdraw()))).toHaveProperty('publicationWithdrawn');
  story.delivers();
  story.delivers();
  expect(story.state.publication.items).toMatchObject({ p1: { status: 'withdrawn' }, p2: { status: 'published' } });
  expect(story.state.phase).toBe(phase);
  expect(isFinished(story.state)).toBe(true);
});

test('it is corrected with legal check, approval and four eyes as before', () => {
  const story = closed();
  expect(told(story.says(DRAFTER, draft(correction)))).toEqual({ publicationToCheck: [COUNSEL] });
  expect(refusalOf(story.says(COMMANDER, on('approve', 'p3')))?.code).toBe('legal_check_required');
  expect(refusalOf(story.says(DRAFTER, on('check', 'p3')))?.code).toBe('not_authorised');
  story.says(DRAFTER, draft({ ...correction, publication: 'p3' }));
  story.says(COUNSEL, on('check', 'p3', 2));
  story.says(COMMANDER, on('approve', 'p3', 2));
  story.delivers();
  story.delivers();
  expect(story.state.publication.items['p3']).toMatchObject({ status: 'published', corrects: 'p1' });
  expect(isFinished(story.state)).toBe(true);
});

test('a correction that waits keeps no run and no reminder going', () => {
  const story = closed();
  story.says(DRAFTER, draft(correction));
  story.delivers();
  expect(nextWake(story.state)).toBeUndefined();
  expect(isFinished(story.state)).toBe(true);
  expect(story.passes(90 * DAY)).toEqual([]);
});

test('what waited at the close is withdrawn, and neither approved nor followed by another version', () => {
  const story = closed();
  expect(refusalOf(story.says(COUNSEL, on('check', 'p2')))?.code).toBe('only_corrections');
  expect(refusalOf(story.says(DRAFTER, draft({ kind: 'update', publication: 'p2' })))?.code).toBe('only_corrections');
  expect(refusalOf(story.says(DRAFTER, draft({ ...correction, publication: 'p2' })))?.code).toBe('only_corrections');
  expect(refusalOf(story.says(DRAFTER, withdraw('p2')))).toBeUndefined();
});

test.each<[string, Decision, string]>([
  ['a new text', draft(), 'only_corrections'],
  ['the decision to publish nothing more', { type: 'publication', action: 'waive', reason: 'x' }, 'only_corrections'],
  ['a correction that promises another one', draft({ ...correction, nextAt: Date.now() + DAY }), 'nothing_follows'],
  ['a correction of what is not out', draft({ kind: 'correction', corrects: 'p2' }), 'correction_of_what'],
  ['what is another room’s', { type: 'changeLevel', level: 'L1', reason: 'x' }, 'incident_closed'],
])('%s is refused after the close', (_, decision, code) => {
  expect(refusalOf(closed().says(COMMANDER, decision))?.code).toBe(code);
});

test('where nothing was ever drafted a closed incident takes nothing at all', () => {
  const story = confirmed();
  story.says(COMMANDER, override);
  story.says(DEPUTY, confirmEnd);
  story.passes(48 * HOUR);
  story.delivers();
  story.says(COMMANDER, { type: 'close', despite: true, reason: 'done' });
  expect(refusalOf(story.says(DRAFTER, draft(correction)))?.code).toBe('incident_closed');
});

test('in a drill nothing is asked of the public page', () => {
  const story = closed({ mode: 'drill' });
  story.says(DRAFTER, draft(correction));
  story.says(COUNSEL, on('check', 'p3'));
  story.says(COMMANDER, on('approve', 'p3'));
  story.says(COMMANDER, withdraw());
  const asked = story.events.filter((e) => e.type === 'effectRequested' && e.effect.kind === 'publish');
  expect(asked).toEqual([]);
});

test('whoever holds the posts by then acts, in command too, and nobody is called', () => {
  const story = closed();
  const { basis } = story.state;
  const holders = { ...basis.holders, commander: ['newcomer'], pressLead: ['other'] };
  const events = story.hears({
    ...{ type: 'peopleChanged', requestId: '', actor: SYSTEM, via: 'system', roster: 9, plan: basis.plan.hash },
    ...differenceOf(basis, { ...basis, holders }),
  });
  expect(events.map(({ type }) => type)).toEqual(['peopleChanged']);
  expect(refusalOf(story.says(COMMANDER, withdraw()))?.code).toBe('not_authorised');
  expect(refusalOf(story.says(DRAFTER, draft(correction)))?.code).toBe('not_authorised');
  story.says('other', draft(correction));
  story.says(COUNSEL, on('check', 'p3'));
  expect(refusalOf(story.says('newcomer', on('approve', 'p3')))).toBeUndefined();
});

test('a correction that the commander wrote waits for the deputy, and one that nobody else could approve is refused', () => {
  const story = closed();
  story.says(COMMANDER, draft(correction));
  expect(told(story.says(COUNSEL, on('check', 'p3')))).toEqual({ publicationToApprove: [DEPUTY] });
  expect(refusalOf(story.says(DEPUTY, on('approve', 'p3')))).toBeUndefined();
  const { basis } = story.state;
  const holders = { ...basis.holders, deputy: [] };
  story.hears({
    ...{ type: 'peopleChanged', requestId: '', actor: SYSTEM, via: 'system', roster: 9, plan: basis.plan.hash },
    ...differenceOf(basis, { ...basis, holders }),
  });
  expect(refusalOf(story.says(COMMANDER, draft(correction)))?.code).toBe('nobody_to_approve');
});

test('a correction whose facts moved before the close was told of then, and is drafted anew and approved after it', () => {
  const story = confirmed('L2', {}, publicationBasis());
  const users = { type: 'addFact', values: { usersAffected: 5_000 }, source: 'dba', confidence: 'confirmed' } as const;
  published(story, 'p1');
  story.says(DRAFTER, draft({ ...correction, facts: ['usersAffected'] }));
  expect(told(story.says(COMMANDER, users))).toMatchObject({ publicationFactsMoved: [DRAFTER, COUNSEL] });
  story.says(COMMANDER, override);
  story.says(DEPUTY, confirmEnd);
  story.passes(48 * HOUR);
  story.delivers();
  story.says(COMMANDER, { type: 'close', despite: true, reason: 'done' });
  story.delivers();
  expect(refusalOf(story.says(COUNSEL, on('check', 'p2')))?.code).toBe('facts_moved');
  expect(told(story.says(DRAFTER, draft({ ...correction, facts: ['usersAffected'], publication: 'p2' })))).toEqual({
    publicationToCheck: [COUNSEL],
  });
  story.delivers();
  expect(isFinished(story.state)).toBe(true);
  expect(nextWake(story.state)).toBeUndefined();
  story.says(COUNSEL, on('check', 'p2', 2));
  expect(refusalOf(story.says(COMMANDER, on('approve', 'p2', 2)))).toBeUndefined();
  expect(story.all('publicationFactsMoved')).toHaveLength(1);
});

test('a state that was kept takes the same message once, under its request id', () => {
  const story = closed();
  const { basis, ...kept } = structuredClone(story.state);
  const state = restored(basis, kept);
  const message = { ...withdraw(), requestId: 'once', actor: { kind: 'person', id: COMMANDER }, via: 'api' } as const;
  const events = decide(state, message, story.at);
  expect(events[0]?.type).toBe('publicationWithdrawn');
  expect(decide(events.reduce(evolve, state), message, story.at)).toEqual([]);
});

test('after personal data was destroyed, a correction asks for it to be destroyed again', () => {
  const story = closed();
  const erased: EventOf<'personalDataErased'> = {
    ...{ seq: story.state.seq + 1, at: story.at, actor: { kind: 'operator' }, via: 'api' },
    ...{ type: 'personalDataErased', erasure: 'e', scope: 'incident', texts: { reason: 'due' } },
    erased: { texts: [], messages: [], documents: [], evidence: [] },
  };
  const after = evolve(story.state, erased);
  expect(after.aftermath.erasedAt).toBe(story.at);
  story.state = after;
  story.says(COMMANDER, withdraw());
  expect(story.state.aftermath.erasedAt).toBeUndefined();
});
