import { followsIncident, mayBegin, proposedRatings } from '../../src/domain/drill/index.js';
import { howPlayed } from '../../src/domain/drill/proposed.js';
import type { Actor } from '../../src/domain/incident/index.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { drillEventWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  OBSERVER,
  refusalOf,
  running,
  SAFETY,
  SCENARIO,
  START,
  Story,
  told,
} from './story.js';

const played = (story: Story) => story.all('injectPlayed').map(({ inject, by }) => `${inject} ${by}`);

describe('the scheme', () => {
  test('is approved by command, never by whoever drafted it, and then everybody has it', () => {
    const story = new Story({ rules: { ...new Story().state.rules, approvers: [APPROVER, DIRECTOR] } });
    expect(refusalOf(story.says(APPROVER, { type: 'approve' }))).toBe('wrong_status');
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(told(story)['schemeToApprove']).toEqual([APPROVER]);
    expect(refusalOf(story.says(DIRECTOR, { type: 'approve' }))).toBe('own_scheme');
    expect(refusalOf(story.says(COMMANDER, { type: 'approve' }))).toBe('not_authorised');
    story.says(APPROVER, { type: 'approve' });
    expect(told(story)['distributed']).toHaveLength(7);
    expect(story.state.status).toBe('ready');
  });

  test('is handed in by whoever drafted it, and not approved by an operator who did', () => {
    const rules = { ...new Story().state.rules, drafterApart: true } as const;
    const drafted = { via: 'api', requestId: 'r0' } as const;
    const engineer = new Story({ rules, by: { actor: { kind: 'person', id: ENGINEER }, ...drafted } });
    engineer.says(ENGINEER, { type: 'submitScheme' });
    expect(engineer.state.status).toBe('review');

    const operator: Actor = { kind: 'operator' };
    const askedByOperator = (of: Story['state']['rules']) => {
      const story = new Story({ rules: of, by: { actor: operator, ...drafted } });
      story.says(DIRECTOR, { type: 'submitScheme' });
      story.says(APPROVER, { type: 'approve' }, { actor: operator });
      return story;
    };
    const [refused] = askedByOperator(rules).all('refused');
    expect(refused).toMatchObject({ code: 'own_scheme', needed: { people: [APPROVER] } });
    // A drill that an earlier release planned goes on as it began.
    expect(askedByOperator(new Story().state.rules).state.status).toBe('ready');
  });

  test('is approved by whoever holds the post today as well, who may also accept the report', () => {
    const story = new Story();
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(refusalOf(story.says('new-one', { type: 'approve' }, { inPost: ['receiver'] }))).toBe('not_authorised');
    story.says('new-one', { type: 'approve' }, { inPost: ['approver'] });
    expect(story.state.status).toBe('ready');
    const own = new Story();
    own.says(DIRECTOR, { type: 'submitScheme' });
    expect(refusalOf(own.says(DIRECTOR, { type: 'approve' }, { inPost: ['approver'] }))).toBe('own_scheme');
  });

  test('is returned with remarks, and handed in again', () => {
    const story = new Story();
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(refusalOf(story.says(APPROVER, { type: 'giveBack', remarks: ' ' }))).toBe('text_required');
    story.says(APPROVER, { type: 'giveBack', remarks: 'no stop rule' });
    expect(told(story)['schemeReturned']).toEqual([DIRECTOR]);
    story.says(DIRECTOR, { type: 'submitScheme' });
    expect(story.state.status).toBe('review');
  });

  test('starts by itself at the time that it was planned for', () => {
    const story = new Story({ plannedAt: START + DAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    expect(story.passes(DAY - 1)).toEqual([]);
    story.passes(1);
    expect(story.state).toMatchObject({ status: 'starting', effects: [{ kind: 'start' }] });
    expect(story.all('startAsked')).toMatchObject([{ plannedAt: START + DAY, at: START + DAY }]);
  });

  test('that nobody could start when it was due starts as soon as it can, and its record says how late', () => {
    const story = new Story({ plannedAt: START + DAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    story.at += DAY + 35_000;
    story.passes(0);
    expect(story.all('startAsked')).toMatchObject([{ plannedAt: START + DAY, at: START + DAY + 35_000 }]);
    const [begun] = story.all('startAsked');
    expect(drillEventWords(begun!, sampleNames(), 'en', 'Asia/Shanghai')).toMatch(/planned for .*, 35 s late/);
    expect(drillEventWords(begun!, sampleNames(), 'zh-CN', 'Asia/Shanghai')).toMatch(/原定.*，迟35秒/);
  });

  test('is called off before the start, and everybody hears of it', () => {
    const story = new Story();
    story.says(DIRECTOR, { type: 'callOff', reason: 'a real one is likely' });
    expect(told(story)['calledOff']).toContain(COMMANDER);
    expect(refusalOf(story.says(DIRECTOR, { type: 'start' }))).toBe('wrong_status');
  });
});

describe('injects', () => {
  test('are played at their time, when something happens, when nothing happens, and by hand', () => {
    const story = running();
    story.settles();
    story.passes(MINUTE);
    expect(played(story)).toEqual(['in-1 time']);
    expect(told(story)['inject']).toEqual([ENGINEER, DIRECTOR, CONTROLLER, SAFETY, EVALUATOR]);
    story.shows('factAdded');
    expect(played(story)).toEqual(['in-1 time', 'in-2 event']);
    story.passes(39 * MINUTE);
    expect(played(story)).toContain('in-3 silence');
    expect(refusalOf(story.says(ENGINEER, { type: 'inject', inject: 'in-4' }))).toBe('not_authorised');
    story.says(CONTROLLER, { type: 'inject', inject: 'in-4' });
    expect(played(story)).toContain('in-4 hand');
    expect(refusalOf(story.says(CONTROLLER, { type: 'inject', inject: 'in-4' }))).toBe('inject_over');
    expect(refusalOf(story.says(CONTROLLER, { type: 'inject', inject: 'constructor' }))).toBe('unknown_inject');
  });

  test('that wait for silence are not played when it is broken', () => {
    const story = running();
    story.passes(10 * MINUTE);
    story.shows('confirmed', { level: 'II', authority: 'commander' });
    story.passes(HOUR);
    expect(played(story)).not.toContain('in-3 silence');
  });

  test('are skipped with a reason, and added', () => {
    const story = running();
    expect(refusalOf(story.says(CONTROLLER, { type: 'skip', inject: 'in-1', reason: '' }))).toBe('text_required');
    story.says(CONTROLLER, { type: 'skip', inject: 'in-1', reason: 'no time' });
    story.passes(HOUR);
    expect(played(story)).not.toContain('in-1 time');
    story.says(CONTROLLER, { type: 'addInject', event: 'A journalist calls', players: ['commander'] });
    expect(played(story).at(-1)).toBe('added-1 hand');
    expect(told(story)['inject']).toContain(COMMANDER);
  });

  test('that go unanswered have their contingency played to the controllers, once', () => {
    const story = running();
    story.passes(6 * MINUTE + 1);
    expect(story.all('actionMissed')).toMatchObject([{ inject: 'in-1', action: 0, storyAt: START + 6 * MINUTE }]);
    expect(played(story)).toEqual(['in-1 time', 'in-1 contingency']);
    story.shows('factAdded');
    expect(story.all('actionSeen')).toMatchObject([{ inject: 'in-1', late: true }]);
    expect(story.state.injects['in-1']?.actions).toMatchObject([{ status: 'late' }]);
  });

  test('of which several actions are missed at the same moment have it played once', () => {
    const [first, ...others] = SCENARIO.injects;
    const expects = [...first!.expects, { event: 'confirmed' as const, within: 5 * MINUTE }];
    const story = running({ scenario: { ...SCENARIO, injects: [{ ...first!, expects }, ...others] } });
    story.passes(20 * MINUTE);
    expect(story.all('actionMissed')).toHaveLength(2);
    expect(played(story)).toEqual(['in-1 time', 'in-1 contingency']);
  });

  test('an action counts from the right post, of the right kind, after its inject only', () => {
    const story = running();
    story.shows('factAdded');
    expect(story.all('actionSeen')).toEqual([]);
    story.passes(MINUTE);
    story.shows('factAdded');
    story.shows('confirmed', { level: 'III', authority: 'commander' });
    story.shows('confirmed', { level: 'II', authority: 'deputy' });
    expect(story.all('actionSeen').map(({ inject }) => inject)).toEqual(['in-1']);
    story.shows('confirmed', { level: 'II', authority: 'commander' }, { simulated: true });
    expect(story.all('actionSeen').at(-1)).toMatchObject({ inject: 'in-2', late: false, simulated: true });
  });

  test('what is seen a second time says nothing more', () => {
    const story = running();
    story.passes(MINUTE);
    story.shows('factAdded');
    expect(story.shows('factAdded')).toEqual([]);
    story.shows('terminated');
    expect(story.shows('terminated')).toEqual([]);
  });
});

describe('pace', () => {
  test('an hour of the story passes in a minute, and nothing passes while it stands still', () => {
    const story = running({ pace: 60 });
    story.passes(1_000);
    expect(played(story)).toEqual(['in-1 time']);
    story.says(SAFETY, { type: 'setPace', pace: 0 });
    story.settles();
    expect(told(story)['paused']).toContain(COMMANDER);
    expect(story.passes(DAY).filter(({ type }) => type === 'injectPlayed')).toEqual([]);
    story.says(DIRECTOR, { type: 'setPace', pace: 1 });
    story.settles();
    expect(told(story)['goesOn']).toContain(COMMANDER);
    story.passes(5 * MINUTE);
    expect(played(story)).toContain('in-1 contingency');
  });

  test('has bounds, and only those who run the drill set it', () => {
    const story = running();
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: 3_601 }))).toBe('pace_out_of_range');
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: Number.NaN }))).toBe('pace_out_of_range');
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: 1 }))).toBe('no_change');
    expect(refusalOf(story.says(ENGINEER, { type: 'setPace', pace: 0 }))).toBe('not_authorised');
  });
});

