import { describe, expect, test } from '@jest/globals';
import { eventWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import { mailIn } from './mail.js';
import { Story } from './story.js';

describe('a handover', () => {
  const brief = {
    situation: '一区不可用',
    objectives: '切换到二区',
    actions: '已摘除一区流量',
    resources: '技术组8人在场',
    risks: '二区容量不足',
    pending: '是否公告',
  };
  const offered = () => {
    const story = new Story();
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '监控证实' });
    return story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  };

  test('comes with the whole brief by which the other person decides', () => {
    const zh = mailIn(offered(), 'handoverOffered', 'zh-CN').text;
    expect(zh).toContain(
      [
        '移交说明：',
        '- 态势：一区不可用',
        '- 目标：切换到二区',
        '- 已采取和进行中的行动：已摘除一区流量',
        '- 已到位和途中的人员物资：技术组8人在场',
        '- 风险：二区容量不足',
        '- 待决事项：是否公告',
      ].join('\n'),
    );
    const en = mailIn(offered(), 'handoverOffered', 'en').text;
    for (const text of Object.values(brief)) expect(en).toContain(`: ${text}`);
  });

  test('comes with the brief as it was when the notice was asked for, and no more than a mail bears', () => {
    const story = new Story();
    const long = { situation: '长'.repeat(4_000), objectives: '切换' };
    story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief: long });
    story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '有变' });
    const { text } = mailIn(story, 'handoverOffered', 'zh-CN');
    expect(text).toContain('- 目标：切换');
    expect(text.length).toBeGreaterThan(1_900);
    expect(text.length).toBeLessThan(3_000);
  });

  test('stands in the timeline with every part of the brief', () => {
    const event = offered().events.find(({ type }) => type === 'handoverOffered')!;
    for (const text of Object.values(brief)) {
      expect(eventWords(event, sampleNames(), 'zh-CN')).toContain(text);
      expect(eventWords(event, sampleNames(), 'en')).toContain(text);
    }
  });

  test('that was declined is told with who did so, and why', () => {
    const story = offered().says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
    const zh = mailIn(story, 'handoverAnswered', 'zh-CN').text;
    expect(zh).toContain('不接受移交：陈静\n现任指挥：林伟\n');
    expect(zh).toContain('\n理由：正在途中\n');
    const en = mailIn(story, 'handoverAnswered', 'en').text;
    expect(en).toContain('Declined by: Chen Jing\nIn command: Lin Wei\n');
    expect(en).toContain('\nReason: 正在途中\n');
  });

  test('that was withdrawn is told with who did so, and why', () => {
    const story = offered().says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '情况有变' });
    expect(mailIn(story, 'handoverAnswered', 'zh-CN').text).toMatch(/^撤回移交：林伟\n[^]*^理由：情况有变$/mu);
    expect(mailIn(story, 'handoverAnswered', 'en').text).toMatch(/^Withdrawn by: Lin Wei\n[^]*^Reason: 情况有变$/mu);
  });
});
