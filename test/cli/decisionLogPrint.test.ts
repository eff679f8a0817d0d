import { expect, test } from '@jest/globals';
import { loggedDecision } from '../../src/api/views/loggedDecision.js';
import { decisionLogLines } from '../../src/cli/print/decisionLog.js';
import { decisionLog } from '../../src/domain/incident/index.js';
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
