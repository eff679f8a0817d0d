import { pending } from '../../src/domain/incident/index.js';
import type { Decision, Phase } from '../../src/domain/incident/index.js';
import { confirmAt, confirmEnd, propose, refusalOf, START, Story } from './story.js';

const merge = (more: object = {}): Decision => ({ type: 'merge', into: 'i-2', reason: 'the same outage', ...more });
const absorb = (more: object = {}): Decision => ({
  type: 'absorb',
  mode: 'real',
  reporter: { kind: 'person', id: 'he-zhe' },
  reportedAt: START - 60_000,
  facts: {},
  texts: { title: 'Refunds fail', place: 'back office' },
  ...more,
});
const answered = (story: Story, more: { effectId?: string; code?: string } = {}) => {
  const effectId = Object.keys(story.state.effects.pending).find((id) => id.startsWith('m')) ?? '';
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'mergeAnswered', effectId, ...more });
};
const standingBy = () => {
  const story = new Story();
  story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' });
  return story;
};
const ended = () => {
  const story = new Story();
  story.says('lin-wei', confirmAt('L3'));
  story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
  story.says('lin-wei', confirmEnd);
  return story;
};

describe('a merger', () => {
  test('keeps who decided it, by which authority and why', () => {
    const story = new Story();
    expect(story.says('lin-wei', merge())[0]).toMatchObject({
      type: 'mergeAsked',
      into: 'i-2',
      authority: 'commander',
      texts: { reason: 'the same outage' },
    });
    expect(story.state.merging).toMatchObject({
      asked: { into: 'i-2', by: { kind: 'person', id: 'lin-wei' } },
      reason: 'the same outage',
    });
    answered(story);
    expect(story.state.merging).toMatchObject({ into: 'i-2', reason: 'the same outage' });
  });

  test('is possible on standby as well', () => {
    const story = standingBy();
    story.says('lin-wei', merge());
    answered(story);
    expect(story.state.phase).toBe('merged');
  });

  test('that the other refused says which, why, and who had asked', () => {
    const story = new Story();
    story.says('chen-jing', merge());
    expect(answered(story, { code: 'other_mode' })[0]).toMatchObject({
      type: 'mergeRefused',
      into: 'i-2',
      code: 'other_mode',
      askedBy: { kind: 'person', id: 'chen-jing' },
    });
  });

  test('is asked for anew after a refusal, not as a repetition of the first', () => {
    const story = new Story();
    for (const into of ['i-2', 'i-2']) {
      story.says('lin-wei', merge({ into }));
      answered(story, { code: 'wrong_phase' });
    }
    const asked = story.all('effectRequested').filter(({ effect }) => effect.kind === 'merge');
    expect(new Set(asked.map(({ effect }) => effect.id)).size).toBe(2);
  });

  test('is settled once: an answer that comes again, or to nothing, changes nothing', () => {
    const story = new Story();
    expect(answered(story, { effectId: 'm99' })).toEqual([]);
    story.says('lin-wei', merge());
    expect(answered(story, { effectId: 'n1.0' })).toEqual([]);
    answered(story, { code: 'wrong_phase' });
    expect(answered(story, { effectId: 'm2' })).toEqual([]);
    expect(story.state.phase).toBe('reported');
  });

  test.each<[string, (story: Story) => void, Phase]>([
    [
      'rejected',
      (story) => story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' }),
      'rejected',
    ],
    [
      'ended',
      (story) => {
        story.says('lin-wei', confirmAt('L3'));
        story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
        story.says('lin-wei', confirmEnd);
      },
      'aftermath',
    ],
  ])('is void once this incident is %s: nobody is asked any more, and an answer comes too late', (_, end, phase) => {
    const story = new Story();
    story.says('lin-wei', merge());
    const effectId = Object.keys(story.state.effects.pending).find((id) => id.startsWith('m'))!;
    end(story);
    expect(pending(story.state).filter(({ kind }) => kind === 'merge')).toEqual([]);
    expect(story.state.merging.asked).toBeUndefined();
    expect(answered(story, { effectId })).toEqual([]);
    expect(story.state.phase).toBe(phase);
  });

  test('that is refused says what stands against it, and first of all who may decide on it', () => {
    const story = new Story();
    expect(story.says('zhao-lei', merge({ reason: ' ' }))).toMatchObject([
      { type: 'refused', code: 'not_authorised', needed: { posts: ['commander', 'deputy'] } },
    ]);
    expect(refusalOf(story.says('lin-wei', merge({ into: 'i-1' })))).toMatchObject({ found: { incident: 'i-1' } });
    story.says('lin-wei', merge());
    expect(refusalOf(story.says('lin-wei', merge({ into: 'i-3' })))).toMatchObject({ found: { into: 'i-2' } });
    expect(refusalOf(story.says('lin-wei', absorb()))).toMatchObject({ found: { into: 'i-2' } });
    expect(refusalOf(ended().says('lin-wei', merge()))).toMatchObject({
      found: { phase: 'aftermath' },
      needed: { phases: ['reported', 'standby', 'responding'] },
    });
  });
});

describe('a later report of the same thing', () => {
  test('is kept word for word, with or without an incident of its own', () => {
    const story = standingBy();
    expect(story.says('lin-wei', absorb({ from: 'i-9' }))[0]).toMatchObject({
      type: 'reportAbsorbed',
      from: 'i-9',
      reportedAt: START - 60_000,
      texts: { title: 'Refunds fail', place: 'back office' },
    });
    expect(story.says('lin-wei', absorb())[0]).not.toHaveProperty('from');
    expect(story.state.merging.absorbed[1]).not.toHaveProperty('from');
  });

  test('is refused in the aftermath, and in another mode, with the mode that it needs', () => {
    expect(refusalOf(ended().says('lin-wei', absorb()))).toMatchObject({ code: 'wrong_phase' });
    expect(refusalOf(new Story().says('lin-wei', absorb({ mode: 'drill' })))).toMatchObject({
      found: { mode: 'drill' },
      needed: { mode: 'real' },
    });
  });

  test('is one of at most fifty that are listed: the newest', () => {
    const story = new Story();
    for (let i = 0; i < 60; i++) story.says('lin-wei', absorb({ from: `i-${i}` }));
    expect(story.state.merging.absorbed).toHaveLength(50);
    expect(story.state.merging.absorbed.at(-1)).toMatchObject({ from: 'i-59' });
    expect(story.all('reportAbsorbed')).toHaveLength(60);
  });
});
