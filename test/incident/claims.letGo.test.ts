import { pending } from '../../src/domain/incident/index.js';
import type { Contested, Effect, Message, SharedWith } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, Story, told, endsAnyhow } from './story.js';

type Claim = Extract<Effect, { kind: 'claim' }>;
type Release = Extract<Effect, { kind: 'releaseClaims' }>;
const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
const claims = (story: Story) => pending(story.state).filter((effect): effect is Claim => effect.kind === 'claim');
const releases = (story: Story) =>
  pending(story.state).filter((effect): effect is Release => effect.kind === 'releaseClaims');
const letGo = (story: Story) => releases(story).flatMap(({ people }) => people ?? 'all');
const heldElsewhere = (person: string, heldBy = 'i-2'): Contested => ({ person, heldBy, role: 'team' });

/** The ledger answers all that is open; only those of its answers that concern a claim. */
function answers(story: Story, contested: Contested[] = [], shared: SharedWith[] = []) {
  return claims(story).flatMap(({ id, people }) =>
    story.hears({
      ...head,
      type: 'claimed',
      effectId: id,
      contested: contested.filter(({ person }) => people.includes(person)),
      shared: shared.filter(({ person }) => people.includes(person)),
    }),
  );
}
const recheck: Message = { ...head, type: 'recheckClaims' };

/** Level 3 with he-zhe of the technical team in another incident as well. */
const contesting = (basis: Basis = BASIS) => {
  const story = new Story({}, basis);
  answers(story);
  story.says('lin-wei', confirmAt('L3'));
  answers(story, [heldElsewhere('he-zhe')]);
  return story;
};
const release = (...people: string[]) => ({ type: 'release', people, reason: 'not needed' }) as const;

describe('somebody who is contested is not waited for any more', () => {
  test('once they decline: the ledger lets go of them', () => {
    const story = contesting();
    story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: 'busy there' });
    expect(story.state.claims.contested).toEqual({});
    expect(letGo(story)).toEqual(['he-zhe']);
    expect(story.passes(60 * MINUTE).some(({ type }) => type === 'claimsReminded')).toBe(false);
  });

  test('once they are released, and so are the others who are', () => {
    const story = contesting();
    story.says('zhao-lei', release('he-zhe', 'sun-yu'));
    expect(story.state.claims.contested).toEqual({});
    expect(letGo(story).sort()).toEqual(['he-zhe', 'sun-yu']);
  });

  test('once their team is stood down', () => {
    const story = contesting();
    story.says('lin-wei', raiseTo('L1'));
    answers(story, [heldElsewhere('he-zhe'), heldElsewhere('gao-yang')]);
    expect(Object.keys(story.state.claims.contested)).toEqual(['he-zhe', 'gao-yang']);
    story.says('lin-wei', raiseTo('L3'));
    expect(Object.keys(story.state.claims.contested)).toEqual(['he-zhe']);
    expect(letGo(story)).toContain('gao-yang');
    expect(letGo(story)).not.toContain('he-zhe');
  });

  test('once another version of the plan does without their team', () => {
    const story = contesting();
    const next = nextVersion(({ plan }) => {
      plan.mobilisation = [{ team: 'liaison', levels: ['L3'] }];
    });
    story.says('lin-wei', { type: 'movePlan', basis: next, reason: 'better' });
    expect(story.state.claims.contested).toEqual({});
    expect(letGo(story)).toContain('he-zhe');
  });

  test.each<[string, (story: Story) => void]>([
    ['after a rejection', (story) => story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' })],
    [
      'after the end',
      (story) => {
        story.says('lin-wei', confirmAt('L3'));
        endsAnyhow(story);
      },
    ],
    [
      'after a merger',
      (story) => {
        story.says('lin-wei', { type: 'merge', into: 'i-5', reason: 'the same' });
        const id = Object.keys(story.state.effects.pending).find((key) => key.startsWith('m'))!;
        story.hears({ ...head, type: 'mergeAnswered', effectId: id });
      },
    ],
  ])('%s: everybody is let go, whoever commands as well', (_, end) => {
    const story = new Story();
    answers(story, [heldElsewhere('lin-wei')]);
    end(story);
    expect(story.state.claims).toEqual({ contested: {}, shared: {} });
    expect(letGo(story)).toContain('all');
  });

  test('each by themselves, when several go one after the other', () => {
    const story = contesting();
    story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: 'busy there' });
    story.says('sun-yu', { type: 'decline', person: 'sun-yu', reason: 'ill' });
    expect(letGo(story)).toEqual(['he-zhe', 'sun-yu']);
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    story.says('lin-wei', confirmEnd);
    expect(letGo(story)).toEqual(['he-zhe', 'sun-yu', 'all']);
  });

  test('with their team, which another category does not want', () => {
    const basis: Basis = structuredClone(BASIS);
    basis.plan.mobilisation = [{ team: 'tech', levels: ['L1', 'L2', 'L3'], categories: ['operation'] }];
    const story = new Story({}, basis);
    story.says('lin-wei', confirmAt('L3'));
    answers(story);
    story.says('lin-wei', { type: 'changeCategory', category: 'security', reason: 'somebody broke in' });
    expect(letGo(story)).toEqual(expect.arrayContaining(['sun-yu', 'qian-rong', 'he-zhe']));
  });

  test('nor asked for again, once they are left to the other incident', () => {
    const story = new Story();
    answers(story);
    story.says('lin-wei', confirmAt('L3'));
    answers(story, [heldElsewhere('he-zhe'), heldElsewhere('sun-yu')]);
    for (const person of ['he-zhe', 'sun-yu']) {
      story.says('lin-wei', { type: 'resolveClaim', person, decision: 'yield', reason: 'it burns more there' });
    }
    expect(letGo(story)).toEqual(['he-zhe', 'sun-yu']);
    story.hears(recheck);
    expect(claims(story).flatMap(({ people }) => people)).not.toContain('he-zhe');
  });
});

