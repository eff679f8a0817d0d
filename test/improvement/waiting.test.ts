import { describe, expect, test } from '@jest/globals';
import { awaitedOf, readImprovementDecision } from '../../src/domain/improvement/index.js';
import type { ImprovementEvent } from '../../src/domain/improvement/index.js';
import { DAY } from '../../src/domain/time.js';
import { DUE, groundFor, START, Story } from './story.js';

const MONTH = 30 * DAY;
const inDraft = { plan: 'p', version: 2, hash: 'h', tookEffect: false };
const inForce = { ...inDraft, tookEffect: true };
const link = { type: 'link', plan: 'p', number: 2, version: inDraft } as const;
const handIn = { type: 'handIn', note: 'in the draft' } as const;
const took = { type: 'versionInForce', version: { plan: 'p', version: 2, hash: 'h2' } } as const;

/** Told of it at its start. */
function change(more: ConstructorParameters<typeof Story>[0] = {}): Story {
  const story = new Story({ planChange: true, kind: 'plan', reviewEvery: MONTH, ...more });
  story.tells();
  return story;
}

const pressedIn = (story: Story, events: ImprovementEvent[], from = START) =>
  events.flatMap((event) =>
    event.type === 'pressed' ? [[(event.at - from) / DAY, event.template, event.to.join(' ')]] : [],
  );

describe('a change of the plan that is reported as done', () => {
  test('without its version is the owner’s to link, and whoever could verify it is not asked', () => {
    const story = change();
    const [handedIn] = story.says('qian-rong', handIn);
    expect(handedIn?.type).toBe('handedIn');
    expect(story.state.telling).toMatchObject({ template: 'toLink', to: ['owner'] });
    expect(story.refused('sun-yu', { type: 'verify' })).toBe('link_required');
    expect(pressedIn(story, story.passes(9 * DAY))).toEqual([
      [3, 'toLink', 'owner'],
      [7, 'toLink', 'owner keeper command'],
      [8, 'toLink', 'owner keeper command'],
      [9, 'toLink', 'owner keeper command'],
    ]);
  });

  test('rests until its version takes effect; its owner and the keeper are reminded as often as the plan says', () => {
    const story = change();
    story.says('qian-rong', handIn);
    story.passes(2 * DAY);
    story.says('qian-rong', link);
    expect(story.refused('sun-yu', { type: 'verify', version: inDraft })).toBe('version_not_in_force');
    expect(pressedIn(story, story.passes(100 * DAY))).toEqual([
      [32, 'waiting', 'owner keeper'],
      [62, 'waiting', 'owner keeper'],
      [92, 'waiting', 'owner keeper'],
    ]);
  });

  test('linked before it is handed in asks nobody either', () => {
    const story = change();
    story.says('qian-rong', link);
    story.tells();
    story.says('qian-rong', handIn);
    expect(story.state.telling).toBeUndefined();
    expect(pressedIn(story, story.passes(40 * DAY))).toEqual([[30, 'waiting', 'owner keeper']]);
  });

  test('is to be verified from the moment at which its version takes effect', () => {
    const story = change();
    story.says('qian-rong', handIn);
    story.says('qian-rong', link);
    story.passes(50 * DAY);
    const at = story.at;
    expect(awaitedOf(story.state)).toEqual({ kind: 'version', key: 'version p 2', version: { plan: 'p', version: 2 } });
    expect(story.proves(took)).toMatchObject([{ type: 'versionInForce', version: { plan: 'p', version: 2 } }]);
    expect(story.state.telling).toMatchObject({ template: 'toVerify', to: ['verifier'] });
    expect(awaitedOf(story.state)).toBeUndefined();
    expect(story.proves(took)).toEqual([]);
    expect(pressedIn(story, story.passes(8 * DAY), at)).toEqual([
      [3, 'unverified', 'verifier'],
      [7, 'unverified', 'verifier command'],
      [8, 'unverified', 'verifier command'],
    ]);
    expect(story.refused('sun-yu', { type: 'verify', version: inForce })).toBeUndefined();
    expect(story.refolded()).toEqual(story.state);
  });

  test('whose version was there before it was handed in is to be verified at once', () => {
    const story = change();
    story.says('qian-rong', link);
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'version' });
    story.proves(took);
    expect(story.state.telling).toBeUndefined();
    story.says('qian-rong', handIn);
    expect(story.state.telling).toMatchObject({ template: 'toVerify' });
  });

  test('linked to another version waits for that one, and what is told of the first changes nothing', () => {
    const story = change();
    story.says('qian-rong', handIn);
    story.says('qian-rong', link);
    story.proves(took);
    story.says('qian-rong', { ...link, number: 3, version: { ...inDraft, version: 3 } });
    expect(story.proves(took)).toEqual([]);
    expect(awaitedOf(story.state)).toMatchObject({ version: { version: 3 } });
  });

  test('that a drill has to show rests as well while its version is not in force', () => {
    const origin = { kind: 'drill', drill: 'd-1', criterion: 'E-11' } as const;
    const story = change({ origin, verifiedBy: 'drill' });
    story.says('qian-rong', handIn);
    expect(story.state.telling).toMatchObject({ template: 'toLink', to: ['owner'] });
    story.says('qian-rong', link);
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'plan' });
    expect(pressedIn(story, story.passes(65 * DAY))).toEqual([
      [30, 'waiting', 'owner keeper'],
      [60, 'waiting', 'owner keeper'],
    ]);
    story.proves({ type: 'drillUnplannable', criterion: 'E-11', version: took.version });
    const at = story.state.doneAt!;
    expect(pressedIn(story, story.passes(2 * DAY), at).map(([, template]) => template)).toEqual([
      'unproven',
      'unproven',
    ]);
  });
});

