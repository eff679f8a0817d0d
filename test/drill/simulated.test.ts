import type { Inject } from '../../src/domain/plan/compile/scenario.js';
import { acceptedByPeople, simulatedStep } from '../../src/domain/drill/index.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { drillEventWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import {
  APPROVER,
  COMMANDER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  refusalOf,
  running,
  SCENARIO,
  Story,
  TODAY,
} from './story.js';

const EVERYBODY = [DIRECTOR, APPROVER, EVALUATOR, COMMANDER, ENGINEER, 'leader', 'xu-kai', 'tang-li', 'guo-an'];

/** As the shell of a drill does: whatever the simulator has to do next, at once. */
function simulates(story: Story): void {
  for (let step = simulatedStep(story.state); step !== undefined; step = simulatedStep(story.state))
    story.says('', step);
}

function opened(people: string[]): Story {
  const story = new Story({ simulateAbsent: { seed: 7, people } });
  simulates(story);
  return story;
}

test('where nobody is there, a drill whose scheme was handed in goes to a report that is accepted, and all of it is marked', () => {
  const story = opened(EVERYBODY);
  expect(story.state.status).toBe('drafting');
  story.says(DIRECTOR, { type: 'submitScheme' });
  simulates(story);
  expect(story.state.status).toBe('starting');
  expect(story.state.approvalSimulated).toBe(true);
  story.settles();
  story.passes(MINUTE);
  story.shows('factAdded', {}, { simulated: true });
  story.shows('terminated');
  story.settles();
  simulates(story);
  expect(story.state.status).toBe('closed');
  expect(story.state.report).toMatchObject({ version: 1, handedIn: 'simulated', simulated: true });
  expect(acceptedByPeople(story.state)).toBe(false);
  expect(story.state.feedback).toMatchObject({ asked: [], given: [] });
  expect(story.state.feedback?.played).toContain(ENGINEER);
  for (const event of story.events.filter((one) => one.simulated)) {
    expect(drillEventWords(event, sampleNames(), 'en', 'Asia/Shanghai')).toMatch(/simulated/i);
    expect(drillEventWords(event, sampleNames(), 'zh-CN', 'Asia/Shanghai')).toContain('系统模拟');
  }
  const done = story.events.flatMap(({ type, simulated }) => (simulated && type !== 'actionSeen' ? [type] : []));
  expect([...new Set(done)]).toEqual(['schemeApproved', 'startAsked', 'rated', 'reportSubmitted', 'reportAccepted']);
});

test('has eight hours of the story where nobody is there, and else the time of the scenario', () => {
  const hoursOf = (people: string[]) => {
    const story = opened(people);
    story.says(DIRECTOR, { type: 'submitScheme' });
    story.says(APPROVER, { type: 'approve' });
    story.says(DIRECTOR, { type: 'start' });
    simulates(story);
    story.settles();
    story.passes(9 * HOUR);
    const { ended, startedAt } = story.state;
    return [ended?.why, (ended!.storyAt - startedAt!) / HOUR];
  };
  expect(hoursOf(EVERYBODY)).toEqual(['timeUp', 8]);
  expect(hoursOf([APPROVER])).toEqual(['timeUp', 6]);
});

test('nothing is sent to whoever is not there', () => {
  const story = opened(EVERYBODY);
  story.says(DIRECTOR, { type: 'submitScheme' });
  simulates(story);
  expect(story.state.effects.filter(({ kind }) => kind === 'tell')).toEqual([]);
});

test('what the simulator rates fills the sheet and does not count', () => {
  const story = opened(EVERYBODY);
  story.says(DIRECTOR, { type: 'submitScheme' });
  simulates(story);
  story.settles();
  story.passes(MINUTE);
  story.shows('factAdded');
  story.shows('terminated');
  story.settles();
  simulates(story);
  const submitted = story.events.find((event) => event.type === 'reportSubmitted');
  const by = submitted?.type === 'reportSubmitted' ? submitted.ratings.map((one) => one.by) : [];
  expect(by).toContain('simulator');
  const axes = submitted?.type === 'reportSubmitted' ? submitted.axes : undefined;
  expect(axes?.find(({ axis }) => axis === 'technical')).not.toHaveProperty('points');
});

