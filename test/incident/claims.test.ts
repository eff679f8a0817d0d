import { pending } from '../../src/domain/incident/index.js';
import type { Contested, Effect, SharedWith } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { BASIS, confirmAt, MINUTE, propose, raiseTo, refusalOf, Story, told, endsAnyhow } from './story.js';

type Claim = Extract<Effect, { kind: 'claim' }>;
const claimsOf = (story: Story) => pending(story.state).filter((effect): effect is Claim => effect.kind === 'claim');
const released = (story: Story) =>
  pending(story.state).flatMap((effect) => (effect.kind === 'releaseClaims' ? [effect.people ?? 'all'] : []));

/** The ledger answers every claim that is open: these are held by `i-2`, these serve `i-3` as well. */
function ledger(story: Story, held: Record<string, Contested['role']> = {}, shared: string[] = []) {
  return claimsOf(story).flatMap((claim) => {
    const contested = claim.people
      .filter((person) => held[person] !== undefined)
      .map((person): Contested => ({ person, heldBy: 'i-2', role: held[person]! }));
    const both = claim.people
      .filter((person) => shared.includes(person))
      .map((person): SharedWith => ({ person, with: ['i-3'] }));
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    return story.hears({ ...head, type: 'claimed', effectId: claim.id, contested, shared: both });
  });
}
const responding = (level = 'L3', basis: Basis = BASIS) => {
  const story = new Story({}, basis);
  ledger(story);
  story.says('lin-wei', confirmAt(level));
  return story;
};
const resolve = (person: string, decision: 'share' | 'yield') =>
  ({ type: 'resolveClaim', person, decision, reason: 'it burns more there' }) as const;

describe('the ledger is asked', () => {
  test('for whoever commands, at the opening, and for the people of each team that is called', () => {
    const story = new Story();
    expect(claimsOf(story)).toMatchObject([{ role: 'command', target: 'post/commander', people: ['lin-wei'] }]);
    ledger(story);
    story.says('lin-wei', confirmAt('L2'));
    expect(claimsOf(story).map(({ target, rank }) => [target, rank])).toEqual([
      ['team/tech', 1],
      ['team/liaison', 1],
    ]);
  });

  test('beside the calls, which leave first', () => {
    expect(pending(responding().state).map(({ kind }) => kind)).toEqual(['notify', 'notify', 'claim']);
  });
});

describe('whoever hands over command', () => {
  test('is let go; where a team still wants them, they are held for it and no longer as the one who commands', () => {
    const basis = structuredClone(BASIS);
    basis.holders['engineer'] = [...(basis.holders['engineer'] ?? []), 'lin-wei'];
    for (const [wanted, expected] of [
      [BASIS, []],
      [basis, [{ role: 'team', target: 'team/tech', people: ['lin-wei'], stepsDown: true }]],
    ] as const) {
      const story = responding('L3', wanted);
      ledger(story);
      const brief = { situation: 'down', objectives: 'up' };
      story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
      story.says('chen-jing', { type: 'handOver', action: 'accept' });
      expect(claimsOf(story).filter(({ people }) => people.includes('lin-wei'))).toMatchObject(expected);
      expect(released(story)).toEqual(expected.length === 0 ? [['lin-wei']] : []);
    }
  });
});

