import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { APPROVER, CONTROLLER, DIRECTOR, ENGINEER, refusalOf, running, SAFETY, TODAY, told } from './story.js';
import type { Story } from './story.js';

function conducted(more = {}): Story {
  const story = running({ rules: TODAY, ...more });
  story.settles();
  return story;
}

const paces = ({ state }: Story) => state.effects.flatMap((effect) => (effect.kind === 'pace' ? [effect.pace] : []));

describe('the pace', () => {
  test('is what the clock of its incident shows, whoever has set it', () => {
    const story = conducted({ pace: 60 });
    story.paces(0);
    story.looks();
    expect(story.state.pace).toBe(0);
    expect(told(story)['paused']).toContain(ENGINEER);
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: 0 }))).toBe('no_change');
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: 60 }))).toBeUndefined();
    story.settles();
    expect(story.incident.pace).toBe(60);
  });

  test('that somebody has set going again is paused when something real happens, and by whoever pauses it', () => {
    const [first, second] = [conducted(), conducted()];
    for (const story of [first, second]) {
      story.says(DIRECTOR, { type: 'setPace', pace: 0 });
      story.settles();
      story.paces(1);
      story.looks();
    }
    first.preempts([ENGINEER]);
    expect(paces(first)).toEqual([0]);
    expect(refusalOf(second.says(SAFETY, { type: 'setPace', pace: 0 }))).toBeUndefined();
  });

  test('that is on its way counts, until the incident has answered', () => {
    const story = conducted();
    story.says(DIRECTOR, { type: 'setPace', pace: 0 });
    expect(story.state.pace).toBe(0);
    const [pause] = story.mayBegin().filter(({ kind }) => kind === 'pace');
    story.paces(60);
    story.looks();
    expect(story.state.pace).toBe(0);
    story.carriesOut(pause!);
    story.answers(pause!);
    expect(story.state).toMatchObject({ pace: 0, clock: { pace: 0 } });
    expect(story.looks()).toEqual([]);
  });

  test('that the incident never took is none: then what its clock shows is so', () => {
    const story = conducted({ pace: 60 });
    story.says(DIRECTOR, { type: 'setPace', pace: 0 });
    story.answers(
      story.mayBegin().find(({ kind }) => kind === 'pace')!,
      { failed: true },
    );
    expect(story.state).toMatchObject({ pace: 60, clock: { pace: 60 } });
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace', pace: 0 }))).toBeUndefined();
  });

  test('reaches the incident one after the other; of those that wait only the latest does', () => {
    const story = conducted();
    for (const pace of [60, 30, 0]) story.says(DIRECTOR, { type: 'setPace', pace });
    expect(paces(story)).toEqual([60, 0]);
    const [first, ...others] = story.mayBegin().filter(({ kind }) => kind === 'pace');
    expect(others).toEqual([]);
    story.carriesOut(first!);
    story.answers(first!);
    expect(story.state.pace).toBe(0);
    story.settles();
    expect(story.incident.pace).toBe(0);
  });

  test('is not said any more once the drill is over: the incident is cleared after that', () => {
    const story = conducted();
    for (const pace of [60, 30]) story.says(DIRECTOR, { type: 'setPace', pace });
    story.says(SAFETY, { type: 'stop' });
    expect(paces(story)).toEqual([60]);
    expect(story.mayBegin().map(({ kind }) => kind)).not.toContain('clear');
    story.settles();
    expect(story.mayBegin().map(({ kind }) => kind)).toContain('clear');
    story.settles();
    expect(story.incident.pace).toBe(0);
  });

  test('after a pause is the one before it, unless somebody says another', () => {
    const story = conducted({ pace: 60 });
    for (const pace of [30, 0]) {
      story.says(DIRECTOR, { type: 'setPace', pace });
      story.settles();
    }
    story.says(DIRECTOR, { type: 'setPace' });
    story.settles();
    expect(story.incident.pace).toBe(30);
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace' }))).toBe('no_change');
  });
});

