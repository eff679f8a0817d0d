import { callEntries, pending } from '../../src/domain/incident/index.js';
import type { Contested } from '../../src/domain/incident/index.js';
import type { Basis, PersonFacts } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { callIn } from '../support/calls.js';
import { accept, callsOf, declines, releases, responding as respondingTo } from './mobilisationStory.js';
import { nextVersion } from './nextVersion.js';
import { countedBasis } from './quorumPlan.js';
import { MINUTE, raiseTo, START, Story, told } from './story.js';

/** Nobody counts who comes, so that nobody is asked in place of another. */
const uncounted = (edit: (basis: Basis) => void = () => undefined, people: Record<string, PersonFacts> = {}) =>
  countedBasis((rules, basis) => {
    rules[0] = { team: 'tech', levels: ['L1', 'L2', 'L3'] };
    edit(basis);
  }, people);
const responding = (basis = uncounted(), level = 'L3') => respondingTo(basis, level);
const awayFor = (ms: number) => ({ away: [{ from: START - 1, until: START + ms }] });
const lastCall = (story: Story, team = 'tech') => callsOf(story, team).at(-1);
const statuses = (story: Story, team: string) =>
  callEntries(story.state.mobilisation.bodies[`team/${team}`]!.people).map(([person, { status }]) => [person, status]);

/** Every reminder, or word of silence, with its minute. */
const minutesOf = (story: Story, type: 'reminded' | 'silent') =>
  story.all(type).flatMap(({ at, calls }) => calls.map(({ people }) => [(at - START) / MINUTE, people]));

describe('the report', () => {
  test('calls no post that nobody holds', () => {
    const story = new Story(
      {},
      uncounted(({ holders }) => (holders['deputy'] = [])),
    );
    expect(story.all('called')).toMatchObject([
      { calls: [{ target: { kind: 'post', id: 'commander' }, people: ['lin-wei'] }] },
    ]);
  });
});

describe('whoever was released', () => {
  /** sun-yu belongs to three teams, of which each further level calls one more. */
  const inThree = (edit: (basis: Basis) => void = () => undefined, people: Record<string, PersonFacts> = {}) =>
    uncounted((basis) => {
      const { plan, holders } = basis;
      plan.mobilisation.splice(1, 1, { team: 'publicity', levels: ['L1', 'L2'] }, { team: 'liaison', levels: ['L1'] });
      Object.assign(holders, {
        pressLead: ['gao-yang', 'sun-yu'],
        liaisonLead: [],
        liaisonMember: ['xu-na', 'sun-yu'],
      });
      edit(basis);
    }, people);

  test('rests, as the call to another team says', () => {
    const story = responding(inThree());
    story.says('lin-wei', releases(['sun-yu']));
    story.says('lin-wei', raiseTo('L2'));
    expect(lastCall(story, 'publicity')).toMatchObject({
      people: ['gao-yang'],
      notCalled: [{ person: 'sun-yu', why: 'resting' }],
    });
  });

  test('is called all the same where everybody else is away; those stand in the event', () => {
    const story = responding(inThree(undefined, { 'gao-yang': awayFor(HOUR) }));
    story.says('lin-wei', releases(['sun-yu']));
    story.says('lin-wei', raiseTo('L2'));
    expect(lastCall(story, 'publicity')).toMatchObject({
      people: ['sun-yu'],
      notCalled: [{ person: 'gao-yang', why: 'away' }],
    });
  });

  test('is called all the same where everybody rests', () => {
    const story = responding(inThree(({ holders }) => (holders['pressLead'] = ['sun-yu'])));
    story.says('lin-wei', releases(['sun-yu']));
    story.says('lin-wei', raiseTo('L2'));
    expect(lastCall(story, 'publicity')).toEqual({
      target: { kind: 'team', id: 'publicity' },
      people: ['sun-yu'],
    });
  });

  test('does not rest where the plan gives no rest', () => {
    const story = responding(inThree(({ plan }) => delete plan.shifts));
    story.says('lin-wei', releases(['sun-yu']));
    story.says('lin-wei', raiseTo('L2'));
    expect(lastCall(story, 'publicity')).toEqual({
      target: { kind: 'team', id: 'publicity' },
      people: ['gao-yang', 'sun-yu'],
    });
  });

  test('does not rest while at work for another team, and rests while only called for it', () => {
    for (const [answers, people] of [
      [true, ['xu-na', 'sun-yu']],
      [false, ['xu-na']],
    ] as const) {
      const story = responding(inThree(), 'L2');
      if (answers) accept(story, 'sun-yu');
      story.says('lin-wei', releases(['sun-yu'], { team: 'tech' }));
      story.says('lin-wei', raiseTo('L1'));
      expect(lastCall(story, 'liaison')?.people).toEqual(people);
    }
  });

  test('goes on resting when the team is called anew meanwhile', () => {
    const story = responding(inThree(), 'L2');
    story.says('lin-wei', releases(['sun-yu'], { team: 'publicity' }));
    for (const level of ['L3', 'L2']) story.says('lin-wei', raiseTo(level));
    expect(statuses(story, 'publicity')).toEqual([
      ['sun-yu', 'released'],
      ['gao-yang', 'called'],
    ]);
    story.says('lin-wei', raiseTo('L1'));
    expect(lastCall(story, 'liaison')?.people).toEqual(['xu-na']);
  });

  test('is called with the team that is called anew once the rest is over', () => {
    const story = responding(inThree(), 'L2');
    story.says('lin-wei', releases(['sun-yu'], { team: 'publicity' }));
    story.says('lin-wei', raiseTo('L3'));
    story.passes(8 * HOUR);
    story.says('lin-wei', raiseTo('L2'));
    expect(statuses(story, 'publicity')).toEqual([
      ['gao-yang', 'called'],
      ['sun-yu', 'called'],
    ]);
  });
});

