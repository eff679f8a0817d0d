import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf } from '../../src/domain/incident/index.js';
import { planWithSitreps } from '../support/samplePlan.js';
import { confirmAt, confirmEnd, endsAnyhow, MINUTE, override, propose, raiseTo, refusalOf, Story } from './story.js';
import { add, skip, tasksBasis } from './tasksPlan.js';

const ALL = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
const ask: Decision = { type: 'askQuestion', text: 'Are the books complete?' };
const cordon: Decision = { type: 'scene', action: 'cordon', area: 'machine room', rules: 'by pass' };
const admit: Decision = { type: 'scene', action: 'admit', name: 'A guest', area: 'machine room', purpose: 'disks' };
const lift: Decision = { type: 'scene', action: 'lift', reason: 'safe' };

/** At level 2, with tasks and SITREPs; the first SITREP is due after two hours. */
function responding(): Story {
  const basis = tasksBasis(({ plan }) => Object.assign(plan, { sitreps: planWithSitreps().sitreps }));
  const story = new Story({}, basis);
  story.says('lin-wei', confirmAt('L2'));
  return story;
}

/** Nothing is left to do. */
function done(): Story {
  const story = responding();
  for (const task of ['find', 'repair', 'verify']) story.says('lin-wei', skip(task));
  return story;
}

function mail(story: Story, template = 'terminationProposed') {
  return story.all('effectRequested').flatMap(({ effect }) => {
    return effect.kind === 'notify' && effect.template === template ? [effect.facts] : [];
  })[0];
}

describe('the end waits', () => {
  test('for tasks, people inside, the cordon, an overdue SITREP and criteria, each of them named', () => {
    const story = responding();
    story.says('zhao-lei', cordon);
    story.says('zhao-lei', admit);
    story.passes(121 * MINUTE);
    story.says('lin-wei', skip('find'));
    expect(refusalOf(story.says('zhao-lei', propose(['serviceRestored', 'causeControlled'])))).toMatchObject({
      code: 'end_not_reached',
      found: {
        open: [
          'cordon_stands',
          'task_open repair',
          'task_open verify',
          'people_inside 1',
          'sitrep_overdue 1',
          'criterion_open noFurtherHarm techLead',
        ],
      },
    });
    expect(story.state.termination).toEqual({});
  });

  test('for somebody whom two incidents want and nobody has decided on', () => {
    const story = done();
    const claims = story.all('effectRequested').find(({ effect }) => effect.kind === 'claim')!.effect;
    const contested = [{ person: 'zhao-lei', heldBy: 'i-2', role: 'team' as const }];
    const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    const team = story
      .all('effectRequested')
      .map(({ effect }) => effect)
      .find((effect) => effect.kind === 'claim' && effect.people.includes('zhao-lei'));
    story.hears({ ...world, type: 'claimed', effectId: (team ?? claims).id, contested, shared: [] });
    expect(refusalOf(story.says('zhao-lei', propose(ALL)))).toMatchObject({
      found: { open: ['person_contested zhao-lei'] },
    });
  });

  test('neither for a question, nor for a SITREP that has time left, nor for an optional task', () => {
    const story = done();
    story.says('lin-wei', ask);
    story.says('lin-wei', add({ mandatory: false }));
    story.passes(100 * MINUTE);
    expect(story.state.sitreps.open).toBeDefined();
    const events = story.says('zhao-lei', propose(ALL));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'terminationProposed', open: [{ code: 'questions_open', count: 1 }] }),
    );
    expect(mail(story)).toMatchObject({ criteria: ALL, open: ['questions_open 1'] });
  });

  test('at a level without second signature as well', () => {
    const story = responding();
    story.says('lin-wei', raiseTo('L3'));
    expect(refusalOf(story.says('zhao-lei', propose(ALL)))?.code).toBe('end_not_reached');
    for (const task of ['find', 'repair', 'verify']) story.says('lin-wei', skip(task));
    story.says('zhao-lei', propose(ALL));
    expect(story.state.phase).toBe('aftermath');
  });

  test('again when the second person signs: then the proposal stands', () => {
    const story = done();
    story.says('zhao-lei', propose(ALL));
    story.says('zhao-lei', cordon);
    story.says('chen-jing', {
      type: 'criterion',
      action: 'withdraw',
      criteria: ['causeControlled'],
      reason: 'it is back',
    });
    expect(refusalOf(story.says('lin-wei', confirmEnd))).toMatchObject({
      code: 'end_not_reached',
      found: { open: ['cordon_stands', 'criterion_open causeControlled techLead'] },
    });
    expect(story.state.termination.proposed).toBeDefined();
    story.says('zhao-lei', lift);
    story.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria: ['causeControlled'] });
    story.says('lin-wei', confirmEnd);
    expect(story.state.phase).toBe('aftermath');
  });
});