describe('the end', () => {
  test('anybody who runs it or watches over safety stops it with one word', () => {
    for (const person of [DIRECTOR, CONTROLLER, SAFETY]) {
      const story = running();
      story.settles();
      story.says(person, { type: 'stop', reason: 'somebody fell' });
      expect(story.state).toMatchObject({ status: 'evaluating', ended: { why: 'stopped' } });
      expect(told(story)['stopped']).toContain(ENGINEER);
    }
    expect(refusalOf(running().says(OBSERVER, { type: 'stop', reason: 'x' }))).toBe('not_authorised');
  });

  test('comes with the termination of the incident, and what was still expected is missed', () => {
    const story = running();
    story.passes(MINUTE);
    story.shows('terminated');
    expect(story.state.ended?.why).toBe('terminated');
    expect(story.all('actionMissed')).toMatchObject([{ inject: 'in-1' }]);
    expect(story.passes(HOUR).filter(({ type }) => type === 'injectPlayed')).toEqual([]);
  });

  test('comes by itself half as late again as the scenario takes', () => {
    const story = running();
    story.passes(6 * HOUR - 1);
    expect(story.state.status).toBe('running');
    story.passes(1);
    expect(story.state.ended?.why).toBe('timeUp');
  });
});

test('a real incident takes its people at once, and the story stands still', () => {
  const story = running();
  story.settles();
  expect(story.preempts(['stranger'])).toEqual([]);
  story.preempts([ENGINEER, 'stranger']);
  expect(told(story)['notADrill']).toEqual([ENGINEER]);
  expect(story.state.effects).toContainEqual(expect.objectContaining({ kind: 'pace', pace: 0 }));
  expect(story.preempts([ENGINEER])).toEqual([]);
  story.settles();
  story.preempts([COMMANDER]);
  expect(story.all('paceAsked')).toHaveLength(1);
  expect(story.state.preempted?.people).toEqual([ENGINEER, COMMANDER]);
});