describe('a team that was stood down', () => {
  test('is called anew with everybody, who are waited for as at first', () => {
    const story = responding(uncounted(), 'L1');
    accept(story, 'gao-yang');
    story.says('lin-wei', raiseTo('L3'));
    story.passes(HOUR);
    story.says('lin-wei', raiseTo('L1'));
    const body = story.state.mobilisation.bodies['team/publicity'];
    expect(statuses(story, 'publicity')).toEqual([['gao-yang', 'called']]);
    expect(body).toMatchObject({ since: START + HOUR, waits: [{ escalateAt: START + HOUR + 10 * MINUTE }] });
    story.passes(5 * MINUTE);
    expect(minutesOf(story, 'reminded').at(-1)).toEqual([65, ['gao-yang']]);
  });

  test('may ask the same substitutes again when it is called anew', () => {
    const basis = countedBasis((rules) => (rules[0] = { ...rules[0]!, levels: ['L2'] }));
    const story = responding(basis, 'L2');
    const members = ['zhao-lei', 'qian-rong', 'he-zhe'];
    declines(story, ...members);
    for (const level of ['L3', 'L2']) story.says('lin-wei', raiseTo(level));
    expect(callIn(story.state, 'team/tech', 'xu-na')).toBeUndefined();
    declines(story, ...members);
    expect(lastCall(story)).toMatchObject({ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] });
    expect(callIn(story.state, 'team/tech', 'xu-na')?.status).toBe('called');
  });
});

test('whoever of a post of substitutes was away and is back is asked before the next post', () => {
  const story = responding(countedBasis(undefined, { 'ma-chao': awayFor(MINUTE) }));
  const asked = () => story.state.mobilisation.bodies['team/tech']?.substitutes;
  expect(asked()).toBeUndefined();
  declines(story, 'zhao-lei', 'qian-rong', 'he-zhe');
  expect(lastCall(story)?.people).toEqual(['xu-na']);
  expect(asked()).toEqual(['liaisonMember']);
  story.passes(2 * MINUTE);
  declines(story, 'xu-na');
  expect(lastCall(story)?.people).toEqual(['ma-chao']);
  expect(asked()).toEqual(['liaisonMember']);
  declines(story, 'ma-chao');
  expect(lastCall(story)?.people).toEqual(['gao-yang']);
  expect(asked()).toEqual(['liaisonMember', 'pressLead']);
});

describe('whoever joins by another version of the plan', () => {
  const joining = (more: string[], people: Record<string, PersonFacts> = {}) => {
    const { hash, version } = nextVersion().plan;
    const story = responding();
    const basis = uncounted(({ plan, holders }) => {
      Object.assign(plan, { hash, version });
      holders['engineer']!.push(...more);
    }, people);
    story.says('lin-wei', { type: 'movePlan', basis, reason: 'better' });
    return lastCall(story);
  };

  test('is called, and whoever is away stands in the event', () => {
    expect(joining(['xu-na', 'ma-chao'], { 'ma-chao': awayFor(HOUR) })).toEqual({
      target: { kind: 'team', id: 'tech' },
      people: ['xu-na'],
      notCalled: [{ person: 'ma-chao', why: 'away' }],
    });
  });

  test('is called alone where nobody is away', () => {
    expect(joining(['xu-na'])).toEqual({ target: { kind: 'team', id: 'tech' }, people: ['xu-na'] });
  });
});

