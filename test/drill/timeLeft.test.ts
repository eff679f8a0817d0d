import { actionCounts, proposedRatings, resultNow } from '../../src/domain/drill/index.js';
import { howPlayed } from '../../src/domain/drill/proposed.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { COMMANDER, CONTROLLER, DIRECTOR, ENGINEER, running, SAFETY, SCENARIO, TODAY } from './story.js';
import type { Story } from './story.js';

function begun(more = {}): Story {
  const story = running({ rules: TODAY, ...more });
  story.settles();
  return story;
}

const outcomes = (story: Story, inject: string) => story.state.injects[inject]!.actions.map(({ status }) => status);

describe('an outage past the time of the scenario', () => {
  test('plays nothing any more, and nobody is rated for what they had no time for', () => {
    const story = begun();
    story.passes(2 * MINUTE);
    story.at += 20 * HOUR;
    story.passes(0);
    expect(story.state.ended?.why).toBe('timeUp');
    expect(story.all('injectPlayed').map(({ inject }) => inject)).toEqual(['in-1']);
    expect(story.all('actionMissed')).toEqual([]);
    expect(proposedRatings(story.state)).toEqual([]);
  });

  test('takes nothing back that was missed before', () => {
    const story = begun();
    story.passes(10 * MINUTE);
    story.at += 20 * HOUR;
    story.passes(0);
    expect(outcomes(story, 'in-1')).toEqual(['missed']);
  });
});

describe('what still had time when the drill ended', () => {
  const ends: [string, (story: Story) => void][] = [
    ['its director ends it', (story) => story.says(DIRECTOR, { type: 'end' })],
    ['somebody stops it', (story) => story.says(SAFETY, { type: 'stop' })],
  ];
  test.each(ends)('is not decided where %s, and proves nothing', (_, end) => {
    const story = begun();
    story.passes(2 * MINUTE);
    end(story);
    expect(story.state.status).toBe('evaluating');
    expect(outcomes(story, 'in-1')).toEqual(['open']);
    expect(story.all('actionMissed')).toEqual([]);
    expect(actionCounts(story.state)).toMatchObject({ inTime: 0, missed: 0 });
    expect(proposedRatings(story.state)).toEqual([]);
    expect(howPlayed(story.state, 'E-11')).toBe('incomplete');
  });

  test('makes a criterion incomplete also where every inject was played', () => {
    const [first] = SCENARIO.injects;
    const expects = [first!.expects[0]!, { event: 'confirmed' as const, within: HOUR }];
    const story = begun({ scenario: { ...SCENARIO, injects: [{ ...first!, expects }] } });
    story.passes(2 * MINUTE);
    story.shows('factAdded');
    story.says(DIRECTOR, { type: 'end' });
    expect(outcomes(story, 'in-1')).toEqual(['seen', 'open']);
    expect(howPlayed(story.state, 'E-11')).toBe('incomplete');
  });

  test('is missed where players end the response without it', () => {
    const story = begun();
    story.passes(2 * MINUTE);
    story.shows('terminated');
    expect(outcomes(story, 'in-1')).toEqual(['missed']);
  });
});

describe('what was done before it was asked for', () => {
  const [first] = SCENARIO.injects;
  const asking = (anew: { anew?: true }) => ({
    ...SCENARIO,
    injects: [{ ...first!, expects: [{ event: 'confirmed' as const, within: 5 * MINUTE, ...anew }] }],
  });

  test('is done in time', () => {
    const story = begun({ scenario: asking({}) });
    story.shows('confirmed');
    expect(story.all('actionSeen')).toMatchObject([{ inject: 'in-1', early: true, late: false }]);
    // Nobody has asked yet.
    expect(proposedRatings(story.state)).toEqual([]);
    story.passes(10 * MINUTE);
    expect(story.all('actionMissed')).toEqual([]);
    expect(proposedRatings(story.state)).toMatchObject([{ criterion: 'E-11', inTime: 1, rating: 'P' }]);
  });

  test('is not, where it has to be done anew each time', () => {
    const story = begun({ scenario: asking({ anew: true }) });
    story.shows('confirmed');
    story.passes(2 * MINUTE);
    expect(outcomes(story, 'in-1')).toEqual(['open']);
    story.shows('confirmed');
    expect(outcomes(story, 'in-1')).toEqual(['seen']);
  });

  test('says nothing where it is never asked for', () => {
    const story = begun({ scenario: asking({}) });
    story.shows('confirmed');
    story.says(CONTROLLER, { type: 'skip', inject: 'in-1', reason: 'done' });
    story.says(DIRECTOR, { type: 'end' });
    expect(actionCounts(story.state)).toMatchObject({ inTime: 0 });
    expect(howPlayed(story.state, 'E-11')).toBe('incomplete');
  });
});