test('whoever was taken gets nothing more of the drill, and is asked how it was when it is over', () => {
  const story = running();
  story.preempts([ENGINEER]);
  story.settles();
  story.says(DIRECTOR, { type: 'setPace', pace: 1 });
  story.settles();
  story.settles();
  story.passes(6 * MINUTE + 1);
  expect(story.all('injectPlayed')).not.toEqual([]);
  const to = story.state.effects.flatMap((effect) => (effect.kind === 'tell' ? effect.to : []));
  expect(to.length).toBeGreaterThan(0);
  expect(to).not.toContain(ENGINEER);
  story.says(DIRECTOR, { type: 'end' });
  expect(told(story)['feedbackAsked']).toContain(ENGINEER);
});

describe('its incident', () => {
  const rules = { ...running().state.rules, tellsOfTaken: true } as const;
  const takenOut = (story: Story) => story.state.effects.filter(({ kind }) => kind === 'takeOut');

  test('hears at once whom a real one has taken, of each once', () => {
    const story = running({ rules });
    story.preempts([ENGINEER]);
    const { seq } = story.all('preempted')[0]!;
    expect(takenOut(story)).toEqual([{ kind: 'takeOut', id: `t${seq}`, heldBy: 'real-1', people: [ENGINEER] }]);
    story.settles();
    story.preempts([ENGINEER, COMMANDER], 'real-2');
    expect(takenOut(story)).toMatchObject([{ heldBy: 'real-2', people: [COMMANDER] }]);
  });

  test('hears nothing where the drill is over, nor of a drill that an earlier release planned', () => {
    const over = running({ rules });
    over.says(DIRECTOR, { type: 'stop', reason: 'enough' });
    expect(over.preempts([ENGINEER])).toEqual([]);
    const early = running();
    early.preempts([ENGINEER]);
    expect(takenOut(early)).toEqual([]);
  });
});