describe('whoever does not answer', () => {
  test('is reminded and told of by the times of the post, or of the team', () => {
    const story = responding();
    const members = ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'];
    const waits = (key: string) => story.state.mobilisation.bodies[key]!.waits.map(({ escalateAt }) => escalateAt);
    expect([waits('post/deputy'), waits('team/tech')]).toEqual([[START + 5 * MINUTE], [START + 10 * MINUTE]]);
    story.passes(HOUR);
    expect(minutesOf(story, 'reminded')).toEqual([
      [2, ['chen-jing']],
      [5, members],
    ]);
    expect(minutesOf(story, 'silent')).toEqual([
      [5, ['chen-jing']],
      [10, members],
    ]);
    expect(story.all('reminded')).toHaveLength(2);
  });

  test('and was called later is reminded later, though others of the team are reminded before', () => {
    const story = responding(countedBasis());
    story.passes(4 * MINUTE);
    declines(story, 'zhao-lei', 'qian-rong', 'he-zhe');
    story.passes(10 * MINUTE);
    expect(minutesOf(story, 'reminded').slice(1)).toEqual([
      [5, ['sun-yu', 'wu-kun']],
      [9, ['xu-na', 'ma-chao']],
    ]);
    const ofThem = minutesOf(story, 'silent').filter(([, people]) => (people as string[]).includes('xu-na'));
    expect(ofThem).toEqual([[14, ['xu-na', 'ma-chao']]]);
  });

  test('is told of to that person alone, where there is nobody else', () => {
    const story = new Story(
      {},
      uncounted(({ holders }) => (holders['deputy'] = [])),
    );
    story.passes(5 * MINUTE);
    expect(story.all('silent')).toMatchObject([{ calls: [{ people: ['lin-wei'] }], tell: ['lin-wei'] }]);
  });
});

describe('a team that falls short', () => {
  const reached = (basis = countedBasis()) => {
    const story = responding(basis);
    for (const person of ['zhao-lei', 'sun-yu', 'he-zhe']) accept(story, person);
    expect(story.state.mobilisation.bodies['team/tech']?.quorum?.status).toBe('reached');
    return story;
  };

  test('is told to its lead, and where there is none to the one who commands', () => {
    const vacant = countedBasis((_, { holders }) => {
      holders['engineer']!.push('zhao-lei');
      holders['techLead'] = [];
    });
    for (const [basis, people] of [
      [countedBasis(), ['zhao-lei']],
      [vacant, ['lin-wei']],
    ] as const) {
      const story = reached(basis);
      declines(story, 'he-zhe');
      expect(told(story.events)['quorumLost']).toEqual(people);
    }
  });

  test('while another has nobody left to ask asks its own substitutes once', () => {
    const story = responding(
      countedBasis((rules) => {
        rules[0] = { team: 'tech', levels: ['L3'], headcount: 1, quorumWithin: HOUR };
        rules[1] = { team: 'publicity', levels: ['L3'], headcount: 1, quorumWithin: HOUR, substitutes: ['duty'] };
      }),
    );
    story.passes(10 * MINUTE);
    expect(story.all('quorumMissed')).toMatchObject([{ team: 'tech', why: 'nobodyLeft' }]);
    expect(callsOf(story, 'publicity').slice(1)).toMatchObject([{ people: ['wang-fang'] }]);
  });

  describe('by another incident', () => {
    const contests = (story: Story, person: string) => {
      const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
      return pending(story.state).flatMap((effect) => {
        if (effect.kind !== 'claim') return [];
        const contested: Contested[] = effect.people.includes(person) ? [{ person, heldBy: 'i-2', role: 'team' }] : [];
        return story.hears({ ...head, type: 'claimed', effectId: effect.id, contested, shared: [] });
      });
    };

    test('that holds one of its people is told at once', () => {
      const story = reached();
      expect(told(contests(story, 'he-zhe'))['quorumLost']).toEqual(['zhao-lei']);
    });

    test('that gets one of its people asks the next', () => {
      const story = responding(countedBasis());
      contests(story, 'he-zhe');
      declines(story, 'zhao-lei', 'qian-rong');
      expect(callsOf(story)).toHaveLength(1);
      story.says('lin-wei', { type: 'resolveClaim', person: 'he-zhe', decision: 'yield', reason: 'worse there' });
      expect(story.all('takenOff')).toMatchObject([{ person: 'he-zhe', why: 'yielded' }]);
      expect(lastCall(story)).toMatchObject({ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] });
    });
  });
});
