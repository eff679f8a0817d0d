import { openItemFrom, openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf } from '../../src/domain/incident/index.js';
import type { OpenItem } from '../../src/domain/incident/room.js';
import { againstTheEnd, openItemKey } from '../../src/domain/incident/stillOpen.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { confirmAt, confirmEnd, MINUTE, override, propose, refusalOf, START, Story } from './story.js';

const ALL = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const confirm = (...criteria: string[]): Decision => ({ type: 'criterion', action: 'confirm', criteria });
const takeBack = (criteria: string[], reason = 'it is back'): Decision => ({
  type: 'criterion',
  action: 'withdraw',
  criteria,
  reason,
});
const ask: Decision = { type: 'terminate', action: 'ask' };
const withdraw: Decision = { type: 'terminate', action: 'withdraw', reason: 'not yet' };
const blank = (decision: Decision): Decision => ({ ...decision, reason: ' ' }) as Decision;
const without = ({ reason: _, ...decision }: Decision & { reason?: string }): Decision => decision as Decision;

function responding(change: (basis: Basis) => void = () => undefined): Story {
  const basis: Basis = { plan: samplePlan(), holders: sampleHolders() };
  change(basis);
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt('L2'));
  return story;
}

type Refused = Pick<EventOf<'refused'>, 'code'> & Partial<Pick<EventOf<'refused'>, 'found' | 'needed'>>;

/** What is said is refused, for this reason and with nothing else beside it. */
function expectRefusal(
  story: Story,
  person: string,
  decision: Decision,
  { code, found = {}, needed = {} }: Refused,
): void {
  const [refused, ...more] = story.copy().says(person, decision);
  expect(refused).toMatchObject({ type: 'refused', code });
  expect(refused).toHaveProperty('found', found);
  expect(refused).toHaveProperty('needed', needed);
  expect(more).toEqual([]);
}

describe('the end is refused', () => {
  test('while the response does not run', () => {
    const story = new Story();
    for (const decision of [ask, propose(ALL), override, confirmEnd, withdraw]) {
      expectRefusal(story, 'zhao-lei', decision, {
        code: 'wrong_phase',
        found: { phase: 'reported' },
        needed: { phases: ['responding'] },
      });
    }
  });

  test('to whoever may not, before what else is wrong', () => {
    const story = responding();
    const posts = ['techLead', 'deputy'];
    const notTheirs: Refused = { code: 'not_authorised', found: { posts: ['liaisonLead'] } };
    for (const decision of [without(propose(['nope'])), blank(propose(ALL)), without(withdraw), blank(withdraw)]) {
      expectRefusal(story, 'zhou-min', decision, { ...notTheirs, needed: { posts } });
    }
    expectRefusal(story, 'zhou-min', without(override), { ...notTheirs, needed: { posts: ['commander'] } });
    expectRefusal(story, 'zhou-min', confirmEnd, { ...notTheirs, needed: { posts: ['commander', 'deputy'] } });
    story.says('zhao-lei', confirm(...ALL));
    expectRefusal(story, 'zhou-min', ask, { ...notTheirs, needed: { posts } });
  });

  test('without a reason, whoever proposes or takes back what was proposed', () => {
    const story = responding();
    for (const decision of [without(override), blank(override)]) {
      expectRefusal(story, 'lin-wei', decision, { code: 'reason_required' });
    }
    for (const decision of [without(propose(ALL)), blank(propose(ALL))]) {
      expectRefusal(story, 'zhao-lei', decision, { code: 'reason_required' });
    }
    story.says('zhao-lei', propose(ALL));
    for (const decision of [without(withdraw), blank(withdraw)]) {
      expectRefusal(story, 'zhao-lei', decision, { code: 'reason_required' });
    }
  });

  test('with criteria that the plan does not have, each named once', () => {
    const unknown: Refused = { code: 'unknown_criteria', found: { criteria: ['nope'] }, needed: { criteria: ALL } };
    const story = responding();
    expectRefusal(story, 'zhao-lei', propose(['nope', 'serviceRestored', 'nope']), unknown);
    expectRefusal(story, 'zhao-lei', confirm('nope'), unknown);
    expectRefusal(story, 'zhao-lei', takeBack(['nope']), unknown);
  });

  test('where nothing is proposed, or it is proposed already', () => {
    const story = responding();
    expectRefusal(story, 'lin-wei', confirmEnd, { code: 'nothing_proposed' });
    expectRefusal(story, 'zhao-lei', withdraw, { code: 'nothing_proposed' });
    story.says('zhao-lei', propose(ALL));
    const already: Refused = { code: 'already_proposed', found: { by: 'person:zhao-lei' } };
    expectRefusal(story, 'chen-jing', propose(ALL), already);
    expectRefusal(story, 'zhao-lei', without(propose(ALL)), already);
  });

  test('to the proposer as the second person', () => {
    const story = responding();
    story.says('chen-jing', propose(ALL));
    expectRefusal(story, 'chen-jing', confirmEnd, {
      code: 'second_person_required',
      found: { proposedBy: 'person:chen-jing' },
    });
  });

  test('to be asked for where every criterion of the level is met', () => {
    const story = responding();
    story.says('zhao-lei', confirm(...ALL));
    expectRefusal(story, 'zhao-lei', ask, { code: 'criteria_stand', found: { criteria: ALL, status: 'confirmed' } });
  });

  test('to whoever may neither propose it nor did, where an override is to be taken back', () => {
    const story = responding();
    story.says('lin-wei', override);
    expectRefusal(story, 'zhou-min', withdraw, {
      code: 'not_authorised',
      found: { posts: ['liaisonLead'] },
      needed: { posts: ['techLead', 'deputy', 'commander'] },
    });
  });
});

