import { evolve, opinionDues, opinionSource, restored, trendOf } from '../../src/domain/incident/index.js';
import { decisionLog } from '../../src/domain/incident/decisionLog.js';
import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { splitTexts } from '../../src/seal/index.js';
import { nextVersion } from './nextVersion.js';
import {
  activated,
  ALERTS,
  ANALYST,
  endOpinion,
  entry,
  MONITOR,
  opinionBasis,
  recorded,
  reply,
} from './opinionPlan.js';
import { confirmAt, endsAnyhow, raiseTo, refusalOf, Story, told } from './story.js';

const LEAD = 'gao-yang';
const COMMANDER = 'lin-wei';
const IDS = ALERTS.map(({ id }) => id);

describe('an entry', () => {
  test('holds what was told and nothing else; its words stand under texts', () => {
    const story = activated();
    const event = recorded(
      story.says(ANALYST, entry({ volume: 300, usual: 200, sentiment: -1, claim: 'Down again', note: ' ' })),
    );
    const { seq: _, at, actor: __, via: ___, request: ____, ...body } = event;
    expect(body).toEqual({
      type: 'opinionRecorded',
      authority: 'analyst',
      entry: 'o1',
      observedAt: at,
      volume: 300,
      usual: 200,
      sentiment: -1,
      alerts: [],
      texts: { source: 'microblogs', claim: 'Down again' },
    });
    const bare = recorded(story.says(ANALYST, entry({ volume: 1 })));
    expect(bare).toMatchObject({ entry: 'o2', texts: { source: 'microblogs' } });
    expect(story.state.publicOpinion.raised).toEqual({});
  });

  test('says its source where that can be erased, and nowhere else', () => {
    const story = activated();
    const events = story.says('', entry({ volume: 500, usual: 100, source: 'weibo @liang-yue' }), MONITOR);
    expect(events.some(({ type }) => type === 'effectRequested')).toBe(true);
    for (const event of events) expect(JSON.stringify(splitTexts(event).bare)).not.toContain('weibo');
  });

  test('that an earlier release recorded has its source still', () => {
    const story = activated();
    const event = recorded(story.says(ANALYST, entry({ volume: 300, usual: 200 })));
    const { texts: _, ...bare } = event;
    const earlier = { ...bare, seq: story.state.seq + 1, entry: 'o2', source: 'hotline' } as const;
    expect(evolve(story.state, earlier).publicOpinion.latest.map(({ source }) => source)).toEqual([
      'microblogs',
      'hotline',
    ]);
    expect(opinionSource(earlier)).toBe('hotline');
  });

  test('is listed with all that it counts, and whether it is untrue', () => {
    const story = activated();
    const counted = { volume: 300, usual: 200, sentiment: -1, reach: 7_000, untrue: true } as const;
    story.says(ANALYST, entry({ ...counted, claim: 'All is lost' }));
    story.says(ANALYST, entry({ reach: 8_000 }));
    expect(story.state.publicOpinion.latest).toMatchObject([
      { entry: 'o1', ...counted },
      { entry: 'o2', reach: 8_000 },
    ]);
    expect(story.state.publicOpinion.latest[1]).not.toHaveProperty('untrue');
  });

  test('leaves ids and numbers in the state, the latest twenty of them', () => {
    const story = activated();
    for (let i = 1; i <= 300; i++) story.says(ANALYST, entry({ volume: i, usual: 1_000, claim: 'x'.repeat(2_000) }));
    const { count, latest, unanswered, quoted } = story.state.publicOpinion;
    expect([count, latest.length, unanswered.length, quoted]).toEqual([300, 20, 200, undefined]);
    expect(latest.at(-1)).toEqual({
      entry: 'o300',
      seq: story.events.findLast(({ type }) => type === 'opinionRecorded')!.seq,
      at: story.at,
      source: 'microblogs',
      observedAt: story.at,
      volume: 300,
      usual: 1_000,
    });
    expect(JSON.stringify(story.state.publicOpinion).length).toBeLessThan(8_000);
  });

  test.each([
    ['text_required', entry({ source: ' ', volume: 1 }), { found: { field: 'source' } }],
    ['opinion_empty', entry(), {}],
    ['opinion_empty', entry({ claim: ' ', usual: undefined as never }), {}],
    [
      'unknown_alert',
      entry({ volume: 1, alerts: ['press', 'x'] }),
      { found: { alerts: ['x'] }, needed: { alerts: IDS } },
    ],
    ['in_the_future', entry({ volume: 1, observedAt: Date.UTC(2030, 0) }), { found: { field: 'observedAt' } }],
  ])('is refused as %s', (code, decision, details) => {
    const story = activated();
    expect(refusalOf(story.says(ANALYST, decision))).toMatchObject({ code, ...details });
    expect(story.state.publicOpinion.count).toBe(0);
  });

  test('comes from the post that watches, its deputies, its lead, command and monitors', () => {
    const story = activated();
    for (const person of [ANALYST, 'wang-fang', LEAD, COMMANDER, 'chen-jing']) {
      expect(refusalOf(story.says(person, entry({ volume: 1 })))).toBeUndefined();
    }
    expect(recorded(story.says('', entry({ volume: 1 }), MONITOR))).not.toHaveProperty('authority');
    for (const person of ['zhao-lei', 'sun-yu', 'stranger']) {
      expect(refusalOf(story.says(person, entry({ volume: 1 })))?.code).toBe('not_authorised');
    }
    const operator = { actor: { kind: 'operator' } } as const;
    expect(refusalOf(story.says('', entry({ volume: 1 }), operator))?.code).toBe('not_authorised');
  });

  test('of a monitor judges nothing that only a person can', () => {
    const story = activated();
    for (const more of [{ untrue: true }, { alerts: ['press'] }]) {
      expect(refusalOf(story.says('', entry({ claim: 'x', ...more }), MONITOR))?.code).toBe('not_authorised');
    }
  });

  test('comes from the activation on, until the incident is over', () => {
    const story = new Story({}, opinionBasis());
    expect(refusalOf(story.says(COMMANDER, entry({ volume: 1 })))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'reported' },
      needed: { phases: ['responding', 'watching', 'aftermath'] },
    });
    story.says(COMMANDER, confirmAt('L2'));
    endsAnyhow(story);
    expect(refusalOf(story.says(ANALYST, entry({ volume: 1 })))).toBeUndefined();
  });

  test.each<[string, (plan: CompiledPlan) => unknown]>([
    ['no aftermath', (plan) => delete plan.aftermath],
    ['an aftermath without public opinion', (plan) => delete plan.aftermath!.publicOpinion],
  ])('is taken from command, and called no alert, under a plan that has %s', (_, change) => {
    const basis = opinionBasis();
    change(basis.plan);
    const story = activated('L2', basis);
    expect(refusalOf(story.says(ANALYST, entry({ volume: 1 })))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander', 'deputy'] },
    });
    expect(refusalOf(story.says(COMMANDER, entry({ volume: 1, alerts: ['press'] })))).toMatchObject({
      code: 'unknown_alert',
      needed: { alerts: [] },
    });
    expect(recorded(story.says(COMMANDER, entry({ volume: 90_000, usual: 1 }))).alerts).toEqual([]);
    expect(opinionDues(story.state)).toEqual([]);
  });
});

