import type { Decision } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { confirmAt, MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';

const ALL = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const confirm = (...criteria: string[]): Decision => ({ type: 'criterion', action: 'confirm', criteria });
const withdraw = (...criteria: string[]): Decision => ({
  type: 'criterion',
  action: 'withdraw',
  criteria,
  reason: 'it is back',
});
const ask: Decision = { type: 'terminate', action: 'ask' };

/** Each criterion has a post of its own: the tech lead, the deputy, liaison with the press as its deputy. */
function responding(change: (basis: Basis) => void = () => undefined): Story {
  const plan = samplePlan();
  plan.termination.criteria = [
    { id: 'serviceRestored', confirmedBy: 'techLead' },
    { id: 'causeControlled', confirmedBy: 'deputy' },
    { id: 'noFurtherHarm', confirmedBy: 'liaisonLead' },
  ];
  plan.posts = plan.posts.map((post) => (post.id === 'liaisonLead' ? { ...post, deputies: ['pressLead'] } : post));
  const basis: Basis = { plan, holders: sampleHolders() };
  change(basis);
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt('L2'));
  return story;
}

const AWAY = { away: [{ from: START - MINUTE, until: START + 1_000 * MINUTE }] };

describe('a criterion is met', () => {
  test('on the word of a holder of the post that the plan names, of nobody else', () => {
    const story = responding();
    expect(refusalOf(story.says('lin-wei', confirm('serviceRestored')))).toMatchObject({
      code: 'criteria_of_others',
      found: { criteria: ['serviceRestored'] },
      needed: { posts: ['techLead'] },
    });
    const [event] = story.says('zhao-lei', confirm('serviceRestored'));
    expect(event).toMatchObject({ type: 'criteriaConfirmed', authority: 'techLead', criteria: ['serviceRestored'] });
    expect(story.state.termination.confirmed).toEqual({
      serviceRestored: { by: { kind: 'person', id: 'zhao-lei' }, at: story.at },
    });
  });

  test('on the word of its deputies while nobody of the post is there, and of command while they are not either', () => {
    const noLiaison = responding((basis) => void (basis.people = { 'zhou-min': AWAY }));
    expect(refusalOf(noLiaison.says('lin-wei', confirm('noFurtherHarm')))).toMatchObject({
      needed: { posts: ['pressLead'] },
    });
    expect(refusalOf(noLiaison.says('gao-yang', confirm('noFurtherHarm')))).toBeUndefined();
    const nobody = responding((basis) => void (basis.people = { 'zhou-min': AWAY, 'gao-yang': AWAY }));
    expect(refusalOf(nobody.says('lin-wei', confirm('noFurtherHarm')))).toBeUndefined();
  });

  test('where the plan names nobody, on the word of whoever may propose the end', () => {
    const story = responding(({ plan }) => void (plan.termination.criteria = [{ id: 'serviceRestored' }]));
    expect(refusalOf(story.says('lin-wei', confirm('serviceRestored')))?.code).toBe('criteria_of_others');
    expect(refusalOf(story.says('chen-jing', confirm('serviceRestored')))).toBeUndefined();
  });

  test('until it is taken back: by whoever confirmed it, whoever may, or command; with a reason', () => {
    const story = responding();
    story.says('zhao-lei', confirm('serviceRestored'));
    expect(refusalOf(story.says('zhou-min', withdraw('serviceRestored')))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('zhao-lei', { ...withdraw('serviceRestored'), reason: ' ' } as Decision))?.code).toBe(
      'reason_required',
    );
    const events = story.says('chen-jing', withdraw('serviceRestored'));
    expect(told(events)).toEqual({ criteriaWithdrawn: ['lin-wei'] });
    expect(story.state.termination.confirmed).toBeUndefined();
    expect(refusalOf(story.says('chen-jing', withdraw('serviceRestored')))).toMatchObject({
      code: 'criteria_stand',
      found: { status: 'open' },
    });
  });

  test('once: what is confirmed stays on the first word', () => {
    const story = responding();
    story.says('zhao-lei', confirm('serviceRestored'));
    expect(refusalOf(story.says('zhao-lei', confirm('serviceRestored')))).toMatchObject({
      code: 'criteria_stand',
      found: { status: 'confirmed' },
    });
    expect(refusalOf(story.says('zhao-lei', confirm('nope')))?.code).toBe('unknown_criteria');
  });

  test('until the level changes: who confirmed it is told', () => {
    const story = responding();
    story.says('zhao-lei', confirm('serviceRestored'));
    story.says('chen-jing', confirm('causeControlled'));
    const events = story.says('lin-wei', raiseTo('L1'));
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'criteriaLapsed',
        why: 'levelChanged',
        tell: [
          { person: 'zhao-lei', criteria: ['serviceRestored'] },
          { person: 'chen-jing', criteria: ['causeControlled'] },
        ],
      }),
    );
    expect(told(events).criteriaLapsed).toEqual(['zhao-lei', 'chen-jing']);
    expect(story.state.termination.confirmed).toBeUndefined();
  });

  test('only while the response runs', () => {
    const story = new Story();
    expect(refusalOf(story.says('zhao-lei', confirm('serviceRestored')))?.code).toBe('wrong_phase');
  });
});

describe('with a proposal', () => {
  test('the proposer confirms what is theirs to confirm, and is told who must confirm the rest', () => {
    const story = responding();
    expect(refusalOf(story.says('chen-jing', propose(ALL)))).toMatchObject({
      code: 'criteria_of_others',
      found: { criteria: ['serviceRestored', 'noFurtherHarm'] },
      needed: { posts: ['techLead', 'liaisonLead'] },
    });
    expect(refusalOf(story.says('chen-jing', propose(['causeControlled'])))).toMatchObject({ code: 'end_not_reached' });
    expect(story.state.termination).toEqual({});
    story.says('zhao-lei', confirm('serviceRestored'));
    story.says('zhou-min', confirm('noFurtherHarm'));
    const events = story.says('chen-jing', propose(ALL));
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(['criteriaConfirmed', 'terminationProposed']);
    expect(events[0]).toMatchObject({ criteria: ['causeControlled'], authority: 'deputy' });
    expect(events[1]).toMatchObject({ criteria: ALL });
  });
});

describe('asking for what is open', () => {
  test('tells each person what waits for their word', () => {
    const story = responding((basis) => void (basis.people = { 'zhou-min': AWAY }));
    story.says('zhao-lei', confirm('serviceRestored'));
    const events = story.says('zhao-lei', ask);
    expect(events[0]).toMatchObject({
      type: 'criteriaAsked',
      tell: [
        { person: 'chen-jing', criteria: ['causeControlled'] },
        { person: 'gao-yang', criteria: ['noFurtherHarm'] },
      ],
    });
    expect(told(events)).toEqual({ criteriaAsked: ['chen-jing', 'gao-yang'] });
  });

  test('is refused to whoever may not propose, and where nothing is open', () => {
    const story = responding();
    expect(refusalOf(story.says('zhou-min', ask))?.code).toBe('not_authorised');
    story.says('zhao-lei', confirm('serviceRestored'));
    story.says('chen-jing', confirm('causeControlled'));
    story.says('zhou-min', confirm('noFurtherHarm'));
    expect(refusalOf(story.says('zhao-lei', ask))?.code).toBe('criteria_stand');
  });
});