describe('somebody who is wanted twice', () => {
  const twice: Basis = structuredClone(BASIS);
  twice.plan.mobilisation = twice.plan.mobilisation.map((rule) => ({ ...rule, levels: ['L1', 'L2', 'L3'] }));
  twice.holders['pressLead'] = ['gao-yang', 'he-zhe'];

  test('stays contested when one of the teams releases them', () => {
    const story = contesting(twice);
    story.says('lin-wei', { ...release('he-zhe'), team: 'tech' });
    expect(Object.keys(story.state.claims.contested)).toEqual(['he-zhe']);
    expect(releases(story)).toEqual([]);
    story.says('lin-wei', { ...release('he-zhe'), team: 'publicity' });
    expect(story.state.claims.contested).toEqual({});
    expect(letGo(story)).toEqual(['he-zhe']);
  });
});

test('somebody whom two teams want stays contested when one of the teams is stood down', () => {
  const basis = structuredClone(BASIS);
  basis.holders['pressLead'] = ['gao-yang', 'he-zhe'];
  const story = contesting(basis);
  story.says('lin-wei', raiseTo('L1'));
  story.says('lin-wei', raiseTo('L2'));
  expect(Object.keys(story.state.claims.contested)).toEqual(['he-zhe']);
});

describe('the ledger is asked', () => {
  test('with the least weight until a level is decided', () => {
    expect(claims(new Story())).toMatchObject([{ rank: BASIS.plan.levels.length }]);
  });

  test('for people of teams, and not for a team of nobody', () => {
    const basis = structuredClone(BASIS);
    basis.holders['liaisonLead'] = [];
    basis.holders['liaisonMember'] = [];
    const story = new Story({}, basis);
    answers(story);
    story.says('lin-wei', confirmAt('L2'));
    expect(claims(story)).toMatchObject([{ role: 'team', target: 'team/tech' }]);
  });
});

describe('the ledger is asked again', () => {
  test('for command and for each team by itself, without those who are released', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    story.says('lin-wei', release('sun-yu'));
    story.says('wu-kun', { type: 'decline', person: 'wu-kun', reason: 'ill' });
    answers(story);
    story.hears(recheck);
    expect(claims(story).map(({ target, role, people }) => [target, role, people])).toEqual([
      ['post/commander', 'command', ['lin-wei']],
      ['team/tech', 'team', ['zhao-lei', 'qian-rong', 'he-zhe']],
      ['team/liaison', 'team', ['zhou-min', 'xu-na', 'ma-chao']],
    ]);
    expect(new Set(claims(story).map(({ id }) => id)).size).toBe(3);
  });

  test('not when the level changes and nobody is contested', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.says('lin-wei', raiseTo('L2'));
    expect(story.all('claimsRechecked')).toEqual([]);
  });

  test.each<[string, (story: Story) => void]>([
    [
      'in the aftermath',
      (story) => {
        story.says('lin-wei', confirmAt('L3'));
        answers(story);
        story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
        story.says('lin-wei', confirmEnd);
      },
    ],
    ['after a rejection', (story) => story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' })],
  ])('not %s', (_, end) => {
    const story = new Story();
    answers(story);
    end(story);
    story.hears(recheck);
    expect(claims(story)).toEqual([]);
  });

  test('and tells nobody what it has told before, but that somebody else holds them now', () => {
    const story = contesting();
    const again = (contested: Contested[], shared: SharedWith[] = []) => {
      story.hears(recheck);
      return told(answers(story, contested, shared));
    };
    expect(again([heldElsewhere('he-zhe')])).toEqual({});
    expect(again([heldElsewhere('he-zhe', 'i-7')])['claimContested']).toContain('he-zhe');
    expect(again([], [{ person: 'sun-yu', with: ['i-3'] }])['claimShared']).toContain('sun-yu');
    expect(again([], [{ person: 'sun-yu', with: ['i-3'] }])).toEqual({});
    expect(again([], [{ person: 'sun-yu', with: ['i-3', 'i-4'] }])['claimShared']).toContain('sun-yu');
  });
});