describe('alerts', () => {
  const met = (more: Parameters<typeof entry>[0], facts = {}) => {
    const story = new Story({ facts }, opinionBasis());
    story.says(COMMANDER, confirmAt('L2'));
    return recorded(story.says(ANALYST, entry(more))).alerts;
  };

  test.each([
    ['five times the usual', { volume: 500, usual: 100 }, ['jump']],
    ['less than five times', { volume: 499, usual: 100 }, []],
    ['nothing to compare with', { volume: 900 }, []],
    ['where nothing is usual, as if one were', { volume: 5, usual: 0 }, ['jump']],
    ['where nothing is usual, and little is said', { volume: 4, usual: 0 }, []],
    ['loud and negative', { volume: 1_000, sentiment: -1 }, ['loud']],
    ['loud and neutral', { volume: 1_000, sentiment: 0 }, []],
    ['loud, of a sentiment that nobody told', { volume: 1_000 }, []],
    ['seen by many', { reach: 50_000 }, ['wide']],
    ['seen by fewer', { reach: 49_999 }, []],
    ['untrue', { claim: 'All is lost', untrue: true }, ['untrue']],
    ['said not to be untrue', { claim: 'It is slow', untrue: false }, []],
    ['named by a person', { note: 'A letter came', alerts: ['press'] }, ['press']],
    ['named though its numbers do not say so', { volume: 10, usual: 10, alerts: ['jump'] }, ['jump']],
  ])('are met: %s', (_, more, alerts) => {
    expect(met(more)).toEqual(alerts);
  });

  test('with a condition are met by whatever is said while the facts meet it', () => {
    expect(met({ note: 'talk' }, { dataLost: true })).toEqual(['leak']);
    expect(met({ note: 'talk' }, { dataLost: false })).toEqual([]);
  });

  test('are told to the posts that they name, whoever watches, its lead and whoever commands', () => {
    const story = activated();
    const events = story.says(
      '',
      entry({ volume: 500, usual: 100, claim: 'Down', link: 'https://x.example' }),
      MONITOR,
    );
    expect(told(events)).toEqual({ opinionAlert: ['zhao-lei', ANALYST, LEAD, COMMANDER] });
    const [notice] = events.flatMap((one) => (one.type === 'effectRequested' ? [one.effect] : []));
    expect(notice).toMatchObject({
      facts: { level: 'L2', alerts: ['jump'], entry: 'o1', volume: 500, usual: 100 },
    });
    const pending = Object.values(story.state.effects.pending).find(({ effect }) => effect.id === notice?.id);
    expect(pending?.texts).toEqual({ source: 'microblogs', claim: 'Down', link: 'https://x.example' });
  });

  test('go to whoever stands in for somebody who is away, and not to whoever made the entry', () => {
    const basis = opinionBasis();
    const away = { away: [{ from: 0, until: Date.UTC(2100, 0) }] };
    basis.people = { 'gao-yang': away, 'zhao-lei': away };
    basis.plan.posts.find(({ id }) => id === 'pressLead')!.deputies = ['liaisonLead'];
    const story = activated('L2', basis);
    expect(told(story.says(ANALYST, entry({ volume: 500, usual: 100 })))).toEqual({
      opinionAlert: ['zhou-min', COMMANDER],
    });
  });

  const level = (story: Story, volume: number, source = 'microblogs') =>
    recorded(story.says('', entry({ volume, usual: 100, source }), MONITOR));

  test('are told once for each rise', () => {
    const story = activated();
    expect(level(story, 500).told).toEqual(['jump']);
    for (let i = 0; i < 10; i++) expect(level(story, 500 + i)).not.toHaveProperty('told');
    expect(level(story, 100)).toMatchObject({ alerts: [], sunk: ['jump'] });
    expect(level(story, 90)).not.toHaveProperty('sunk');
    story.passes(15 * MINUTE);
    expect(level(story, 600).told).toEqual(['jump']);
  });

  test('are told again when the volume has doubled since, however soon', () => {
    const story = activated();
    level(story, 500);
    expect(level(story, 999)).not.toHaveProperty('told');
    expect(level(story, 1_000).told).toEqual(['jump']);
    expect(level(story, 1_999)).not.toHaveProperty('told');
    expect(level(story, 2_000).told).toEqual(['jump']);
  });

  test('are told again when the reach has doubled', () => {
    const story = activated();
    story.says(ANALYST, entry({ reach: 50_000 }));
    expect(recorded(story.says(ANALYST, entry({ reach: 99_999 })))).not.toHaveProperty('told');
    expect(recorded(story.says(ANALYST, entry({ reach: 100_000 }))).told).toEqual(['wide']);
  });

  test('are told again after a day at the same height', () => {
    const story = activated();
    level(story, 500);
    story.passes(DAY - 1);
    expect(level(story, 500)).not.toHaveProperty('told');
    story.passes(1);
    expect(level(story, 500).told).toEqual(['jump']);
  });

  test('that go up and down are told of at most every quarter of an hour', () => {
    const story = activated();
    level(story, 500);
    level(story, 400);
    story.passes(15 * MINUTE - 1);
    expect(level(story, 500)).not.toHaveProperty('told');
    story.passes(1);
    expect(level(story, 500).told).toEqual(['jump']);
  });

  test('sink only by what their own source tells, and by what decides it', () => {
    const story = activated();
    level(story, 500);
    expect(level(story, 100, 'hotline')).not.toHaveProperty('sunk');
    expect(recorded(story.says('', entry({ sentiment: 1 }), MONITOR))).not.toHaveProperty('sunk');
    expect(level(story, 100).sunk).toEqual(['jump']);
  });

  test('do not sink by an entry that leaves out what they are held against', () => {
    const story = activated();
    const says = (more: Parameters<typeof entry>[0]) => recorded(story.says('', entry(more), MONITOR));
    expect(says({ volume: 1_000, usual: 100, sentiment: -1, reach: 50_000 }).told).toEqual(['jump', 'loud', 'wide']);
    // Neither what is usual, nor a sentiment, nor how many saw it.
    expect(says({ volume: 1_000 })).not.toHaveProperty('sunk');
    expect(says({ reach: 50_000, sentiment: -1, usual: 100 })).not.toHaveProperty('sunk');
    expect(says({ volume: 999, usual: 999, reach: 1 }).sunk).toEqual(['jump', 'loud', 'wide']);
  });

  test('that a person names again neither sink nor are told again', () => {
    const story = activated();
    const named = entry({ volume: 0, alerts: ['press'] });
    expect(recorded(story.says(ANALYST, named)).told).toEqual(['press']);
    const again = recorded(story.says(ANALYST, named));
    expect(again).toMatchObject({ alerts: ['press'] });
    expect(again).not.toHaveProperty('told');
    expect(again).not.toHaveProperty('sunk');
  });

  describe('that only a person can judge are told of anew', () => {
    const untrue = (source: string, claim?: string) =>
      entry({ source, untrue: true, ...(claim === undefined ? { volume: 5 } : { claim }) });
    const press = (source: string, claim?: string) =>
      entry({ source, volume: 5, alerts: ['press'], ...(claim === undefined ? {} : { claim }) });

    test.each([
      ['untrue', untrue],
      ['press', press],
    ] as const)('for another source and for another claim, each once: %s', (alert, says) => {
      const story = activated();
      const tells = (...of: [string, string?]) => recorded(story.says(ANALYST, says(...of))).told ?? [];
      expect(tells('weibo', 'All money is lost')).toEqual([alert]);
      expect(tells('weibo', ' All money is lost')).toEqual([]);
      expect(tells('weibo')).toEqual([]);
      expect(tells('weibo', 'The CEO is arrested')).toEqual([alert]);
      expect(tells('zhihu', 'The CEO is arrested')).toEqual([alert]);
      expect(tells('forum')).toEqual([alert]);
      for (const source of ['weibo', 'zhihu', 'forum']) expect(tells(source)).toEqual([]);
      expect(tells('zhihu', 'The CEO is arrested')).toEqual([]);
      expect(tells('weibo', 'All money is lost')).toEqual([]);
    });

    test('and after a rise that numbers told of, where a person names it for another source', () => {
      const story = activated();
      expect(level(story, 500).told).toEqual(['jump']);
      expect(level(story, 500, 'hotline')).not.toHaveProperty('told');
      const named = (source: string) => entry({ source, volume: 1, alerts: ['jump'] });
      expect(recorded(story.says(ANALYST, named('microblogs')))).not.toHaveProperty('told');
      expect(recorded(story.says(ANALYST, named('hotline'))).told).toEqual(['jump']);
    });

    test('as far as the latest claims are remembered, however many there are', () => {
      const story = activated();
      for (let i = 0; i < 100; i++) story.says(ANALYST, untrue('weibo', `claim ${i}`));
      expect(recorded(story.says(ANALYST, untrue('weibo', 'claim 99')))).not.toHaveProperty('told');
      expect(recorded(story.says(ANALYST, untrue('weibo')))).not.toHaveProperty('told');
      expect(story.state.publicOpinion.raised['untrue']!.heard).toHaveLength(30);
    });
  });

  test('that a person named sink when a person no longer names them, whatever the numbers say', () => {
    const story = activated();
    expect(recorded(story.says(ANALYST, entry({ note: 'trending', alerts: ['jump', 'press'] })))).toMatchObject({
      alerts: ['jump', 'press'],
      named: ['jump', 'press'],
      told: ['jump', 'press'],
    });
    expect(level(story, 100)).not.toHaveProperty('sunk');
    expect(recorded(story.says(ANALYST, entry({ note: 'calm' }))).sunk).toEqual(['jump', 'press']);
  });

  test('about what is untrue do not sink by what a monitor tells', () => {
    const story = activated();
    story.says(ANALYST, entry({ claim: 'x', untrue: true }));
    expect(recorded(story.says('', entry({ claim: 'y' }), MONITOR))).not.toHaveProperty('sunk');
    expect(recorded(story.says(ANALYST, entry({ claim: 'y' }))).sunk).toEqual(['untrue']);
  });

  test.each<[string, string[], (plan: CompiledPlan) => unknown]>([
    [
      'does not know them',
      ['jump'],
      ({ aftermath }) => (aftermath!.publicOpinion!.alerts = ALERTS.filter(({ id }) => id === 'jump')),
    ],
    ['says nothing of public opinion', [], ({ aftermath }) => delete aftermath!.publicOpinion],
    ['has no aftermath', [], (plan) => delete plan.aftermath],
  ])('are forgotten where another version of the plan %s', (_, left, change) => {
    const story = activated();
    story.says(ANALYST, entry({ volume: 500, usual: 100, alerts: ['press'] }));
    const to = nextVersion(({ plan, holders }) => {
      const { plan: with6, holders: held } = opinionBasis();
      Object.assign(plan, with6, { version: plan.version, hash: plan.hash });
      Object.assign(holders, held);
      change(plan);
    });
    expect(refusalOf(story.says(COMMANDER, { type: 'movePlan', basis: to, reason: 'clearer' }))).toBeUndefined();
    expect(Object.keys(story.state.publicOpinion.raised)).toEqual(left);
  });
});