test('whoever sees a danger pauses it, and only the director lets it go on', () => {
  const story = conducted();
  for (const person of [SAFETY, CONTROLLER]) {
    expect(refusalOf(story.says(person, { type: 'setPace', pace: 0 }))).toBeUndefined();
    story.settles();
    for (const other of [SAFETY, CONTROLLER]) {
      expect(refusalOf(story.says(other, { type: 'setPace' }))).toBe('not_authorised');
      expect(refusalOf(story.says(other, { type: 'setPace', pace: 2 }))).toBe('not_authorised');
    }
    expect(refusalOf(story.says(DIRECTOR, { type: 'setPace' }))).toBeUndefined();
    story.settles();
  }
  expect(refusalOf(story.says(SAFETY, { type: 'setPace', pace: 5 }))).toBe('not_authorised');
  expect(refusalOf(story.says(CONTROLLER, { type: 'setPace', pace: 5 }))).toBeUndefined();
});

test('a controller lets it go on where its director is not there: simulated, or at work for a real incident', () => {
  const taken = conducted();
  taken.preempts([DIRECTOR, APPROVER]);
  taken.settles();
  expect(taken.incident.pace).toBe(0);
  expect(refusalOf(taken.says(SAFETY, { type: 'setPace' }))).toBe('not_authorised');
  expect(refusalOf(taken.says(CONTROLLER, { type: 'setPace' }))).toBeUndefined();

  const simulated = running({ rules: TODAY, simulateAbsent: { seed: 1, people: [DIRECTOR] } });
  simulated.says(SAFETY, { type: 'setPace', pace: 0 });
  simulated.settles();
  expect(refusalOf(simulated.says(CONTROLLER, { type: 'setPace' }))).toBeUndefined();
});

describe('a drill that stands still', () => {
  test('reminds its director after an hour, and then every day those who approve drills as well', () => {
    const story = conducted();
    story.says(CONTROLLER, { type: 'setPace', pace: 0 });
    story.settles();
    expect(story.passes(HOUR - 1)).toEqual([]);
    story.passes(1);
    expect(told(story)['standsStill']).toEqual([DIRECTOR]);
    expect(refusalOf(story.says(APPROVER, { type: 'setPace' }))).toBe('not_authorised');
    story.settles();
    story.passes(DAY);
    expect(told(story)['standsStill']).toEqual([DIRECTOR, APPROVER]);
    story.settles();
    story.passes(DAY);
    expect(story.all('standstillReminded')).toHaveLength(3);
    // Whoever is told may do it.
    expect(refusalOf(story.says(APPROVER, { type: 'setPace' }))).toBeUndefined();
    story.settles();
    story.says(DIRECTOR, { type: 'end' });
    story.settles();
    expect(story.passes(DAY).filter(({ type }) => type === 'standstillReminded')).toEqual([]);
  });

  test('whose director a real incident has taken is in the hands of whoever approves drills', () => {
    const story = conducted();
    story.passes(MINUTE);
    for (const decision of [{ type: 'end' }, { type: 'stop' }, { type: 'setPace', pace: 0 }] as const) {
      expect(refusalOf(story.says(APPROVER, decision))).toBe('not_authorised');
    }
    story.preempts([DIRECTOR]);
    story.settles();
    story.passes(HOUR);
    expect(told(story)['standsStill']).toEqual([APPROVER]);
    story.says(APPROVER, { type: 'setPace' });
    story.settles();
    expect(story.state).toMatchObject({ pace: 1, status: 'running' });
    story.says(APPROVER, { type: 'end' });
    expect(story.state.ended?.why).toBe('director');
  });

  test('reminds nobody where nobody is there', () => {
    const people = [...new Set([DIRECTOR, APPROVER, CONTROLLER, SAFETY])];
    const story = conducted({ simulateAbsent: { seed: 1, people } });
    story.says(ENGINEER, { type: 'setPace', pace: 0 }, { actor: { kind: 'operator' } });
    story.settles();
    expect(story.passes(DAY)).toEqual([]);
  });
});