describe('before its incident is there', () => {
  const rules = { ...running().state.rules, tellsOfTaken: true } as const;

  function starting(more = {}): Story {
    const story = new Story({ rules, ...more });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    story.says(DIRECTOR, { type: 'start' });
    return story;
  }
  const waiting = ({ state }: Story) => state.effects.filter((effect) => !mayBegin(state, effect));

  test('whom real incidents have by then the answer to the start says; they get nothing, and it begins standing still', () => {
    const story = starting();
    expect(followsIncident(story.state)).toBe(false);
    const [start] = story.state.effects;
    const taken = [
      { incidentId: 'real-1', people: [COMMANDER] },
      { incidentId: 'real-2', people: [COMMANDER, ENGINEER, 'stranger'] },
    ];
    story.hears({ type: 'settled', effectId: start!.id, taken });
    expect(story.all('settled')[0]).not.toHaveProperty('taken');
    expect(story.all('preempted')).toMatchObject([
      { incidentId: 'real-1', people: [COMMANDER] },
      { incidentId: 'real-2', people: [ENGINEER] },
    ]);
    expect(story.all('paceAsked')).toMatchObject([{ pace: 0, why: 'realIncident' }]);
    expect(waiting(story).map(({ kind }) => kind)).toEqual(['takeOut', 'pace', 'takeOut']);
    expect(followsIncident(story.state)).toBe(true);

    story.shows('reported', { realAt: story.at, pace: 1 });
    expect(story.state.status).toBe('running');
    expect(waiting(story)).toEqual([]);
    const begins = story.state.effects.find((effect) => effect.kind === 'tell' && effect.template === 'begins');
    expect(begins).toMatchObject({ to: [DIRECTOR, CONTROLLER, EVALUATOR, SAFETY, OBSERVER] });
  });

  test('a real one takes people as well; a drill that an earlier release planned hears it when it runs', () => {
    const story = starting();
    story.preempts([ENGINEER]);
    expect(story.all('preempted')).toMatchObject([{ people: [ENGINEER] }]);
    const early = starting({ rules: running().state.rules });
    expect(early.preempts([ENGINEER])).toEqual([]);
    expect(followsIncident(early.state)).toBe(true);
  });
});

test('an incident is not cleared while it may still hear whom a real one has taken', () => {
  const story = running({ rules: { ...running().state.rules, tellsOfTaken: true } });
  story.settles();
  story.preempts([ENGINEER]);
  story.says(DIRECTOR, { type: 'stop', reason: 'a real one' });
  const clear = story.state.effects.find(({ kind }) => kind === 'clear')!;
  expect(mayBegin(story.state, clear)).toBe(false);
  const takeOut = story.state.effects.find(({ kind }) => kind === 'takeOut')!;
  expect(mayBegin(story.state, takeOut)).toBe(true);
  story.hears({ type: 'settled', effectId: takeOut.id });
  expect(mayBegin(story.state, clear)).toBe(true);
});