test('what is up to somebody who is there waits for that person', () => {
  const story = opened(EVERYBODY.filter((person) => person !== APPROVER));
  story.says(DIRECTOR, { type: 'submitScheme' });
  simulates(story);
  expect(story.state.status).toBe('review');
  story.says(APPROVER, { type: 'approve' });
  simulates(story);
  expect(story.state.status).toBe('starting');
  expect(story.state.approvalSimulated).toBeUndefined();
});

test('the simulator speaks for nobody whom the scheme does not name', () => {
  const story = opened([DIRECTOR]);
  story.says(DIRECTOR, { type: 'submitScheme' });
  expect(refusalOf(story.says(APPROVER, { type: 'approve' }, { simulated: true }))).toBe('not_simulated');
  const quiet = new Story();
  quiet.says(DIRECTOR, { type: 'submitScheme' });
  expect(refusalOf(quiet.says(APPROVER, { type: 'approve' }, { simulated: true }))).toBe('not_simulated');
});

test('a report that people accept counts, whoever was simulated before', () => {
  const story = opened(EVERYBODY.filter((person) => person !== APPROVER));
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  simulates(story);
  story.settles();
  story.passes(MINUTE);
  story.shows('terminated');
  story.settles();
  simulates(story);
  expect(story.state.status).toBe('submitted');
  story.says(APPROVER, { type: 'accept' });
  expect(acceptedByPeople(story.state)).toBe(true);
});

test('whoever acts in person once it has begun is played no more: what is theirs waits for them', () => {
  const story = new Story({ rules: TODAY, simulateAbsent: { seed: 7, people: [DIRECTOR, APPROVER] } });
  story.says(DIRECTOR, { type: 'submitScheme' });
  // Who is there to prepare it may be away when it is played.
  expect(story.state.cameInPerson).toBeUndefined();
  simulates(story);
  expect(story.state.status).toBe('starting');
  story.settles();
  story.says(DIRECTOR, { type: 'end' });
  story.settles();
  expect(story.state.cameInPerson).toEqual([DIRECTOR]);
  expect(story.state.feedback?.asked).toContain(DIRECTOR);
  story.passes(4 * DAY);
  story.says(EVALUATOR, { type: 'rate', criterion: 'E-21', rating: 'S', reason: 'x' });
  simulates(story);
  expect(story.state.status).toBe('evaluating');
  story.says(DIRECTOR, { type: 'submit', problems: 'x', suggestions: '', despite: true });
  expect(story.state.report).not.toHaveProperty('handedIn');
  simulates(story);
  expect(story.state.report).toMatchObject({ simulated: true });
});

test('what simulated people never do is held against nobody; where one of them is there it is', () => {
  const [{ contingency: _, ...first }, ...others] = SCENARIO.injects as [Inject, ...Inject[]];
  const asking = { ...SCENARIO, injects: [{ ...first, facts: {} }, ...others] };
  const outcome = (people: string[], scenario = asking) => {
    const story = running({ rules: TODAY, scenario, simulateAbsent: { seed: 7, people } });
    story.passes(HOUR);
    return story.state.injects['in-1']?.actions.map(({ status }) => status);
  };
  expect(outcome([ENGINEER])).toEqual(['excused']);
  expect(outcome([COMMANDER])).toEqual(['missed']);
  // They enter the facts that an inject has.
  expect(outcome([ENGINEER], { ...asking, injects: [first, ...others] })).toEqual(['missed']);
  const task = { event: 'taskFinished', within: 5 * MINUTE } as const;
  expect(outcome([ENGINEER], { ...asking, injects: [{ ...first, expects: [task] }, ...others] })).toEqual(['missed']);
});

test('whoever turns up in its incident is told and asked from then on, and no time is taken from them', () => {
  const everybody = [...EVERYBODY, 'xu-kai'];
  const story = new Story({ rules: TODAY, simulateAbsent: { seed: 7, people: everybody } });
  story.says(DIRECTOR, { type: 'submitScheme' });
  simulates(story);
  story.settles();
  story.passes(7 * HOUR);
  story.shows('acknowledged', {}, { person: ENGINEER, simulated: true });
  expect(story.state.cameInPerson).toBeUndefined();
  story.shows('taskStarted', {}, { person: ENGINEER });
  story.shows('taskFinished', {}, { person: ENGINEER });
  expect(story.all('cameInPerson')).toMatchObject([{ person: ENGINEER }]);
  story.passes(MINUTE);
  expect(story.state.status).toBe('running');
  story.passes(HOUR);
  expect(story.state.feedback?.asked).toEqual([ENGINEER]);
});
