import { fail, fold, openItems, restored } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { BASIS, confirmAt, MINUTE, Story, told } from './story.js';

const failure = { error: 'TypeError: x is not a function', during: 'changeLevel' } as const;

describe('when the machine fails', () => {
  test('command and whoever was alerted are told once, urgently, with what was not carried out', () => {
    const story = new Story();
    const [failed, requested, ...rest] = story.fails(failure);

    expect(failed).toMatchObject({ type: 'machineFailed', ...failure });
    expect(requested).toMatchObject({
      type: 'effectRequested',
      cause: failed!.seq,
      effect: { template: 'machineFailed', acknowledge: false, facts: failure },
    });
    expect(told([requested!])).toEqual({ machineFailed: ['lin-wei', 'chen-jing'] });
    expect(rest).toEqual([]);
  });

  test('the incident stands as it stood, and the failure is in its state', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    const before = story.state;
    story.fails(failure);
    expect(story.state).toMatchObject({ phase: 'responding', grading: before.grading, command: before.command });
    expect(story.state.mobilisation).toEqual(before.mobilisation);
    expect(story.state.failures).toEqual({ count: 1, latest: { at: story.at, ...failure }, toldAt: story.at });
    expect(openItems(story.state, story.at)).toEqual(openItems(before, story.at));
  });

  test('a failure that repeats each minute is told every 10 minutes', () => {
    const story = new Story();
    const toldAt: number[] = [];
    for (let minute = 0; minute <= 25; minute++) {
      if (told(story.fails({ error: 'Error: again', during: 'wake' }))['machineFailed']) toldAt.push(minute);
      story.at += MINUTE;
    }
    expect(toldAt).toEqual([0, 10, 20]);
    expect(story.state.failures.count).toBe(26);
    expect(story.all('machineFailed')).toHaveLength(26);
  });

  test('a very long error is cut in the notice and whole on the timeline', () => {
    const [failed, requested] = new Story().fails({ error: 'x'.repeat(5_000) });
    expect(failed).toMatchObject({ error: 'x'.repeat(5_000) });
    expect(requested).toMatchObject({ effect: { facts: { error: 'x'.repeat(200) } } });
  });

  test('is told even where the plan itself is what it fails on', () => {
    const basis = { ...BASIS, plan: { ...BASIS.plan, verification: {}, notification: undefined } } as never;
    const events: IncidentEvent[] = fail({ ...new Story().state, basis }, failure, 1);
    expect(told(events)).toEqual({ machineFailed: ['lin-wei', 'chen-jing'] });
  });

  test('also in a state that an earlier release kept', () => {
    const story = new Story();
    const { basis, failures: _, moved, ...older } = story.state;
    const { failures: __, ...olderMoved } = moved;
    const state = restored(basis, JSON.parse(JSON.stringify({ ...older, moved: olderMoved })) as typeof story.state);
    expect(state).toEqual(fold(basis, story.events));
  });
});
