import { describe, expect, test } from '@jest/globals';
import { loggedDecision } from '../../src/api/views/loggedDecision.js';
import { decisionLogLines } from '../../src/cli/print/decisionLog.js';
import { decisionLog } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { MINUTE } from '../../src/domain/time.js';
import { sampleNames, samplePlan } from '../support/samplePlan.js';
import { Story } from '../words/story.js';
import { voice } from './voice.js';

/** The last decision, with what it rests on. */
function printed({ events }: Story, lang: Lang): string {
  const speech = { names: sampleNames(), lang, posts: new Map() };
  const items = decisionLog(samplePlan(), events).map((logged) => loggedDecision(logged, speech));
  return decisionLogLines({ id: 'i-1', seq: events.length, items }, voice(lang)).slice(-2).join('\n');
}

const brief = { situation: '一区不可用', objectives: '切换到二区' };
const offered = () =>
  new Story({ facts: { usersAffected: 120_000, dataLost: false } })
    .says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '证实' })
    .says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });

test('names the post and what was known, in words', () => {
  const zh = printed(offered(), 'zh-CN');
  expect(zh).toContain('依据岗位：指挥长；当时级别：');
  expect(zh).toMatch(/当时所知：受影响用户数：120000、数据丢失：否$/);
  expect(printed(offered(), 'en')).toMatch(/authority: Commander; .*known: Users affected: 120000, Data lost: no$/);
});

test('does not put down to the plan what a person who was asked has decided', () => {
  const accepted = offered().says('chen-jing', { type: 'handOver', action: 'accept' });
  const declined = offered().says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
  for (const story of [accepted, declined]) {
    expect(printed(story, 'en')).toMatch(/^ +by the person who was asked; /m);
    expect(printed(story, 'zh-CN')).toMatch(/^ +由被请人员本人决定；/m);
  }
});

test('puts down to the plan what it does by itself', () => {
  const story = new Story({ facts: {} }, (plan) => {
    Object.assign(plan.verification, { timeBox: [{ within: 30 * MINUTE }] });
    plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L3' };
  });
  for (let i = 0; i < 4; i++) story.after(15 * MINUTE).wakes();
  expect(printed(story, 'en')).toMatch(/^ +by rule of the plan; no facts known$/m);
  expect(printed(story, 'zh-CN')).toMatch(/^ +按预案规则；当时无已知事实$/m);
});

describe('what had been told in words, and what nobody knew', () => {
  const told = (statement: string): Decision => ({ type: 'addFact', statement, source: '大屏', confidence: 'likely' });
  const decided = () => {
    const story = new Story({ facts: {} });
    for (let i = 1; i <= 60; i++) story.says('sun-yu', told(`第${i}条`));
    story.says('lin-wei', { type: 'askQuestion', text: '配置何时变更' });
    story.says('lin-wei', { type: 'askQuestion', text: '订单是否完整' });
    story.says('sun-yu', {
      type: 'answerQuestion',
      question: Object.keys(story.state.situation.questions)[0]!,
      text: '三点',
    });
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '证实' });
    return story.says('sun-yu', told('后来'));
  };
  const logged = (story: Story, lang: Lang, read = (event: IncidentEvent) => event) => {
    const speech = { names: sampleNames(), lang, posts: new Map() };
    const [first] = decisionLog(samplePlan(), story.events.map(read));
    const item = loggedDecision(first!, speech);
    return {
      item,
      lines: decisionLogLines({ id: 'i-1', seq: 1, items: [item] }, voice(lang))
        .slice(2)
        .map((line) => line.trim()),
    };
  };

  test('stands with the decision as it was then', () => {
    const story = decided();
    const { item, lines } = logged(story, 'zh-CN');
    const told = story.events.filter(({ type }) => type === 'factAdded').map(({ seq }) => seq);
    expect(item.statements).toMatchObject({ count: 60, seqs: told.slice(10, 60) });
    expect(item.statements.latest.map(({ text }) => text)).toEqual(['第58条', '第59条', '第60条']);
    const open = Object.keys(story.state.situation.questions);
    expect(item.questions).toMatchObject({ count: 1, ids: open, latest: [{ id: open[0], text: '订单是否完整' }] });
    expect(lines).toEqual([
      '当时已有文字情况60条，最近一条：“第60条”',
      '当时待查明的问题1个，最近一个：“订单是否完整”',
    ]);
    expect(logged(story, 'en').lines).toEqual([
      'statements by then: 60, the last: “第60条”',
      'questions open then: 1, the last: “订单是否完整”',
    ]);
  });

  test('is counted where the words were erased', () => {
    const erase = (event: IncidentEvent): IncidentEvent => {
      if (event.type === 'factAdded') return { ...event, texts: { statement: '', source: '' } };
      return event.type === 'questionAsked' ? { ...event, texts: { question: '' } } : event;
    };
    const { item, lines } = logged(decided(), 'en', erase);
    expect(item.statements.latest[2]).not.toHaveProperty('text', '');
    expect(item.questions.latest[0]!.text).toBeUndefined();
    expect(lines).toEqual([
      'statements by then: 60, the last: “(text erased)”',
      'questions open then: 1, the last: “(text erased)”',
    ]);
  });

  test('is nothing where nothing was told or asked', () => {
    const { item, lines } = logged(offered(), 'en');
    expect(item).toMatchObject({ statements: { count: 0, seqs: [] }, questions: { count: 0, ids: [] } });
    expect(lines).toEqual([]);
  });
});
