import { expect, test } from '@jest/globals';
import { incidentView } from '../../src/api/views/incidentView.js';
import { incidentLines } from '../../src/cli/print/incident.js';
import type { Lang } from '../../src/domain/lang.js';
import { sampleNames } from '../support/samplePlan.js';
import { Story } from '../words/story.js';
import { voice } from './voice.js';

function printed({ state, at }: Story, lang: Lang): string {
  const speech = { names: sampleNames(), lang, posts: new Map() };
  return incidentLines(incidentView(state, speech, at, new Map()), voice(lang)).join('\n');
}

test('shows the brief of a handover until it is answered', () => {
  const brief = { situation: '一区不可用', objectives: '切换到二区', risks: '二区容量不足' };
  const story = new Story().says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief });
  expect(printed(story, 'zh-CN')).toContain('移交说明\n  态势：一区不可用\n  目标：切换到二区\n  风险：二区容量不足\n');
  expect(printed(story, 'en')).toContain('Handover brief\n  Situation: 一区不可用\n');
  story.says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
  expect(printed(story, 'zh-CN')).not.toContain('移交说明');
});

test('shows that standby was prolonged, and why', () => {
  const story = new Story();
  for (const reason of ['待查', '仍在查']) story.says('lin-wei', { type: 'verify', outcome: 'standby', reason });
  expect(printed(story, 'zh-CN')).toMatch(/核实 +延长预警启动 .*林伟：仍在查/);
  expect(printed(story, 'en')).toMatch(/Verified +standby, prolonged .*Lin Wei: 仍在查/);
});

test('lists what is open before the end, with the ids of criteria alone', () => {
  const story = new Story().says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason: '属实' });
  story.says('lin-wei', { type: 'askQuestion', text: '对账是否完整？' });
  expect(printed(story, 'zh-CN')).toMatch(
    /未决事项\n {2}未答复的问题1个\n {2}终止条件尚未确认：.* \(serviceRestored\)\n/,
  );
});
