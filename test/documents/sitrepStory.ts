import { buildSitrep, readSitrep } from '../../src/documents/index.js';
import type { BulletinModel } from '../../src/documents/index.js';
import type { SitrepInput } from '../../src/documents/sitrep/context.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { MINUTE } from '../../src/domain/time.js';
import { planWithSitreps, sampleHolders, sampleNames } from '../support/samplePlan.js';
import { Story } from '../words/story.js';
import { RECORD_HASH } from './fixtures.js';

const BASIS = { plan: planWithSitreps(), holders: sampleHolders() };
const told = (statement: string, more: Partial<Extract<Decision, { type: 'addFact' }>> = {}): Decision => ({
  type: 'addFact',
  statement,
  source: '监控大屏',
  confidence: 'confirmed',
  ...more,
});

/** An hour and a half at level 1, then level 2 and the end: an initial report, an update and a final one. */
export function sitrepStory(long = false): Story {
  const story = new Story({}, BASIS.plan);
  const more = long ? '相关日志已封存并计算校验值。'.repeat(120) : '';
  story.after(MINUTE).delivers().acknowledges('lin-wei');
  story.says('lin-wei', {
    type: 'verify',
    outcome: 'confirmed',
    level: 'L1',
    incidentLevel: 'critical',
    reason: '客服与监控均证实，下单持续失败',
  });
  story.delivers({ unreachable: { 'he-zhe': 'invalid_address' } });
  story
    .after(4 * MINUTE)
    .acknowledges('zhao-lei', 20 * MINUTE)
    .acknowledges('zhou-min')
    .acknowledges('xu-na');
  story
    .after(2 * MINUTE)
    .wakes()
    .delivers({ unreachable: { 'he-zhe': 'invalid_address' } });
  story.says('sun-yu', told(`支付网关三台实例内存耗尽，重启后十分钟内再次耗尽。${more}`));
  story.says(
    'qian-rong',
    told('回滚到上一版本后单台实例恢复正常', { values: { usersAffected: 5200 }, confidence: 'likely' }),
  );
  story.says('lin-wei', { type: 'askQuestion', text: '未完成的订单是否全部入账？' });
  for (const wait of [5, 5, 5, 24])
    story
      .after(wait * MINUTE)
      .wakes()
      .delivers({ unreachable: { 'he-zhe': 'invalid_address' } });
  story
    .after(5 * MINUTE)
    .says('zhou-min', { type: 'releaseSitrep', number: 1 })
    .writesReport()
    .delivers();
  story.after(30 * MINUTE).says('sun-yu', told('全部实例完成回滚，成功率回到 99.2%', { values: { dataLost: false } }));
  const [question] = Object.keys(story.state.situation.questions);
  story.says('he-zhe', { type: 'answerQuestion', question: question!, text: '已逐笔核对，无差异' });
  story.says('zhao-lei', { type: 'askQuestion', text: '内存为何耗尽' });
  story.says('lin-wei', { type: 'changeLevel', level: 'L2', incidentLevel: 'serious', reason: '服务已恢复，影响收窄' });
  story.delivers();
  story.after(MINUTE).says('xu-na', {
    type: 'editSitrep',
    number: 2,
    sections: {
      outlook: `最可能：两小时内完成观察并终止。\n最坏：夜间批处理再次触发内存耗尽，须重新限流。${more}`,
      decisions: '请指挥部决定今晚批处理是否推迟。',
    },
  });
  story
    .after(9 * MINUTE)
    .says('zhou-min', { type: 'releaseSitrep', number: 2 })
    .writesReport()
    .delivers();
  const met = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
  story
    .after(60 * MINUTE)
    .says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '各项指标连续一小时正常' });
  story.after(5 * MINUTE).says('chen-jing', { type: 'terminate', action: 'confirm' });
  story
    .delivers()
    .after(20 * MINUTE)
    .says('zhou-min', { type: 'releaseSitrep', number: 3 });
  return story;
}

/** The report under this number, as it was released or as it would be now. */
export function sitrepIn(story: Story, number: number, lang: Lang, basis: Basis = BASIS): BulletinModel {
  return buildSitrep(sitrepInput(story, number, lang, basis));
}

export function sitrepInput(story: Story, number: number, lang: Lang, basis: Basis = BASIS): SitrepInput {
  const recorded = story.events.map((event) => ({ event, hash: RECORD_HASH }));
  const read = readSitrep(recorded, { basis, number, now: story.at });
  return { ...read!, namesAt: () => sampleNames(), lang, zone: 'Asia/Shanghai' };
}