describe('a drill that was broken off', () => {
  function handedIn(end: (story: Story) => void): Story {
    const story = begun();
    story.passes(2 * MINUTE);
    story.shows('factAdded');
    end(story);
    story.settles();
    story.settles();
    story.says(DIRECTOR, { type: 'submit', problems: 'cut short', suggestions: '', despite: true });
    expect(story.state.status).toBe('submitted');
    return story;
  }

  test('has no score, the worst conclusion, and says how much of it was played', () => {
    const story = handedIn((one) => one.says(SAFETY, { type: 'stop' }));
    const { report } = story.state;
    expect(report).toMatchObject({ conclusion: 'failed', brokenOff: { played: 2, all: 4 } });
    expect(report).not.toHaveProperty('score');
    expect(report?.ratings).toMatchObject([{ criterion: 'E-11', rating: 'P' }]);
  });

  test('for something real has no conclusion', () => {
    const story = handedIn((one) => {
      one.preempts([ENGINEER]);
      one.says(DIRECTOR, { type: 'stop', reason: 'a real one' });
    });
    expect(story.state.report).toMatchObject({ brokenOff: { played: 2, all: 4 } });
    expect(story.state.report).not.toHaveProperty('conclusion');
  });

  test('is not one that its director has ended', () => {
    const story = handedIn((one) => one.says(DIRECTOR, { type: 'end' }));
    expect(story.state.report).toMatchObject({ score: 95, conclusion: 'excellent' });
    expect(resultNow(story.state)).not.toHaveProperty('brokenOff');
  });

  test('of an earlier release is scored as it was', () => {
    const story = running();
    story.passes(2 * MINUTE);
    story.shows('factAdded');
    story.says(SAFETY, { type: 'stop', reason: 'x' });
    expect(resultNow(story.state)).not.toHaveProperty('brokenOff');
  });
});

describe('an inject that somebody adds', () => {
  const added = { type: 'addInject' as const, event: 'A journalist calls', players: ['commander'] };

  test('goes to posts that there are', () => {
    const story = begun();
    const [refused] = story.says(CONTROLLER, { ...added, players: ['comander'] });
    expect(refused).toMatchObject({
      ...{ code: 'unknown_posts', found: { posts: ['comander'] } },
      needed: { posts: ['commander', 'engineer'] },
    });
    story.says(CONTROLLER, { ...added, evaluator: 'nobody' });
    story.says(CONTROLLER, { ...added, objective: 'none' });
    expect(story.all('refused').map(({ code }) => code)).toEqual([
      'unknown_posts',
      'unknown_posts',
      'unknown_objective',
    ]);
  });

  test('is judged like one of the scenario', () => {
    const story = begun();
    const expects = [{ event: 'confirmed' as const, by: ['commander'], within: 10 * MINUTE }];
    story.says(CONTROLLER, { ...added, objective: 'report', expects });
    story.shows('confirmed', {}, { person: COMMANDER });
    expect(story.all('actionSeen')).toMatchObject([{ inject: 'added-1', action: 0, late: false }]);
    expect(proposedRatings(story.state)).toMatchObject([{ criterion: 'E-11', inTime: 1 }]);
    story.says(CONTROLLER, { ...added, objective: 'report', expects: [{ ...expects[0]!, anew: true }] });
    story.passes(11 * MINUTE);
    expect(story.all('actionMissed').map(({ inject }) => inject)).toContain('added-2');
  });
});