describe('a reply', () => {
  test('is registered once, with when it went out', () => {
    const story = activated();
    story.says(ANALYST, entry({ claim: 'Down' }));
    story.says(ANALYST, entry({ claim: 'Down again' }));
    story.passes(HOUR);
    const repliedAt = story.at - 10 * MINUTE;
    const [event] = story.says(LEAD, reply('o1', { repliedAt }));
    expect(event).toMatchObject({ type: 'opinionReplied', entry: 'o1', repliedAt, authority: 'pressLead' });
    expect(event).toHaveProperty('texts', { reply: 'Your money is safe' });
    expect(story.state.publicOpinion).toMatchObject({ unanswered: [2], latest: [{ entry: 'o1', repliedAt }, {}] });
    expect(story.state.publicOpinion.latest[1]).not.toHaveProperty('repliedAt');
    expect(refusalOf(story.says(ANALYST, reply('o1')))).toMatchObject({
      code: 'no_such_opinion',
      found: { entry: 'o1' },
    });
  });

  test('is when it is registered, unless that is told', () => {
    const story = activated();
    story.says(ANALYST, entry({ claim: 'Down' }));
    story.passes(HOUR);
    expect(story.says(ANALYST, reply('o1'))[0]).toMatchObject({ repliedAt: story.at });
  });

  test('reaches entries that are not among the latest any more', () => {
    const story = activated();
    for (let i = 0; i < 60; i++) story.says(ANALYST, entry({ volume: i }));
    expect(story.says(ANALYST, reply('o1'))[0]).toMatchObject({ type: 'opinionReplied', entry: 'o1' });
  });

  test.each([
    ['no_such_opinion', reply('o2'), { entry: 'o2' }],
    ['no_such_opinion', reply('constructor'), { entry: 'constructor' }],
    ['text_required', reply('o1', { reply: ' ' }), { field: 'reply' }],
    ['in_the_future', reply('o1', { repliedAt: Date.UTC(2030, 0) }), { field: 'repliedAt' }],
  ])('is refused as %s', (code, decision, found) => {
    const story = activated();
    story.says(ANALYST, entry({ volume: 1 }));
    expect(refusalOf(story.says(ANALYST, decision))).toMatchObject({ code, found });
  });

  test('comes from those who may enter, and from no monitor', () => {
    const story = activated();
    story.says(ANALYST, entry({ volume: 1 }));
    expect(refusalOf(story.says('zhao-lei', reply('o1')))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('', reply('o1'), MONITOR))?.code).toBe('not_authorised');
  });
});