describe('somebody whom another incident holds', () => {
  test('is told to the lead, to command and to the person, and called to mind until a person decides', () => {
    const story = responding();
    const events = ledger(story, { 'he-zhe': 'team' });
    expect(told(events)['claimContested']).toEqual(['lin-wei', 'chen-jing', 'zhao-lei', 'he-zhe']);
    expect(story.state.claims.contested).toEqual({ 'he-zhe': { heldBy: 'i-2', role: 'team' } });
    const later = told(story.passes(20 * MINUTE))['claimContested'];
    expect(later).toEqual(['lin-wei', 'chen-jing', 'zhao-lei', 'lin-wei', 'chen-jing', 'zhao-lei']);
  });

  test('serves both by decision: the ledger is told so', () => {
    const story = responding();
    ledger(story, { 'he-zhe': 'team' });
    story.says('zhao-lei', resolve('he-zhe', 'share'));
    expect(claimsOf(story)).toMatchObject([{ people: ['he-zhe'], target: 'team/tech', share: true }]);
    const events = ledger(story, {}, ['he-zhe']);
    expect(told(events)['claimShared']).toContain('he-zhe');
    expect(story.state.claims).toEqual({ contested: {}, shared: { 'he-zhe': ['i-3'] } });
    expect(told(story.passes(60 * MINUTE))['claimContested']).toBeUndefined();
  });

  test('is left to the other incident by decision: nobody waits for them any more', () => {
    const story = responding();
    ledger(story, { 'he-zhe': 'team' });
    story.says('lin-wei', resolve('he-zhe', 'yield'));
    expect(story.state.claims.contested).toEqual({});
    expect(released(story)).toEqual([['he-zhe']]);
  });

  test('and comes back after having been left to it, is contested again, never shared in silence', () => {
    const story = responding();
    ledger(story, { 'he-zhe': 'team' });
    story.says('lin-wei', resolve('he-zhe', 'yield'));
    story.delivers();
    expect(story.says('he-zhe', { type: 'arrive', person: 'he-zhe' })[0]).toMatchObject({ comes: 'back' });
    expect(claimsOf(story)).toMatchObject([{ role: 'team', target: 'team/tech', people: ['he-zhe'] }]);
    expect(claimsOf(story)[0]).not.toHaveProperty('share');
    const events = ledger(story, { 'he-zhe': 'team' });
    expect(told(events)['claimContested']).toEqual(['lin-wei', 'chen-jing', 'zhao-lei', 'he-zhe']);
    expect(story.state.claims.contested).toEqual({ 'he-zhe': { heldBy: 'i-2', role: 'team' } });
  });

  test('is granted when the other incident lets go', () => {
    const story = responding();
    ledger(story, { 'he-zhe': 'team' });
    story.hears({ type: 'recheckClaims', requestId: '', actor: { kind: 'system' }, via: 'system' });
    expect(
      claimsOf(story)
        .map(({ people }) => people)
        .flat(),
    ).toContain('he-zhe');
    const events = ledger(story);
    expect(told(events)['claimGranted']).toContain('he-zhe');
    expect(story.state.claims).toEqual({ contested: {}, shared: {} });
  });

  test('waits by the level of now', () => {
    const story = responding('L3');
    ledger(story, { 'he-zhe': 'team' });
    story.says('lin-wei', raiseTo('L1'));
    expect(claimsOf(story).find(({ people }) => people.includes('he-zhe'))).toMatchObject({ rank: 0 });
  });

  test('is told of no more after the end, also when the ledger answers late', () => {
    const story = responding();
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    const events = ledger(story, { 'lin-wei': 'command', 'he-zhe': 'team' });
    expect(story.state).toMatchObject({ phase: 'aftermath', claims: { contested: {} } });
    expect(told([...events, ...story.passes(60 * MINUTE)])['claimContested']).toBeUndefined();
  });

  test.each<[string, string, Parameters<Story['says']>[1], string]>([
    ['about somebody who is not contested', 'lin-wei', resolve('sun-yu', 'share'), 'not_contested'],
    ['by somebody without a say', 'sun-yu', resolve('he-zhe', 'share'), 'not_authorised'],
    ['without a reason', 'lin-wei', { ...resolve('he-zhe', 'share'), reason: '' }, 'reason_required'],
  ])('is not decided on %s', (_, who, decision, code) => {
    const story = responding();
    ledger(story, { 'he-zhe': 'team' });
    expect(refusalOf(story.says(who, decision))).toMatchObject({ code });
  });
});

describe('whoever commands', () => {
  const basis = (): Basis => ({ ...BASIS, holders: { ...BASIS.holders, commander: ['lin-wei', 'tan-si'] } });

  test('passes command on when it turns out at the opening that they command another incident', () => {
    const story = new Story({}, basis());
    const events = ledger(story, { 'lin-wei': 'command' });
    expect(events.find(({ type }) => type === 'commandPassed')).toMatchObject({
      from: 'lin-wei',
      to: 'tan-si',
      why: 'commandsElsewhere',
    });
    expect(claimsOf(story)).toMatchObject([{ people: ['tan-si'], role: 'command' }]);
    expect(released(story)).toEqual([['lin-wei']]);
    expect(story.state.claims.contested).toEqual({});
  });

  test('stays, as a conflict to be decided, where nobody else can command', () => {
    const copy = basis();
    copy.holders = { ...copy.holders, commander: ['lin-wei'], deputy: [] };
    const story = new Story({}, copy);
    ledger(story, { 'lin-wei': 'command' });
    expect(story.state.command.posts['commander']).toBe('lin-wei');
    expect(refusalOf(story.says('lin-wei', resolve('lin-wei', 'yield')))).toMatchObject({ code: 'hand_over_first' });
    story.says('lin-wei', resolve('lin-wei', 'share'));
    expect(claimsOf(story)).toMatchObject([{ people: ['lin-wei'], role: 'command', share: true }]);
  });

  test('stays contested after a handover while they belong to a team that is called', () => {
    const copy = basis();
    copy.holders = { ...copy.holders, engineer: ['lin-wei', 'he-zhe'] };
    const story = responding('L3', copy);
    ledger(story, { 'lin-wei': 'team' });
    const brief = { situation: 'as it is', objectives: 'fail over' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'tan-si', brief });
    story.says('tan-si', { type: 'handOver', action: 'accept' });
    expect(Object.keys(story.state.claims.contested)).toEqual(['lin-wei']);
    expect(told(story.passes(20 * MINUTE))['claimContested']).toContain('tan-si');
  });

  test('stays once a decision was taken: then a person decides', () => {
    const story = new Story({}, basis());
    story.says('lin-wei', confirmAt('L3'));
    ledger(story, { 'lin-wei': 'command' });
    expect(story.state.command.posts['commander']).toBe('lin-wei');
    expect(Object.keys(story.state.claims.contested)).toEqual(['lin-wei']);
  });
});