describe('an answer of the ledger', () => {
  test('about somebody who has declined meanwhile changes nothing', () => {
    const story = new Story();
    answers(story);
    story.says('lin-wei', confirmAt('L3'));
    story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: 'ill' });
    const events = answers(story, [heldElsewhere('he-zhe')], [{ person: 'he-zhe', with: ['i-3'] }]);
    expect(told(events)).toEqual({});
    expect(story.state.claims).toEqual({ contested: {}, shared: {} });
  });

  test('that comes twice is taken in once', () => {
    const story = contesting();
    expect(story.hears({ ...head, type: 'claimed', effectId: 'c1.1', contested: [], shared: [] })).toEqual([]);
  });

  test('that it has let go settles what was asked, once', () => {
    const story = contesting();
    story.says('zhao-lei', release('he-zhe'));
    const [{ id } = { id: '' }] = releases(story);
    const done: Message = { ...head, type: 'releasedClaims', effectId: id };
    expect(story.hears(done)).toMatchObject([{ type: 'claimsReleased', effectId: id }]);
    expect(releases(story)).toEqual([]);
    expect(story.hears(done)).toEqual([]);
  });
});

describe('a decision about somebody who is contested', () => {
  const resolve = (person: string, reason: string) =>
    ({ type: 'resolveClaim', person, decision: 'share', reason }) as const;

  test('keeps its reason and the authority by which it was taken', () => {
    const story = contesting();
    expect(refusalOf(story.says('zhao-lei', resolve('he-zhe', ' ')))).toMatchObject({ code: 'reason_required' });
    expect(story.says('zhao-lei', resolve('he-zhe', 'a day only'))[0]).toMatchObject({
      type: 'claimResolved',
      authority: 'techLead',
      texts: { reason: 'a day only' },
    });
  });

  test('about somebody else names those who are', () => {
    expect(refusalOf(contesting().says('zhao-lei', resolve('sun-yu', 'x')))).toMatchObject({
      found: { person: 'sun-yu' },
      needed: { people: ['he-zhe'] },
    });
  });
});

test('whoever commands is not left to another incident before command is handed over', () => {
  const story = new Story();
  answers(story, [heldElsewhere('lin-wei')]);
  const yielded = { type: 'resolveClaim', person: 'lin-wei', decision: 'yield', reason: 'x' } as const;
  expect(refusalOf(story.says('lin-wei', yielded))).toMatchObject({
    code: 'hand_over_first',
    found: { person: 'lin-wei' },
  });
});

describe('command that turns out to be elsewhere', () => {
  const commandsElsewhere = (person: string): Contested => ({ person, heldBy: 'i-2', role: 'command' });
  const basis = structuredClone(BASIS);
  basis.holders['commander'] = ['lin-wei', 'tan-si'];
  const inCommand = (story: Story) => story.state.command.posts['commander'];

  test('passes on until it comes to somebody who is free, and never back', () => {
    const story = new Story({}, basis);
    answers(story, [commandsElsewhere('lin-wei')]);
    answers(story, [commandsElsewhere('tan-si')]);
    expect(inCommand(story)).toBe('chen-jing');
    answers(story, [commandsElsewhere('chen-jing')]);
    expect(inCommand(story)).toBe('chen-jing');
    expect(Object.keys(story.state.claims.contested)).toEqual(['chen-jing']);
  });

  test('stays where the other incident wants its holder for a team only', () => {
    const story = new Story({}, basis);
    const events = answers(story, [heldElsewhere('lin-wei')]);
    expect(inCommand(story)).toBe('lin-wei');
    expect(events.map(({ type }) => type)).not.toContain('commandPassed');
    expect(story.state.command.engaged).toEqual([]);
  });
});