describe('on record stands', () => {
  test('why it was proposed; what was confirmed before is not confirmed anew', () => {
    const story = responding();
    story.says('zhao-lei', confirm(...ALL));
    const [proposed] = story.says('zhao-lei', { type: 'terminate', action: 'propose', reason: 'over' });
    expect(proposed).toMatchObject({ type: 'terminationProposed', criteria: ALL, texts: { reason: 'over' } });
    expect(story.state.termination.proposed).toMatchObject({ reason: 'over' });
  });

  test('why it is to end all the same', () => {
    const story = responding();
    const [proposed] = story.says('lin-wei', override);
    expect(proposed).toMatchObject({ type: 'terminationProposed', texts: { reason: 'it must be' } });
    expect(story.state.termination.proposed).toMatchObject({ reason: 'it must be' });
  });

  test('why the proposal was taken back', () => {
    const story = responding();
    story.says('zhao-lei', propose(ALL));
    const [withdrawn] = story.says('chen-jing', withdraw);
    expect(withdrawn).toMatchObject({
      type: 'terminationWithdrawn',
      authority: 'deputy',
      texts: { reason: 'not yet' },
    });
  });

  test('why a criterion is met no more, and the mail says so', () => {
    const story = responding();
    story.says('zhao-lei', confirm('serviceRestored'));
    const [withdrawn] = story.says('chen-jing', takeBack(['serviceRestored']));
    expect(withdrawn).toMatchObject({ type: 'criteriaWithdrawn', texts: { reason: 'it is back' } });
    const mails = Object.values(story.state.effects.pending).flatMap(({ effect, reason }) =>
      effect.kind === 'notify' && effect.template === 'criteriaWithdrawn' ? [reason] : [],
    );
    expect(mails).toEqual(['it is back']);
  });
});