describe('what is open', () => {
  test('is a SITREP from the very moment at which it is due', () => {
    const story = responding();
    story.passes(100 * MINUTE);
    const { dueAt } = story.state.sitreps.open!;
    const overdue = { code: 'sitrep_overdue', id: '1' };
    expect(openItems(story.state, dueAt - 1)).not.toContainEqual(overdue);
    expect(openItems(story.state, dueAt)).toContainEqual(overdue);
  });

  test('is told to whoever is to sign, and that nothing is, as well', () => {
    const story = done();
    story.says('zhao-lei', propose(ALL));
    expect(mail(story)).toMatchObject({ criteria: ALL, open: [] });
  });

  test('is listed as long as it is open, until the end', () => {
    const story = responding();
    story.says('lin-wei', ask);
    story.says('zhao-lei', cordon);
    story.says('zhao-lei', admit);
    story.passes(121 * MINUTE);
    expect(openItems(story.state, story.at).filter(({ code }) => code !== 'criterion_open')).toEqual([
      { code: 'cordon_stands' },
      { code: 'task_open', id: 'find' },
      { code: 'task_open', id: 'repair' },
      { code: 'task_open', id: 'verify' },
      { code: 'questions_open', count: 1 },
      { code: 'people_inside', count: 1 },
      { code: 'sitrep_overdue', id: '1' },
    ]);
    endsAnyhow(story);
    expect(openItems(story.state, story.at)).toEqual([{ code: 'cordon_stands' }, { code: 'report_not_written' }]);
  });
});

describe('an override', () => {
  test('ends it on the word of two people, with all that was open on record, at every level', () => {
    const story = responding();
    story.says('lin-wei', raiseTo('L3'));
    story.says('lin-wei', ask);
    const [proposed] = story.says('lin-wei', override);
    expect(proposed).toMatchObject({ type: 'terminationProposed', override: true, criteria: [] });
    expect(story.state.phase).toBe('responding');
    const open = mail(story, 'overrideProposed')?.['open'];
    for (const item of ['task_open repair', 'questions_open 1', 'criterion_open serviceRestored techLead']) {
      expect(open).toContain(item);
    }
    const [ended] = story.says('chen-jing', confirmEnd);
    expect(ended).toMatchObject({ type: 'terminated', override: true });
    expect(ended).toHaveProperty('open', (proposed as EventOf<'terminationProposed'>).open);
    expect(story.state.phase).toBe('aftermath');
  });

  test('takes two people of the posts that the plan names, and never one of them twice', () => {
    const story = responding();
    expect(refusalOf(story.says('chen-jing', override))?.code).toBe('not_authorised');
    story.says('lin-wei', override);
    expect(refusalOf(story.says('lin-wei', confirmEnd))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('zhao-lei', confirmEnd))?.code).toBe('not_authorised');
    expect(refusalOf(story.says('lin-wei', override))?.code).toBe('already_proposed');
    const both = responding();
    both.state = {
      ...both.state,
      basis: {
        ...both.state.basis,
        plan: {
          ...both.state.basis.plan,
          termination: {
            ...both.state.basis.plan.termination,
            override: { posts: ['commander'], secondPosts: ['commander', 'deputy'] },
          },
        },
      },
    };
    both.says('lin-wei', override);
    expect(refusalOf(both.says('lin-wei', confirmEnd))?.code).toBe('second_person_required');
  });

  test('needs a reason, a plan that knows it, and something that stands against the end', () => {
    const story = responding();
    expect(refusalOf(story.says('lin-wei', { type: 'terminate', action: 'override' }))?.code).toBe('reason_required');
    const free = done();
    free.says('zhao-lei', { type: 'criterion', action: 'confirm', criteria: ALL });
    expect(refusalOf(free.says('lin-wei', override))?.code).toBe('override_not_needed');
    const { override: _, ...rule } = tasksBasis().plan.termination;
    const without = new Story(
      {},
      tasksBasis(({ plan }) => Object.assign(plan, { termination: rule })),
    );
    without.says('lin-wei', confirmAt('L2'));
    expect(refusalOf(without.says('lin-wei', override))?.code).toBe('no_override');
  });

  test('takes the place of a proposal that waits, and can be withdrawn by whoever may propose either', () => {
    const story = done();
    story.says('zhao-lei', propose(ALL));
    story.says('zhao-lei', cordon);
    story.says('lin-wei', override);
    expect(story.state.termination.proposed).toMatchObject({ override: true, by: { id: 'lin-wei' } });
    story.says('lin-wei', { type: 'terminate', action: 'withdraw', reason: 'not yet' });
    expect(story.state.termination.proposed).toBeUndefined();
  });
});