describe('the next entry', () => {
  const due = ({ state }: Story) => duesOf(state).filter(({ item }) => item === 'opinion');

  test('is due as often as the plan says for the level, from the activation and then from the last entry', () => {
    const story = new Story({}, opinionBasis());
    expect(due(story)).toEqual([]);
    story.says(COMMANDER, confirmAt('L2'));
    const from = story.at;
    expect(due(story)).toEqual([{ item: 'opinion', from, dueAt: from + 4 * HOUR, posts: ['analyst', 'duty'] }]);
    story.passes(5 * HOUR);
    expect(due(story)).toMatchObject([{ from, dueAt: from + 4 * HOUR }]);
    story.says('', entry({ volume: 1 }), MONITOR);
    expect(due(story)).toMatchObject([{ from: story.at, dueAt: story.at + 4 * HOUR }]);
  });

  test('is counted anew from the last entry at another level, and not due where the level wants none', () => {
    const story = activated('L3');
    expect(due(story)).toEqual([]);
    story.passes(HOUR);
    story.says(ANALYST, entry({ volume: 1 }));
    const from = story.at;
    story.passes(10 * MINUTE);
    story.says(COMMANDER, raiseTo('L1'));
    expect(due(story)).toMatchObject([{ from, dueAt: from + 30 * MINUTE }]);
  });

  test('is due after the end as well, until somebody ends it', () => {
    const story = activated();
    expect(refusalOf(story.says(COMMANDER, endOpinion))).toMatchObject({
      code: 'wrong_phase',
      needed: { phases: ['watching', 'aftermath'] },
    });
    endsAnyhow(story);
    expect(due(story)).toHaveLength(1);
    const events = story.says(COMMANDER, endOpinion);
    expect(events[0]).toMatchObject({
      type: 'opinionEnded',
      authority: 'commander',
      texts: { reason: 'nobody talks of it' },
    });
    expect(told(events)).toEqual({ opinionEnded: [ANALYST, LEAD] });
    expect(story.state.publicOpinion.ended).toEqual({
      at: story.at,
      by: { kind: 'person', id: COMMANDER },
      reason: 'nobody talks of it',
    });
    expect(due(story)).toEqual([]);
    expect(refusalOf(story.says(ANALYST, endOpinion))?.code).toBe('opinion_ended');
    // What is said is still entered, and still told.
    expect(recorded(story.says(ANALYST, entry({ volume: 500, usual: 100 }))).told).toEqual(['jump']);
    expect(due(story)).toEqual([]);
  });

  test('ends with a reason, by those who watch or command', () => {
    const story = activated();
    endsAnyhow(story);
    expect(refusalOf(story.says(ANALYST, { ...endOpinion, reason: ' ' } as typeof endOpinion))?.code).toBe(
      'reason_required',
    );
    expect(refusalOf(story.says('zhao-lei', endOpinion))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('', endOpinion, MONITOR))?.code).toBe('not_authorised');
  });

  test('is due again from a reopening, whatever was decided after the end', () => {
    const story = activated();
    endsAnyhow(story);
    story.says(COMMANDER, endOpinion);
    story.passes(HOUR);
    story.says(COMMANDER, { type: 'reopen', reason: 'again' });
    expect(due(story)).toMatchObject([{ from: story.at, dueAt: story.at + 4 * HOUR }]);
    expect(story.state.publicOpinion).not.toHaveProperty('ended');
  });

  test('is not due once the incident is closed', () => {
    const story = activated();
    endsAnyhow(story);
    story.passes(DAY);
    story.delivers();
    story.says(COMMANDER, { type: 'close', reason: 'done' });
    expect(story.state.phase).toBe('closed');
    expect(due(story)).toEqual([]);
  });
});