describe('the word on a criterion', () => {
  const until = (minutes: number) => ({ away: [{ from: START - MINUTE, until: START + minutes * MINUTE }] });
  const forLiaison = ({ plan }: Basis, deputies: string[]) => {
    plan.termination.criteria = [{ id: 'noFurtherHarm', confirmedBy: 'liaisonLead' }, { id: 'serviceRestored' }];
    plan.posts = plan.posts.map((post) => (post.id === 'liaisonLead' ? { ...post, deputies } : post));
  };

  test('is not command’s as long as one of several deputies is there', () => {
    const story = responding((basis) => {
      forLiaison(basis, ['liaisonMember', 'pressLead']);
      basis.people = { 'zhou-min': until(60), 'gao-yang': until(60) };
    });
    expectRefusal(story, 'lin-wei', confirm('noFurtherHarm'), {
      code: 'criteria_of_others',
      found: { criteria: ['noFurtherHarm'] },
      needed: { posts: ['liaisonMember'] },
    });
    expect(story.says('xu-na', confirm('noFurtherHarm'))[0]).toMatchObject({ authority: 'liaisonMember' });
  });

  test('is asked of whoever of the post is there', () => {
    const story = responding((basis) => {
      basis.plan.termination.criteria = [{ id: 'noFurtherHarm', confirmedBy: 'liaisonMember' }];
      basis.people = { 'xu-na': until(60) };
    });
    expect(story.says('zhao-lei', ask)[0]).toMatchObject({
      tell: [{ person: 'ma-chao', criteria: ['noFurtherHarm'] }],
    });
  });

  test('is taken back by whoever gave it, although it is not theirs to give any more; only their own', () => {
    const story = responding((basis) => {
      forLiaison(basis, ['pressLead']);
      basis.people = { 'zhou-min': until(10) };
    });
    story.says('gao-yang', confirm('noFurtherHarm'));
    story.says('zhao-lei', confirm('serviceRestored'));
    story.passes(10 * MINUTE);
    expect(refusalOf(story.copy().says('gao-yang', confirm('noFurtherHarm')))?.code).toBe('criteria_of_others');
    for (const person of ['gao-yang', 'zhao-lei']) {
      expect(refusalOf(story.copy().says(person, takeBack(['noFurtherHarm', 'serviceRestored'])))?.code).toBe(
        'not_authorised',
      );
    }
    const [withdrawn] = story.says('gao-yang', takeBack(['noFurtherHarm']));
    expect(withdrawn).toMatchObject({ type: 'criteriaWithdrawn', criteria: ['noFurtherHarm'] });
    expect(withdrawn).not.toHaveProperty('authority');
  });

  test('is nobody’s where nobody may propose the end at this level, and then no post is named', () => {
    const story = responding(({ plan }) => {
      plan.authority.proposeTermination = [{ posts: ['techLead'], levels: ['L1'] }];
      plan.termination.criteria = [{ id: 'serviceRestored' }];
    });
    expect(openItems(story.state, story.at)).toEqual([{ code: 'criterion_open', id: 'serviceRestored' }]);
    expect(openItems(story.state, story.at)[0]).not.toHaveProperty('post');
    expectRefusal(story, 'zhao-lei', confirm('serviceRestored'), {
      code: 'criteria_of_others',
      found: { criteria: ['serviceRestored'] },
      needed: { posts: [''] },
    });
  });
});

describe('an open item', () => {
  const AGAINST: OpenItem[] = [
    { code: 'criterion_open', id: 'serviceRestored', post: 'techLead' },
    { code: 'criterion_open', id: 'serviceRestored' },
    { code: 'task_open', id: 'repair' },
    { code: 'people_inside', count: 2 },
    { code: 'cordon_stands' },
    { code: 'sitrep_overdue', id: '3' },
    { code: 'obligation_overdue', id: 'first' },
    { code: 'person_contested', id: 'zhao-lei' },
    { code: 'resource_held', id: 'r.1', count: 4, resource: 'pump' },
  ];
  const BESIDE: OpenItem[] = [
    { code: 'questions_open', count: 7 },
    { code: 'own_report_overdue', id: 'ownReport' },
    { code: 'obligation_open', id: 'final' },
    { code: 'report_not_written' },
  ];

  test('stands against the end or only beside it', () => {
    expect(againstTheEnd([...BESIDE, ...AGAINST])).toEqual(AGAINST);
  });

  test('is read back as it was written, whatever it is', () => {
    for (const item of [...AGAINST, ...BESIDE]) expect(openItemFrom(openItemKey(item))).toStrictEqual([item]);
  });

  test('is left out where a later release wrote it', () => {
    expect(openItemFrom('weather_bad north 2 wind')).toEqual([]);
  });
});
