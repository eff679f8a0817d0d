import { openItems } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { refusalOf, Story, told, endsAnyhow } from './story.js';
import { responding, tasksBasis } from './tasksPlan.js';

const cordon: Decision = { type: 'scene', action: 'cordon', area: 'machine room 2', rules: 'one way in' };
const lift: Decision = { type: 'scene', action: 'lift', reason: 'made safe' };
const admit = (name = 'an electrician'): Decision => ({
  type: 'scene',
  action: 'admit',
  name,
  area: 'rack 7',
  purpose: 'power',
});
const leave = (pass: number): Decision => ({ type: 'scene', action: 'leave', pass });
/** Whatever stands against it, with the incident report written. */
function ended(before: (story: ReturnType<typeof responding>) => void) {
  const story = responding('L3');
  before(story);
  endsAnyhow(story);
  story.delivers();
  return story;
}
const passes = (story: ReturnType<typeof responding>) => story.state.scene.inside.map(({ pass }) => pass);

test('the cordon is set and changed by whom the plan names; command and the leads are told', () => {
  const story = responding('L1');
  expect(refusalOf(story.says('sun-yu', cordon))).toMatchObject({
    code: 'not_authorised',
    needed: { posts: ['techLead', 'duty', 'commander', 'deputy'] },
  });
  const events = story.says('wang-fang', cordon);
  expect(events[0]).toMatchObject({ type: 'cordonSet', authority: 'duty' });
  expect(new Set(told(events)['cordonSet'])).toEqual(
    new Set(['lin-wei', 'chen-jing', 'zhao-lei', 'wang-fang', 'zhou-min', 'gao-yang']),
  );
  story.says('zhao-lei', { ...cordon, area: 'the whole floor' });
  expect(story.state.scene.cordon).toMatchObject({ area: 'the whole floor' });
});

test('a plan that names nobody leaves it to command', () => {
  const story = responding('L1', ({ plan }) => delete plan.scene);
  expect(refusalOf(story.says('zhao-lei', cordon))).toMatchObject({ code: 'not_authorised' });
  expect(refusalOf(story.says('chen-jing', cordon))).toBeUndefined();
});

test('people are let in and go out by numbered passes', () => {
  const story = responding();
  expect(refusalOf(story.says('wang-fang', admit()))).toMatchObject({ code: 'no_cordon' });
  story.says('wang-fang', cordon);
  for (const name of ['a', 'b', 'c']) story.says('wang-fang', admit(name));
  story.says('wang-fang', leave(2));
  expect(passes(story)).toEqual([1, 3]);
  expect(refusalOf(story.says('wang-fang', leave(2)))).toMatchObject({
    code: 'unknown_pass',
    needed: { passes: ['1', '3'] },
  });
  story.says('wang-fang', admit('d'));
  expect(passes(story)).toEqual([1, 3, 4]);
});

test('lifting it needs a reason and ends the list of those inside', () => {
  const story = responding();
  story.says('wang-fang', cordon);
  story.says('wang-fang', admit());
  expect(refusalOf(story.says('wang-fang', { ...lift, reason: '' }))).toMatchObject({
    code: 'reason_required',
  });
  expect(story.says('wang-fang', lift)[0]).toMatchObject({ type: 'cordonLifted', inside: 1 });
  expect(passes(story)).toEqual([]);
  expect(refusalOf(story.says('wang-fang', lift))).toMatchObject({ code: 'no_cordon' });
});

test('needs words, and has an end', () => {
  const story = responding();
  expect(refusalOf(story.says('wang-fang', { ...cordon, rules: ' ' }))).toMatchObject({
    code: 'scene_text_required',
    needed: { fields: ['rules'] },
  });
  story.says('wang-fang', cordon);
  for (let i = 0; i < 200; i++) story.says('wang-fang', admit());
  expect(refusalOf(story.says('wang-fang', admit()))).toMatchObject({ code: 'scene_full' });
});

test('what was said at the scene stays on the record, word for word', () => {
  const story = responding();
  story.says('wang-fang', cordon);
  expect(story.says('wang-fang', admit())[0]).toMatchObject({
    texts: { name: 'an electrician', area: 'rack 7', purpose: 'power' },
  });
  expect(story.says('wang-fang', lift)[0]).toMatchObject({ texts: { reason: 'made safe' } });
  expect(story.state.scene).toEqual({ passes: 1, inside: [], reason: 'made safe', lifted: 'machine room 2' });
});

test('a refusal at the scene names what was asked for and what there is', () => {
  const story = responding();
  story.says('wang-fang', cordon);
  expect(refusalOf(story.says('wang-fang', { ...lift, reason: ' ' }))).toMatchObject({ code: 'reason_required' });
  expect(refusalOf(story.says('wang-fang', leave(4)))).toMatchObject({ found: { pass: 4 }, needed: { passes: [] } });
  expect(refusalOf(story.says('wang-fang', admit(' ')))).toMatchObject({
    code: 'scene_text_required',
    needed: { fields: ['name'] },
  });
  for (let i = 0; i < 200; i++) story.says('wang-fang', admit());
  expect(refusalOf(story.says('wang-fang', admit()))).toMatchObject({ found: { inside: 200 }, needed: { most: 200 } });
});

test('whoever has no say at the scene hears that, not whether there is a cordon', () => {
  expect(refusalOf(responding().says('sun-yu', lift))).toMatchObject({ code: 'not_authorised' });
});

test('a cordon that stands at the end is told to whoever keeps it, and must be lifted before the closure', () => {
  const story = ended((s) => {
    s.says('wang-fang', cordon);
    s.says('wang-fang', admit());
  });
  expect(new Set(told(story.events)['cordonStands'])).toEqual(
    new Set(['lin-wei', 'chen-jing', 'zhao-lei', 'wang-fang']),
  );
  expect(openItems(story.state, story.at)).toContainEqual({ code: 'cordon_stands' });
  expect(refusalOf(story.says('lin-wei', { type: 'close', reason: 'done' }))).toMatchObject({
    code: 'cordon_stands',
    found: { inside: 1 },
  });
  story.says('wang-fang', lift);
  expect(openItems(story.state, story.at)).toEqual([]);
  expect(story.says('lin-wei', { type: 'close', reason: 'done' })[0]).toMatchObject({ type: 'closed' });
});

test.each<[string, Decision]>([
  ['reject the report', { type: 'verify', outcome: 'rejected', reason: 'a test' }],
  ['merge it into another', { type: 'merge', into: 'i-2', reason: 'the same' }],
])('to %s, the cordon is lifted first', (_, decision) => {
  const story = new Story({}, tasksBasis());
  story.says('wang-fang', cordon);
  expect(openItems(story.state, story.at)).toEqual([{ code: 'cordon_stands' }]);
  expect(refusalOf(story.says('lin-wei', decision))).toMatchObject({ code: 'cordon_stands', found: { inside: 0 } });
  story.says('wang-fang', lift);
  expect(refusalOf(story.says('lin-wei', decision))).toBeUndefined();
});

test('where nobody is left to keep it, command lifts it', () => {
  const story = responding('L1', ({ plan }) => (plan.scene = { posts: ['nobodys'] }));
  expect(refusalOf(story.says('lin-wei', cordon))).toBeUndefined();
  expect(story.says('chen-jing', lift)[0]).toMatchObject({ type: 'cordonLifted', authority: 'deputy' });
});

test('nobody is told of a cordon that does not stand', () => {
  expect(told(ended(() => undefined).events)['cordonStands']).toBeUndefined();
});
