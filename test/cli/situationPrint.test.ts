import { expect, test } from '@jest/globals';
import { incidentView } from '../../src/api/views/incidentView.js';
import { situationLines } from '../../src/cli/print/situation.js';
import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Lang } from '../../src/domain/lang.js';
import { MINUTE } from '../../src/domain/time.js';
import { sampleNames } from '../support/samplePlan.js';
import { START, Story } from '../words/story.js';
import { voice } from './voice.js';

function printed({ state, at, events }: Story, lang: Lang, read = (event: IncidentEvent) => event): string {
  const speech = { names: sampleNames(), lang, posts: new Map() };
  const quoted = new Map(events.map((event) => [event.seq, read(event)]));
  return situationLines(incidentView(state, speech, at, quoted), voice(lang)).join('\n');
}

const told = (more: object): Decision => ({ type: 'addFact', source: '监控大屏', confidence: 'likely', ...more });
const learnt = () =>
  new Story({ facts: { usersAffected: 10, dataLost: false } })
    .after(5 * MINUTE)
    .says('sun-yu', told({ values: { usersAffected: 5_200 }, observedAt: START + MINUTE }))
    .says('zhao-lei', told({ statement: '缓慢上升' }));

const AT = new Date(START + 5 * MINUTE).toISOString();
const SEEN = new Date(START + MINUTE).toISOString();

test('says of everything known who told it, from where, when, and how sure that is', () => {
  const zh = printed(learnt(), 'zh-CN');
  expect(zh).toContain(`5200  基本可信；来源：监控大屏；观察于 ${SEEN}；孙宇于 ${AT} 告知\n`);
  expect(zh).toMatch(/^ {2}数据丢失：否 {2}报告时所述；王芳于 .* 告知$/m);
  expect(zh).toContain(`文字情况\n  缓慢上升  基本可信；来源：监控大屏；赵磊于 ${AT} 告知`);
  const en = printed(learnt(), 'en');
  expect(en).toContain(`5200  likely; source: 监控大屏; observed ${SEEN}; told ${AT} by Sun Yu\n`);
  expect(en).toMatch(/^ {2}Data lost: no {2}as reported; told .* by Wang Fang$/m);
  expect(en).toContain(`Statements\n  缓慢上升  likely; source: 监控大屏; told ${AT} by Zhao Lei`);
});

test('names whoever reported it to an incident that was merged', () => {
  const story = new Story().says('lin-wei', {
    type: 'absorb',
    from: 'i-9',
    mode: 'real',
    reporter: { kind: 'person', id: 'he-zhe' },
    reportedAt: START,
    facts: { dataLost: true },
    texts: { title: '退款失败', place: '后台' },
  });
  expect(printed(story, 'zh-CN')).toMatch(/数据丢失：是 {2}报告时所述；随事故 i-9 并入；何喆于 /);
  expect(printed(story, 'en')).toMatch(/Data lost: yes {2}as reported; merged from i-9; told .* by He Zhe$/m);
});

test('says what was erased, and how many statements came before those shown', () => {
  const story = learnt();
  for (let i = 0; i < 22; i++) story.says('sun-yu', told({ statement: `第${i}条` }));
  const erase = (event: IncidentEvent): IncidentEvent =>
    event.type === 'factAdded' ? { ...event, texts: { statement: '', source: '' } } : event;
  expect(printed(story, 'zh-CN', erase)).toContain(
    `文字情况\n  此前还有3条，见 timeline\n  （原文已删除）  基本可信；孙宇于 ${AT} 告知\n`,
  );
  const en = printed(story, 'en', erase);
  expect(en).toContain(`Statements\n  3 earlier: see timeline\n  (text erased)  likely; told ${AT} by Sun Yu\n`);
  expect(printed(story, 'en').match(/第\d+条/g)).toHaveLength(20);
});
