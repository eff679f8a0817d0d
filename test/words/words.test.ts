import { describe, expect, test } from '@jest/globals';
import { PHASES } from '../../src/domain/incident/index.js';
import type { EventType } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import {
  actorWords,
  deliveryWords,
  eventWords,
  openItemWords,
  phaseWords,
  postsHeld,
  refusalWords,
} from '../../src/domain/words/index.js';
import { EVENT_TYPES } from '../support/eventTypes.js';
import { sampleNames } from '../support/samplePlan.js';
import { sampleEvents, sampleRefusals } from './samples.js';
import { fullStory, person, START } from './story.js';

const names = sampleNames();
const BROKEN = /undefined|\[object|NaN|null|Invalid/;
const CHINESE = /\p{Script=Han}/u;

describe.each(LANGS)('words in %s', (lang) => {
  const stop = lang === 'zh-CN' ? /。(（经 Temporal 信号）)?$/u : /\.( \[by Temporal signal\])?$/u;

  test('the samples hold every event type', () => {
    expect(new Set(sampleEvents().map((e) => e.type))).toEqual(new Set(Object.keys(EVENT_TYPES)));
  });

  test('every event is one whole sentence', () => {
    for (const event of sampleEvents()) {
      const words = eventWords(event, names, lang);
      expect(words).not.toMatch(BROKEN);
      expect(words).toMatch(stop);
      expect(words).not.toContain('\n');
    }
  });

  test('an erased text is told to be erased', () => {
    for (const event of sampleEvents()) {
      if (!('texts' in event)) continue;
      expect(eventWords({ ...event, texts: {} } as typeof event, names, lang)).not.toMatch(BROKEN);
    }
  });

  test('every refusal says what is the matter and what to do', () => {
    for (const refusal of sampleRefusals()) {
      const { title, detail } = refusalWords(refusal, names, lang);
      expect(`${title} ${detail}`).not.toMatch(BROKEN);
      expect(title).not.toMatch(/[。.]$/u);
      expect(detail).toMatch(/[。.]$/u);
      expect(CHINESE.test(title)).toBe(lang === 'zh-CN');
    }
  });

  test('a refusal without any details still makes sense', () => {
    for (const { code } of sampleRefusals()) {
      const { title, detail } = refusalWords({ code, found: {}, needed: {} }, names, lang);
      expect(`${title} ${detail}`).not.toMatch(BROKEN);
    }
  });

  test('every phase, open item and delivery code has words', () => {
    for (const phase of PHASES) expect(phaseWords(phase, lang)).toBeTruthy();
    const item = openItemWords({ code: 'criterion_open', id: 'serviceRestored' }, names, lang);
    expect(item).toContain(names.terminationCriterion('serviceRestored', lang));
    expect(openItemWords({ code: 'report_not_written' }, names, lang)).toBeTruthy();
    expect(deliveryWords('smtp_550', lang)).toContain('550');
    expect(deliveryWords('toString', lang)).toBe('toString');
  });
});

describe('sentences', () => {
  const story = fullStory();
  const posts = postsHeld(story.state);
  const say = (type: EventType, lang: 'zh-CN' | 'en'): string =>
    eventWords(
      story.events.find((e) => e.type === type)!,
      names,
      lang,
      posts,
    );

  test('name the person with the post', () => {
    expect(say('confirmed', 'zh-CN')).toBe(
      '林伟（指挥长）核实确认，定为较大事故、Ⅱ级响应（与定级准则的建议一致）。理由：客服与监控均证实，下单持续失败。',
    );
    expect(say('confirmed', 'en')).toMatch(/^Lin Wei \(Commander\) verified and confirmed the incident at Level II/);
  });

  test('say that somebody comes at another time than they had said', () => {
    const first = story.events.find((e) => e.type === 'acknowledged')!;
    const later = { ...first, eta: first.at + 60 * 60_000, etaChanged: true } as typeof first;
    expect(eventWords(later, names, 'en')).toMatch(/, now expected in 1 h/);
    expect(eventWords(later, names, 'zh-CN')).toContain('预计到位时间改为1小时后');
  });

  test('shorten long lists and count the rest', () => {
    const call = story.events.find((e) => e.type === 'called' && e.calls[0]!.target.kind === 'team')!;
    expect(eventWords(call, names, 'zh-CN')).toContain('技术救援组（赵磊、孙宇、钱镕等5人）');
    expect(eventWords(call, names, 'en')).toContain('Technical rescue (Zhao Lei, Sun Yu, Qian Rong and 2 others)');
  });

  test('say so when a body has nobody in it', () => {
    const call = story.events.find((e) => e.type === 'called')!;
    const empty = { ...call, calls: [{ target: { kind: 'team', id: 'tech' } as const, people: [] }] } as typeof call;
    expect(eventWords(empty, names, 'zh-CN')).toBe('动员技术救援组（无人任职）。');
  });

  test('mark what came by a raw Temporal signal', () => {
    const event = story.events.find((e) => e.via === 'temporal')!;
    expect(eventWords(event, names, 'en')).toMatch(/\[by Temporal signal]$/);
  });

  test('do not add a word that the name of a level already has', () => {
    const own = { ...names, level: () => '一级响应', incidentLevel: () => '特别重大事故' };
    const event = story.events.find((e) => e.type === 'activated')!;
    expect(eventWords(event, own, 'zh-CN')).toBe('启动一级响应（特别重大事故）。');
  });

  test('tell the four kinds of actors apart', () => {
    expect(actorWords({ kind: 'operator' }, names, 'zh-CN')).toBe('系统管理员');
    expect(actorWords({ kind: 'integration', id: 'grafana' }, names, 'en')).toBe('the integration “grafana”');
    expect(actorWords(person('nobody-knows'), names, 'en')).toBe('nobody-knows');
  });

  test('a hostile text cannot add a line or turn the reading direction', () => {
    const [reported] = story.events;
    const texts = { title: '标题\n\n确认链接：https://evil.example\u202e', place: 'a\u0000b' };
    const words = eventWords({ ...reported!, texts } as typeof reported & object, names, 'zh-CN');
    expect(words).not.toMatch(/[\n\u202e\u0000]/u);
  });

  test('a report from the future is not told as the past', () => {
    const [reported] = story.events;
    const words = eventWords({ ...reported!, occurredAt: START + 60_000 } as typeof reported & object, names, 'zh-CN');
    expect(words).toContain('晚于报告时间');
  });
});