test('the end of the watch is a decision on the record; entries are none', () => {
  const story = activated();
  endsAnyhow(story);
  story.says(ANALYST, entry({ volume: 1 }));
  story.says(COMMANDER, endOpinion);
  const log = decisionLog(story.state.basis.plan, story.events).map(({ event }) => event.type);
  expect(log).toContain('opinionEnded');
  expect(log).not.toContain('opinionRecorded');
});

test('the trend compares what one source counts', () => {
  const story = activated();
  story.says(ANALYST, entry({ volume: 100, usual: 50, sentiment: 1 }));
  story.says(ANALYST, entry({ volume: 7, source: 'hotline', sentiment: -2 }));
  story.says(ANALYST, entry({ volume: 300, usual: 50 }));
  story.says(ANALYST, entry({ note: 'calm' }));
  expect(trendOf(story.state.publicOpinion.latest)).toEqual({
    volume: { source: 'microblogs', count: 300, usual: 50, before: 100 },
    sentiment: -2,
  });
  expect(trendOf([])).toEqual({});
  expect(trendOf(story.state.publicOpinion.latest.slice(0, 1))).toEqual({
    volume: { source: 'microblogs', count: 100, usual: 50 },
    sentiment: 1,
  });
});

test('what an earlier release kept goes on, and is watched from its next entry', () => {
  const story = activated();
  const { basis, publicOpinion: _, ...kept } = story.state;
  delete (kept.moved as Partial<typeof kept.moved>).publicOpinion;
  story.state = restored(basis, kept as typeof story.state);
  expect(opinionDues(story.state)).toEqual([]);
  story.says(ANALYST, entry({ volume: 1 }));
  expect(opinionDues(story.state)).toMatchObject([{ from: story.at }]);
});
