import { expect, test } from '@jest/globals';
import { readDecision } from '../../src/domain/incident/index.js';
import { eventWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import { DrillStory } from './drillStory.js';
import { BASIS, confirmAt, refusalOf, Story } from './story.js';

const SIMULATED = { via: 'simulator' } as const;

test('nobody is simulated in a real incident, whatever the simulator says', () => {
  const real = new Story();
  const { state } = real;
  for (const decision of [
    confirmAt('L2'),
    { type: 'acknowledge', person: 'lin-wei' } as const,
    { type: 'checkIn' } as const,
    { type: 'terminate', action: 'propose', reason: 'r' } as const,
  ]) {
    const refused = refusalOf(real.says('lin-wei', decision, SIMULATED));
    expect(refused).toMatchObject({ code: 'simulated_only_in_drills' });
  }
  expect(real.state.phase).toBe(state.phase);
  expect(real.state.grading).toEqual(state.grading);
});

test('in a drill nobody is played who is there', () => {
  const drill = new DrillStory();
  expect(refusalOf(drill.says('lin-wei', confirmAt('L2'), SIMULATED))).toMatchObject({
    code: 'not_simulated',
    found: { person: 'lin-wei' },
  });
  expect(drill.state.phase).toBe('reported');
});

test('in a drill whoever is not there is played, and that is marked on the event and in the timeline', () => {
  const drill = new DrillStory(undefined, BASIS, { simulated: ['lin-wei'] });
  const [event] = drill.says('lin-wei', confirmAt('L2'), SIMULATED);
  expect(event).toMatchObject({ type: 'confirmed', via: 'simulator', actor: { kind: 'person', id: 'lin-wei' } });
  expect(eventWords(event!, sampleNames(), 'en')).toContain('[simulated, not done in person]');
  expect(eventWords(event!, sampleNames(), 'zh-CN')).toContain('（系统模拟，非本人操作）');
});

test('a message says that it is simulated by the way that it came, and by nothing else', () => {
  const head = { requestId: 'r', actor: { kind: 'person', id: 'lin-wei' } };
  const read = readDecision(undefined, { ...head, ...confirmAt('L2'), via: 'simulator' });
  expect(read).toMatchObject({ via: 'simulator' });
  expect(readDecision(undefined, { ...head, ...confirmAt('L2'), via: 'api', simulated: true })).not.toHaveProperty(
    'simulated',
  );
});