describe('what nobody was left to do', () => {
  const rules = { ...running().state.rules, tellsOfTaken: true } as const;

  function taken(...people: string[]): Story {
    const story = running({ rules });
    story.passes(2 * MINUTE);
    story.preempts(people);
    story.settles();
    story.says(DIRECTOR, { type: 'setPace', pace: 1 });
    story.settles();
    return story;
  }

  test('is excused, plays no contingency and counts for nothing', () => {
    const story = taken(ENGINEER);
    story.passes(6 * MINUTE);
    expect(story.all('actionExcused')).toMatchObject([{ inject: 'in-1', action: 0 }]);
    expect(story.all('actionMissed')).toEqual([]);
    expect(played(story)).toEqual(['in-1 time']);
    expect(proposedRatings(story.state)).toEqual([]);
    story.shows('factAdded');
    expect(story.state.injects['in-1']?.actions).toMatchObject([{ status: 'late' }]);
  });

  test('proves nothing of its criterion, whatever else of it was done in time', () => {
    const [first] = SCENARIO.injects;
    const expects = [
      { event: 'factAdded' as const, by: ['engineer'], within: 5 * MINUTE },
      { event: 'confirmed' as const, by: ['commander'], within: 5 * MINUTE },
    ];
    const scenario = { ...SCENARIO, injects: [{ ...first!, expects }] };
    const confirmedIn = (story: Story) => {
      story.passes(2 * MINUTE);
      story.shows('confirmed', {}, { person: COMMANDER });
      return story;
    };
    const whole = confirmedIn(running({ rules, scenario }));
    whole.shows('factAdded', {}, { person: ENGINEER });
    expect(howPlayed(whole.state, 'E-11')).toBe('inPerson');

    const story = confirmedIn(running({ rules, scenario }));
    story.preempts([ENGINEER]);
    story.settles();
    story.says(DIRECTOR, { type: 'end' });
    expect(story.state.injects['in-1']?.actions.map(({ status }) => status)).toEqual(['excused', 'seen']);
    expect(proposedRatings(story.state)).toMatchObject([{ criterion: 'E-11', rating: 'P' }]);
    expect(howPlayed(story.state, 'E-11')).toBe('incomplete');
  });

  test('is not done by the machine in their place', () => {
    const [first] = SCENARIO.injects;
    const expects = [{ event: 'commandPassed' as const, within: 5 * MINUTE }];
    const story = running({ rules, scenario: { ...SCENARIO, injects: [{ ...first!, expects }] } });
    story.passes(MINUTE);
    story.shows('commandPassed', { why: 'preempted' });
    expect(story.all('actionSeen')).toEqual([]);
    story.shows('commandPassed', { why: 'handover' });
    expect(story.all('actionSeen')).toHaveLength(1);
  });

  test('is missed where somebody is left who could do it', () => {
    const story = taken(COMMANDER);
    story.passes(6 * MINUTE);
    expect(story.all('actionMissed')).toMatchObject([{ inject: 'in-1' }]);
    expect(story.all('actionExcused')).toEqual([]);
  });

  test('is missed where whoever owns the task is left, and excused where that one is gone', () => {
    const [first, ...others] = SCENARIO.injects;
    const outcome = (person: string, ...owners: string[]) => {
      const owned = { event: 'taskFinished' as const, owners, within: 5 * MINUTE };
      const scenario = { ...SCENARIO, injects: [{ ...first!, players: ['engineer'], expects: [owned] }, ...others] };
      const story = running({ rules, scenario });
      story.passes(MINUTE);
      story.preempts([person]);
      story.settles();
      story.says(DIRECTOR, { type: 'setPace', pace: 1 });
      story.settles();
      story.passes(6 * MINUTE);
      return story.state.injects['in-1']?.actions.map(({ status }) => status);
    };
    expect(outcome(ENGINEER, 'commander')).toEqual(['missed']);
    expect(outcome(COMMANDER, 'commander')).toEqual(['excused']);
    // The deputy of a report to the authorities is there.
    expect(outcome(COMMANDER, 'commander', 'engineer')).toEqual(['missed']);
    // Nobody who plays has the owner's post: those to whom the inject was brought were to do it.
    expect(outcome(ENGINEER, 'nobodys-post')).toEqual(['excused']);
    expect(outcome(COMMANDER, 'nobodys-post')).toEqual(['missed']);
  });

  test('is excused at the end as well', () => {
    const story = taken(ENGINEER);
    story.says(DIRECTOR, { type: 'end' });
    expect(story.all('actionExcused')).toMatchObject([{ inject: 'in-1' }]);
  });
});

test('what an outage has held up is played in order when it is over, and players have their time from then on', () => {
  const story = running();
  story.settles();
  story.at += HOUR;
  story.passes(0);
  expect(played(story)).toEqual(['in-1 time', 'in-3 silence']);
  expect(story.all('injectPlayed').map(({ storyAt }) => storyAt)).toEqual([START + HOUR, START + HOUR]);
  expect(story.all('actionMissed')).toEqual([]);
  story.shows('factAdded');
  expect(story.all('actionSeen')).toMatchObject([{ inject: 'in-1', late: false }]);
});

test('an action is that of whoever holds the post, also where the event names none; what is absent is not so', () => {
  const [first] = SCENARIO.injects;
  const expects = [{ event: 'sitrepReleased' as const, where: { final: false }, by: ['engineer'], within: 5 * MINUTE }];
  const story = running({ scenario: { ...SCENARIO, injects: [{ ...first!, expects }] } });
  story.passes(MINUTE);
  story.shows('sitrepReleased', {}, { person: COMMANDER });
  story.shows('sitrepReleased', { final: true }, { person: ENGINEER });
  expect(story.all('actionSeen')).toEqual([]);
  story.shows('sitrepReleased', {}, { person: ENGINEER });
  expect(story.all('actionSeen')).toHaveLength(1);
});
