import type { DrillEffect } from '../../src/domain/drill/index.js';
import { MINUTE } from '../../src/domain/time.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  OBSERVER,
  running,
  SAFETY,
  Story,
  TODAY,
  told,
} from './story.js';

const tells = ({ state }: Story) =>
  state.effects.filter((effect): effect is Extract<DrillEffect, { kind: 'tell' }> => effect.kind === 'tell');

function begun(rules = TODAY): Story {
  const story = running({ rules });
  story.settles();
  return story;
}

test('everybody hears at once that something real has begun, who left for it, and which incident it is', () => {
  const story = begun();
  story.preempts([ENGINEER]);
  story.preempts([COMMANDER], 'real-2');
  const rest = [DIRECTOR, CONTROLLER, EVALUATOR, SAFETY, OBSERVER];
  const first = { incidentId: 'real-1', people: [ENGINEER] };
  const second = { incidentId: 'real-2', people: [COMMANDER] };
  expect(tells(story)).toMatchObject([
    { template: 'notADrill', to: [ENGINEER], real: first },
    { template: 'realPauses', to: [...rest, COMMANDER], real: first },
    { template: 'notADrill', to: [COMMANDER], real: second },
    { template: 'realPauses', to: rest, real: second },
  ]);
  story.settles();
  // They know that it stands still.
  expect(told(story)).toEqual({});
  story.says(DIRECTOR, { type: 'setPace' });
  story.settles();
  expect(told(story)['goesOn']).toEqual(rest);
});

describe('of one that calls more people by and by', () => {
  const staff = [DIRECTOR, CONTROLLER, SAFETY];
  const rest = [DIRECTOR, CONTROLLER, EVALUATOR, SAFETY, OBSERVER];
  const stillHere = (story: Story) =>
    tells(story).flatMap(({ template, to }) => (template === 'realPauses' ? [[...to].sort()] : []));
  const are = (...people: string[][]) => people.map((some) => [...some].sort());

  test('only those who run the drill hear who else has left', () => {
    const story = begun();
    story.preempts([ENGINEER]);
    story.preempts([COMMANDER]);
    expect(stillHere(story)).toEqual(are([...rest, COMMANDER], staff));
    const one = tells(story).find(({ to }) => to.includes(COMMANDER) && to.length === 1);
    expect(one).toMatchObject({ template: 'notADrill', real: { people: [COMMANDER] } });
  });

  test.each([false, true])(
    'everybody hears where the drill went on meanwhile; paused by hand since: %s',
    (isPaused) => {
      const story = begun();
      story.preempts([ENGINEER]);
      story.settles();
      story.says(DIRECTOR, { type: 'setPace' });
      story.settles();
      if (isPaused) story.says(SAFETY, { type: 'setPace', pace: 0 });
      story.settles();
      story.settles();
      expect(tells(story)).toEqual([]);
      story.preempts([COMMANDER]);
      expect(stillHere(story)).toEqual(are(rest));
      story.settles();
      story.preempts([EVALUATOR]);
      expect(stillHere(story)).toEqual(are(staff));
    },
  );

  test('everybody hears of another one, and of each of the two once', () => {
    const story = begun();
    story.preempts([ENGINEER]);
    story.settles();
    story.preempts([COMMANDER], 'real-0');
    expect(stillHere(story)).toEqual(are(rest));
    story.settles();
    story.preempts([OBSERVER], 'real-2');
    expect(stillHere(story)).toEqual(are(rest.filter((person) => person !== OBSERVER)));
    story.settles();
    story.preempts([EVALUATOR], 'real-1');
    expect(stillHere(story)).toEqual(are(staff));
  });

  test('everybody hears that the director has left, since others decide how it goes on', () => {
    const story = begun();
    story.preempts([ENGINEER]);
    story.settles();
    story.preempts([DIRECTOR]);
    expect(stillHere(story)).toEqual(are([...rest, COMMANDER].filter((person) => person !== DIRECTOR)));
  });

  test('who came in person after the first had left hears it with the next', () => {
    const story = running({ rules: TODAY, simulateAbsent: { seed: 1, people: [EVALUATOR] } });
    story.settles();
    story.preempts([ENGINEER]);
    expect(stillHere(story)[0]).not.toContain(EVALUATOR);
    story.settles();
    story.says(EVALUATOR, { type: 'observe', note: 'seen' });
    story.preempts([COMMANDER]);
    expect(stillHere(story)).toEqual(are([...staff, EVALUATOR]));
    story.settles();
    story.preempts([OBSERVER]);
    expect(stillHere(story)).toEqual(are(staff));
  });

  test('who was told since that the drill begins hears it with the next', () => {
    const story = new Story({ rules: TODAY });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    story.says(DIRECTOR, { type: 'start' });
    story.preempts([ENGINEER]);
    story.settles();
    story.settles();
    expect(story.state.status).toBe('running');
    story.settles();
    story.preempts([COMMANDER]);
    expect(stillHere(story)).toEqual(are(rest));
  });

  test('everybody hears of each in a drill that an earlier release planned', () => {
    const { tellsOfRealOnce: _, ...earlier } = TODAY;
    const story = begun(earlier);
    story.preempts([ENGINEER]);
    story.preempts([COMMANDER]);
    expect(stillHere(story)).toEqual(are([...rest, COMMANDER], rest));
    expect(story.state.preempted).not.toHaveProperty('heardOf');
  });
});

test('where the plan says so the drill is over with it', () => {
  const story = begun({ ...TODAY, whenReal: 'end' });
  story.passes(2 * MINUTE);
  story.settles();
  story.preempts([ENGINEER]);
  expect(story.state).toMatchObject({ status: 'evaluating', ended: { why: 'realIncident' } });
  expect(Object.keys(told(story))).toEqual(['notADrill', 'realEnds', 'feedbackAsked', 'toRate']);
  expect(story.all('actionMissed')).toEqual([]);
  expect(story.all('paceAsked')).toEqual([]);
});

describe('while its incident is being opened', () => {
  function starting(rules = TODAY): Story {
    const story = new Story({ rules });
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.settles();
    story.says(DIRECTOR, { type: 'start' });
    return story;
  }

  const ways: [string, (story: Story) => void][] = [
    ['is stopped', (story) => story.says(SAFETY, { type: 'stop' })],
    ['is called off', (story) => story.says(APPROVER, { type: 'callOff', reason: 'it does not open' })],
    ['gives way to something real', (story) => story.preempts([ENGINEER])],
  ];
  test.each(ways)('a drill that %s is called off, and what opens all the same is cleared away', (_, happens) => {
    const story = starting({ ...TODAY, whenReal: 'end' });
    const [start] = story.state.effects;
    happens(story);
    expect(story.state.status).toBe('calledOff');
    expect(story.mayBegin().map(({ kind }) => kind)).not.toContain('clear');
    story.hears({ type: 'settled', effectId: start!.id });
    expect(story.shows('reported', { realAt: story.at, pace: 1 })).toEqual([]);
    story.settles();
    story.settles();
    expect(story.incident).toMatchObject({ pace: 0 });
    expect(story.state.effects).toEqual([]);
  });

  test('a drill of an earlier release is not stopped', () => {
    const story = starting(running().state.rules);
    story.says(SAFETY, { type: 'stop', reason: 'x' });
    expect(story.state.status).toBe('starting');
  });
});
