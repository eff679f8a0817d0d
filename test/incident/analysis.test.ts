import type { Decision } from '../../src/domain/incident/index.js';
import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import { DAY } from '../../src/domain/time.js';
import { complete, ended, ITEMS, record, responding } from './reportPlan.js';
import { endsAnyhow, refusalOf } from './story.js';
import type { Story } from './story.js';

const [timeline, cause, why, root] = ITEMS;
const refused = (story: Story, decision: Decision, who = 'zhao-lei') => refusalOf(story.says(who, decision));
const items = (story: Story, ...list: typeof ITEMS) => refused(story, record(list));
const dues = ({ state }: Story) => duesOf(state).filter(({ item }) => item === 'analysis');

describe('a cause analysis', () => {
  test('is recorded as a whole, in versions, with its words apart, and declared complete', () => {
    const story = ended();
    story.says('zhao-lei', record([cause!], { method: 'timeline' }));
    const [event] = story.says('zhao-lei', record(ITEMS, { method: 'five whys', nature: ' ' }));
    expect(event).toMatchObject({
      type: 'analysisRecorded',
      version: 2,
      authority: 'techLead',
      items: [{ id: 't1', kind: 'timeline', at: 1 }, { id: 'c1' }, { id: 'w1', of: 'c1' }, { id: 'r1', of: 'w1' }],
    });
    expect(event).toHaveProperty('texts', {
      t1: 'first errors',
      'link t1': 'https://logs.example/1',
      c1: cause!.text,
      w1: why!.text,
      r1: root!.text,
      method: 'five whys',
    });
    expect(story.state.analysis).toMatchObject({ version: 2, seq: event!.seq, lacks: [] });
    expect(story.says('zhao-lei', complete)[0]).toMatchObject({ type: 'analysisCompleted', version: 2 });
    expect(story.state.analysis.completed).toEqual({
      seq: story.events.findLast(({ type }) => type === 'analysisCompleted')!.seq,
      at: story.at,
      by: { kind: 'person', id: 'zhao-lei' },
    });
    expect(refused(story, complete)).toMatchObject({ code: 'analysis_completed', found: { version: 2 } });
    // What is recorded anew has to be completed anew.
    expect(story.says('zhao-lei', record(ITEMS, { nature: 'a change' }))[0]).toMatchObject({
      texts: { nature: 'a change' },
    });
    expect(story.state.analysis.completed).toBeUndefined();
  });

  test('is for its owner, the deputies of that post, and command', () => {
    for (const who of ['zhao-lei', 'he-zhe', 'lin-wei', 'chen-jing']) {
      expect(ended().says(who, record())[0]).toHaveProperty('type', 'analysisRecorded');
    }
    expect(refused(ended(), record(), 'zhou-min')).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['techLead', 'engineer', 'commander', 'deputy'] },
    });
  });

  test('comes after the end, by a plan that has one', () => {
    expect(refused(responding(), record())).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'responding' },
      needed: { phases: ['watching', 'aftermath'] },
    });
    const without = ended((plan) => delete plan.aftermath);
    expect(refused(without, record())).toHaveProperty('code', 'no_aftermath');
    expect(dues(without)).toEqual([]);
  });

  test('names what is wrong with its items', () => {
    const story = ended();
    const wrong = (why: string, ...ids: string[]) => ({ code: 'analysis_items', found: { why, items: ids } });
    expect(items(story)).toMatchObject({ code: 'text_required', found: { field: 'items' } });
    expect(items(story, cause!, { ...why!, id: 'c1' })).toMatchObject(wrong('twice', 'c1'));
    expect(items(story, { ...cause!, text: ' ' })).toMatchObject(wrong('without_text', 'c1'));
    expect(items(story, { id: 't1', kind: 'timeline', text: 'x' })).toMatchObject(wrong('without_time', 't1'));
    expect(items(story, { ...timeline!, at: story.at + 1 })).toMatchObject(wrong('in_the_future', 't1'));
    expect(items(story, { id: 'w1', kind: 'why', text: 'x' })).toMatchObject(wrong('without_cause', 'w1'));
    expect(items(story, why!)).toMatchObject(wrong('unfounded', 'w1'));
    expect(items(story, cause!, { ...root!, of: 'c1' })).toMatchObject(wrong('unfounded', 'r1'));
    for (const named of ['c1', 'w1']) {
      expect(items(story, cause!, why!, { ...timeline!, of: named })).toMatchObject(wrong('unfounded', 't1'));
    }
    const circle = [
      { ...why!, id: 'w1', of: 'w2' },
      { ...why!, id: 'w2', of: 'w1' },
    ];
    expect(items(story, ...circle)).toMatchObject(wrong('in_a_circle', 'w1', 'w2'));
    expect(story.state.analysis).toMatchObject({ version: 0 });
    // What happens at this moment is not in the future.
    expect(items(story, { ...timeline!, at: story.at })).toBeUndefined();
  });

  test('names at most twenty items, however many are wrong or wanting', () => {
    const story = ended();
    const roots = Array.from({ length: 25 }, (_, i) => ({ id: `r${i}`, kind: 'root' as const, text: 'x' }));
    const blank = refused(story, record(roots.map((item) => ({ ...item, text: ' ' }))));
    expect(blank?.found['items']).toHaveLength(20);
    story.says('zhao-lei', record([cause!, ...roots]));
    expect(refused(story, complete)?.found['lacks']).toHaveLength(20);
  });

  test('is complete with a direct cause, a root cause, and whys that lead from a cause to each root', () => {
    const lacks = (...list: typeof ITEMS) => {
      const story = ended();
      story.says('zhao-lei', record(list));
      const { code, found } = refused(story, complete) ?? {};
      expect(code).toBe(found && 'analysis_lacks');
      return found?.['lacks'];
    };
    expect(refused(ended(), complete)).toHaveProperty('code', 'analysis_missing');
    expect(lacks(timeline!)).toEqual(['direct', 'root']);
    expect(lacks(cause!, { id: 'r1', kind: 'root', text: 'x' })).toEqual(['why r1']);
    expect(lacks(cause!, why!, root!, { id: 'r2', kind: 'root', text: 'x' })).toEqual(['why r2']);
    expect(lacks({ ...cause!, kind: 'indirect' }, why!, root!)).toEqual(['direct']);
    expect(lacks(cause!, why!, { ...why!, id: 'w2', of: 'w1' }, { ...root!, of: 'w2' })).toBeUndefined();
    const contributing = { ...cause!, id: 'c2', kind: 'contributing' as const };
    expect(lacks(cause!, contributing, { ...why!, of: 'c2' }, root!)).toBeUndefined();
  });

  test('is owed from the end until it is complete, where the plan wants it at this level', () => {
    const story = ended();
    const from = story.state.termination.terminatedAt!;
    expect(dues(story)).toEqual([{ item: 'analysis', from, dueAt: from + 5 * DAY, posts: ['techLead', 'engineer'] }]);
    story.says('zhao-lei', record());
    expect(dues(story)).toHaveLength(1);
    story.says('zhao-lei', complete);
    expect(dues(story)).toEqual([]);
    expect(dues(ended(({ aftermath }) => (aftermath!.analysis.levels = ['L1'])))).toEqual([]);
    expect(dues(ended(({ aftermath }) => (aftermath!.analysis.levels = ['L3'])))).toHaveLength(1);
  });

  test('is owed no more by a version of the plan that has no aftermath', () => {
    const story = ended((plan) => (plan.termination.watch = [{ levels: ['L3'], for: DAY }]));
    const { plan, ...basis } = story.state.basis;
    const { aftermath: _, ...without } = { ...plan, version: plan.version + 1, hash: 'a7'.repeat(32) };
    story.says('lin-wei', { type: 'movePlan', basis: { ...basis, plan: without }, reason: 'written elsewhere' });
    expect(story.all('planMoved')).toHaveLength(1);
    expect(dues(story)).toEqual([]);
  });

  test('that was asked for lapses when the incident is reopened; its versions go on counting', () => {
    const story = ended((plan) => (plan.termination.watch = [{ levels: ['L3'], for: DAY }]));
    story.says('zhao-lei', record());
    story.says('zhao-lei', complete);
    story.says('lin-wei', { type: 'reopen', reason: 'it fails again' });
    expect(story.state.analysis).toMatchObject({ version: 1 });
    expect(story.state.analysis).not.toHaveProperty('asked');
    expect(story.state.analysis).not.toHaveProperty('completed');
    endsAnyhow(story);
    expect(dues(story)).toHaveLength(1);
    expect(story.says('zhao-lei', record())[0]).toMatchObject({ version: 2 });
  });
});