describe('what an earlier release opened', () => {
  const earlier = () => {
    const story = new Story({ planChange: true, kind: 'plan' });
    story.tells();
    return story;
  };

  test('goes on as it did, so that its history replays', () => {
    const story = earlier();
    story.says('qian-rong', handIn);
    expect(story.state.telling).toMatchObject({ template: 'toVerify' });
    story.says('qian-rong', link);
    expect(awaitedOf(story.state)).toBeUndefined();
    expect(pressedIn(story, story.passes(7 * DAY)).map(([, template]) => template)).toEqual([
      'unverified',
      'unverified',
    ]);
  });

  test('rests from when somebody hands in or links with this one', () => {
    const story = earlier();
    story.says('qian-rong', handIn);
    story.reviewEvery = MONTH;
    story.says('qian-rong', link);
    expect(awaitedOf(story.state)).toMatchObject({ kind: 'version' });
    expect(pressedIn(story, story.passes(40 * DAY))).toEqual([[30, 'waiting', 'owner keeper']]);
  });
});

describe('as often as the plan says', () => {
  test('whoever keeps improvements looks at one that is open, until it is due', () => {
    const story = new Story({ reviewEvery: 10 * DAY, dueAt: START + 35 * DAY });
    expect(pressedIn(story, story.passes(36 * DAY))).toEqual([
      [10, 'review', 'keeper'],
      [20, 'review', 'keeper'],
      [28, 'near', 'owner'],
      [30, 'review', 'keeper'],
      [34, 'near', 'owner'],
      [35, 'due', 'owner'],
      [36, 'overdue', 'owner keeper'],
    ]);
  });

  test('never more than daily, and not once it is with whoever verifies it', () => {
    const story = new Story({ reviewEvery: 1, dueAt: DUE });
    expect(story.passes(3 * DAY)).toHaveLength(3);
    story.says('qian-rong', { type: 'handIn', note: 'done' });
    expect(pressedIn(story, story.passes(4 * DAY), story.state.doneAt).map(([, template]) => template)).toEqual([
      'unverified',
    ]);
  });

  test('a review that an outage swallowed does not swallow the reminder of the owner', () => {
    const story = new Story({ reviewEvery: 10 * DAY, dueAt: START + 35 * DAY });
    story.tells();
    story.at = START + 29 * DAY;
    const [event] = story.passes(0);
    expect(event).toMatchObject({ template: 'near', to: ['owner'] });
  });

  test('is read from what comes over the wire', () => {
    const head = { requestId: 'r', actor: { kind: 'person', id: 'sun-yu' }, via: 'api', ground: groundFor('sun-yu') };
    const read = (reviewEvery: unknown) => readImprovementDecision({ ...head, ...handIn, reviewEvery });
    expect(read(MONTH)).toMatchObject({ reviewEvery: MONTH });
    expect(read('monthly')).toMatchObject({ field: 'reviewEvery' });
  });
});
