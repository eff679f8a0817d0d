import { describe, expect, test } from '@jest/globals';
import { PHASES } from '../../src/domain/incident/index.js';
import type { EventOf, EventType, IncidentEvent } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
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

  test('a pace that the drill passes on is said in nobody’s name', () => {
    const paceSet = sampleEvents().find((event) => event.type === 'paceSet')!;
    const said = eventWords({ ...paceSet, actor: { kind: 'operator' }, via: 'drill' }, names, lang);
    expect(said).toMatch(lang === 'en' ? /^The clock of the drill .*passed on by its drill/ : /^演练时钟.*由演练转达/);
    expect(said).not.toContain(actorWords({ kind: 'operator' }, names, lang));
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

  test('say that somebody comes back, or comes uncalled', () => {
    const acknowledged = story.events.find((e) => e.type === 'acknowledged')!;
    const head = { ...acknowledged, person: 'he-zhe', actor: { kind: 'person', id: 'he-zhe' } as const };
    const targets = [{ kind: 'team' as const, id: 'tech' }];
    const both = (type: 'acknowledged' | 'arrived', comes: 'back' | 'uncalled') =>
      (['zh-CN', 'en'] as const).map((lang) => eventWords({ ...head, type, targets, comes }, names, lang));
    expect(both('acknowledged', 'back')).toEqual([
      '何喆答复可以返回岗位，参加技术救援组。',
      'He Zhe comes back to Technical rescue.',
    ]);
    expect(both('acknowledged', 'uncalled')).toEqual([
      '何喆此前未被通知，答复参加技术救援组。',
      'He Zhe, who had not been called, comes to Technical rescue.',
    ]);
    expect(both('arrived', 'back')).toEqual([
      '何喆已返回到位，参加技术救援组。',
      'He Zhe is back, for Technical rescue.',
    ]);
    expect(both('arrived', 'uncalled')).toEqual([
      '何喆此前未被通知，现已到位，参加技术救援组。',
      'He Zhe, who had not been called, is there, for Technical rescue.',
    ]);
  });

  test('say who has rested or is back, apart from those who stand in', () => {
    const call = story.events.find((e) => e.type === 'called')!;
    const target = { kind: 'team' as const, id: 'tech' };
    const asked = { target, people: ['he-zhe', 'xu-na'], back: ['he-zhe'], substitutes: ['liaisonMember'] };
    const again = { ...call, calls: [asked] } as typeof call;
    expect(eventWords(again, names, 'zh-CN')).toBe(
      '本组人员不足，再次动员已休息或已返回的人员：技术救援组（何喆）；本组人员不足，另行动员替补：技术救援组（徐娜）。',
    );
    expect(eventWords(again, names, 'en')).toBe(
      'Too few of the team, so these are called who have rested or are back: Technical rescue (He Zhe); too few of the team, so these stand in: Technical rescue (Xu Na).',
    );
    const free = { ...call, type: 'freeAgain', teams: [{ team: 'tech', people: ['he-zhe'] }] } as IncidentEvent;
    expect(eventWords(free, names, 'zh-CN')).toBe('人员尚缺，下列人员已休息或已返回：技术救援组（何喆）。');
    expect(eventWords(free, names, 'en')).toBe(
      'Have rested or are back, while their team is short: Technical rescue (He Zhe).',
    );
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

  test('keep criteria apart that have commas', () => {
    const event = sampleEvents().find(({ type }) => type === 'criteriaConfirmed') as EventOf<'criteriaConfirmed'>;
    const criteria = [event.criteria[0]!, event.criteria[0]!];
    const [zh, en] = (['zh-CN', 'en'] as const).map((lang) => eventWords({ ...event, criteria }, names, lang));
    const name = (lang: Lang) => names.terminationCriterion(criteria[0]!, lang);
    expect(zh).toContain(`${name('zh-CN')}；${name('zh-CN')}`);
    expect(en).toContain(`${name('en')}; ${name('en')}`);
  });

  test('say where a report went, and why late only if it was, or a person says so', () => {
    const event = sampleEvents().find(({ type }) => type === 'obligationsFiled') as EventOf<'obligationsFiled'>;
    const texts = { to: '12387', channel: 'web', lateReason: 'z' };
    const { late: _, ...inTime } = event;
    const told = (more: object) => eventWords({ ...inTime, texts, ...more }, names, 'en');
    expect(told({})).toContain('. To: 12387. Channel: web. Why late: z.');
    expect(told({ via: 'simulator' })).not.toContain('Why late');
    expect(told({ via: 'simulator', late: { [event.obligations[0]!]: 60_000 } })).toContain('Why late: z.');
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