test('whoever comes uncalled is claimed as well', () => {
  const copy: Basis = structuredClone(BASIS);
  copy.people = { 'he-zhe': { away: [{ from: 0, until: Infinity }] } };
  const story = responding('L3', copy);
  ledger(story);
  story.says('he-zhe', { type: 'arrive', person: 'he-zhe' });
  expect(claimsOf(story)).toMatchObject([{ role: 'team', target: 'team/tech', people: ['he-zhe'] }]);
});

describe('people are let go', () => {
  test('of a team that is stood down, but for those whom another team has called', () => {
    const copy: Basis = structuredClone(BASIS);
    copy.holders['pressLead'] = ['gao-yang', 'he-zhe'];
    const story = responding('L1', copy);
    ledger(story);
    story.says('lin-wei', raiseTo('L2'));
    expect(released(story)).toEqual([['gao-yang']]);
  });

  test('of a team that is stood down while somebody else is contested', () => {
    const story = responding('L1');
    ledger(story, { 'he-zhe': 'team' });
    story.says('lin-wei', raiseTo('L2'));
    expect(released(story)).toEqual([['gao-yang']]);
    expect(claimsOf(story).flatMap(({ people }) => people)).not.toContain('gao-yang');
    expect(claimsOf(story).flatMap(({ people }) => people)).toContain('he-zhe');
  });

  test('when they decline, and are claimed again when they come after all', () => {
    const story = responding();
    ledger(story);
    for (const type of ['acknowledge', 'arrive'] as const) {
      story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: 'on a train' });
      expect(released(story)).toEqual([['he-zhe']]);
      story.delivers();
      story.says('he-zhe', { type, person: 'he-zhe' });
      expect(claimsOf(story)).toMatchObject([{ role: 'team', target: 'team/tech', people: ['he-zhe'] }]);
      ledger(story);
    }
    story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu' });
    story.says('sun-yu', { type: 'arrive', person: 'sun-yu' });
    expect(claimsOf(story)).toEqual([]);
  });

  test('when they are released, and are claimed again when they come back', () => {
    const story = responding();
    ledger(story);
    for (const type of ['acknowledge', 'arrive'] as const) {
      story.says('zhao-lei', { type: 'release', people: ['he-zhe'], reason: 'rest' });
      expect(released(story)).toEqual([['he-zhe']]);
      story.delivers();
      story.says('he-zhe', { type, person: 'he-zhe' });
      expect(claimsOf(story)).toMatchObject([{ role: 'team', target: 'team/tech', people: ['he-zhe'] }]);
      ledger(story);
    }
  });

  test.each<[string, (story: Story) => void]>([
    [
      'at the end',
      (story) => {
        endsAnyhow(story);
      },
    ],
    [
      'when it is merged',
      (story) => {
        story.says('lin-wei', { type: 'merge', into: 'i-5', reason: 'the same' });
        story.delivers();
      },
    ],
  ])('all of them %s', (_, end) => {
    const story = responding('L3');
    ledger(story, { 'he-zhe': 'team' });
    end(story);
    expect(story.state.claims).toEqual({ contested: {}, shared: {} });
    const all = story.all('effectRequested').map(({ effect }) => effect);
    expect(all.filter(({ kind }) => kind === 'releaseClaims')).toMatchObject([{ kind: 'releaseClaims' }]);
    expect(all.find(({ kind }) => kind === 'releaseClaims')).not.toHaveProperty('people');
  });
});
