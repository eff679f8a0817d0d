import { describe, expect, test } from '@jest/globals';
import { preview } from '../../src/domain/incident/index.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { previewWords } from '../../src/domain/words/index.js';
import { sampleNames } from '../support/samplePlan.js';
import { person, Story } from './story.js';

const names = sampleNames();

function foretold(story: Story, who: string, decision: Decision): IncidentEvent[] {
  const head = { actor: person(who), via: 'api', requestId: 'p' } as const;
  return preview(story.state, { ...head, ...decision }, story.at).events;
}

describe('a preview', () => {
  test('counts the people whom a confirmation calls', () => {
    const events = foretold(new Story(), 'lin-wei', { type: 'verify', outcome: 'confirmed', reason: '属实' });
    expect(previewWords(events, names, 'en')).toEqual([
      'Confirms the incident at Level II (incident level: Serious)',
      'Calls 8 people of 2 teams or posts: Technical rescue (Zhao Lei, Sun Yu, Qian Rong and 2 others); Information liaison (Zhou Min, Xu Na and Ma Chao)',
      'Stands nobody down',
      'Notifies 8 people',
    ]);
    expect(previewWords(events, names, 'zh-CN')[1]).toMatch(/^动员2个组或岗位的8人：技术救援组/);
  });

  test('says that nobody is called when a level goes down', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', reason: '属实' });
    const events = foretold(story, 'lin-wei', { type: 'changeLevel', level: 'L3', reason: '缓解' });
    expect(previewWords(events, names, 'zh-CN')).toEqual([
      '响应级别由Ⅰ级响应调整为Ⅲ级响应',
      '不动员任何人',
      '解除2个组或岗位的4人的动员：信息联络组（周敏、徐娜、马超）、宣传报道组（高阳）',
      '向4人发出通知',
    ]);
  });

  test('of the end names what it would leave undone', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: '属实' });
    const criteria = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
    const end = () => foretold(story, 'zhao-lei', { type: 'terminate', action: 'propose', criteria, reason: '恢复' });
    expect(previewWords(end(), names, 'en')[1]).toBe('Proposes the termination; nothing is still open');
    expect(previewWords(end(), names, 'zh-CN')[1]).toBe('提出应急终止的提议；没有尚未了结的事项');
    story.says('lin-wei', { type: 'askQuestion', text: '对账是否完整？' });
    expect(previewWords(end(), names, 'en')[1]).toBe(
      'Proposes the termination; still open: 1 question without an answer',
    );
    expect(previewWords(end(), names, 'zh-CN')[1]).toBe('提出应急终止的提议；尚未了结：未答复的问题1个');
  });

  test('of standby that is prolonged says so', () => {
    const again: Decision = { type: 'verify', outcome: 'standby', reason: '待查' };
    const story = new Story().says('lin-wei', again);
    expect(previewWords(foretold(story, 'lin-wei', again), names, 'zh-CN')[0]).toBe(
      '延长预警启动，再次核实的时限重新起算',
    );
  });

  test('tells a refusal beforehand', () => {
    const events = foretold(new Story(), 'wang-fang', { type: 'verify', outcome: 'rejected', reason: '误报' });
    expect(previewWords(events, names, 'en')).toEqual([expect.stringMatching(/^Would be refused: Not authorised\. /)]);
  });

  test('of nothing says so', () => {
    expect(previewWords([], names, 'zh-CN')).toEqual(['不会带来任何变化']);
  });
});
