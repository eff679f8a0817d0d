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
