import { describe, expect, test } from '@jest/globals';
import { aftermathOf, renderDocx, renderHtml } from '../../src/documents/index.js';
import type { AftermathInput } from '../../src/documents/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { sampleNames } from '../support/samplePlan.js';
import { fullStory, person, START, Story } from '../words/story.js';
import { headingsOf, RECORD_HASH, reportOf, sectionOf, tableOf, wordsOf } from './fixtures.js';
import { fullPlan } from './plan/fixtures.js';
import { fileInZip } from './unzip.js';

const { document } = fullPlan();
const story = fullStory().delivers();
const END = START + 24 * HOUR;

const act = (who: string, seq = 900) => ({ at: END, seq, by: person(who) });

/** Everything that people do after the end. */
const AFTERMATH: AftermathInput = {
  analysis: {
    ...act('zhao-lei'),
    version: 2,
    method: '时间线分析、五个为什么。',
    nature: '非人为故意，由本单位变更引起；是否违反制度待查。',
    completed: act('zhao-lei', 902),
    items: [
      { id: 't1', kind: 'timeline', at: START - 14 * MINUTE, text: '网关超时配置下发', link: 'https://logs/1' },
      { id: 'd1', kind: 'direct', text: '超时配置与新版本不相容', evidence: 'ab'.repeat(32), link: 'https://logs/2' },
      { id: 'i1', kind: 'indirect', text: '灰度范围过大' },
      { id: 'c1', kind: 'contributing', text: '夜间值守人手不足' },
      { id: 'w1', kind: 'why', of: 'd1', text: '配置没有经过联调' },
      { id: 'w2', kind: 'why', of: 'w1', text: '联调环境没有网关' },
      { id: 'r1', kind: 'root', of: 'w2', text: '环境建设没有列入预算' },
      { id: 'w3', kind: 'why', of: 'w1', text: '联调不是发布的条件', link: 'https://logs/1' },
      { id: 'w4', kind: 'why', of: 'w3', text: '发布规程没有写明' },
      { id: 'r2', kind: 'root', of: 'w4', text: '规程没有负责人' },
      { id: 'r3', kind: 'root', of: 'w4', text: '规程从未评审' },
    ],
  },
  words: { lessons: { ...act('zhao-lei'), text: '看到网关超时，先查配置下发记录。\n不要先重启。' } },
  publications: [
    {
      id: 'p1',
      version: 1,
      kind: 'first',
      title: { 'zh-CN': '关于下单异常的说明', en: 'On failing orders' },
      body: { 'zh-CN': '部分用户下单失败，我们正在处置。', en: 'Some orders fail; we are working on it.' },
      facts: [{ fact: 'usersAffected', value: 1200, seq: 7 }],
      nextAt: START + 3 * HOUR,
      drafted: act('gao-yang'),
      checked: act('wang-fang'),
      approved: { ...act('lin-wei'), authority: 'commander' },
      published: { at: START + HOUR, seq: 903, by: { kind: 'system' } },
    },
  ],
  opinion: [
    {
      ...act('gao-yang'),
      source: '微博',
      observedAt: START + HOUR,
      volume: 120,
      usual: 10,
      sentiment: -1,
      claim: '钱被扣了两次',
      replies: [{ ...act('gao-yang'), text: '未重复扣款' }],
    },
    { ...act('gao-yang'), source: '客服热线', observedAt: START + 2 * HOUR, volume: 30, replies: [] },
    { ...act('gao-yang'), source: '微博', observedAt: START + 3 * HOUR, volume: 200, replies: [] },
    { ...act('gao-yang'), source: '微博', observedAt: START + 4 * HOUR, volume: 90, replies: [] },
  ],
  lessons: {
    asked: ['techLead', 'liaisonLead'],
    given: [{ ...act('zhao-lei'), post: 'techLead', answers: [{ question: 2, text: '回滚按预案做了，有效' }] }],
    collected: { ...act('wang-fang'), missing: ['liaisonLead'], reason: '已调离' },
  },
  summary: {
    called: { ...act('lin-wei'), meetingAt: END, participants: ['lin-wei', 'zhao-lei'], place: '三号会议室' },
    held: {
      ...act('lin-wei'),
      present: ['lin-wei', 'zhao-lei'],
      ratings: [{ criterion: 'E-21', rating: 'S', note: '定级用时八分钟' }],
      score: 86.25,
      conclusion: document.drills!.evaluation.conclusions[1]!.id,
      conclusions: '处置及时有效。',
    },
  },
  improvements: [
    {
      ...act('wang-fang'),
      id: 'imp-1',
      type: 'prevent',
      priority: 'high',
      owner: { post: 'techLead' },
      dueAt: END + 30 * 24 * HOUR,
      planChange: true,
      finding: '联调环境没有网关',
      action: '联调环境增设网关',
      reference: 'OPS-7',
    },
  ],
  approval: {
    stage: 'approved',
    version: 2,
    submitted: act('zhao-lei', 910),
    reviewed: act('chen-jing', 911),
    approved: act('lin-wei', 912),
  },
};

describe('the incident report by the plan', () => {
  const zh = reportOf(story, 'zh-CN', { document, aftermath: AFTERMATH });
  const en = reportOf(story, 'en', { document, aftermath: AFTERMATH });
  const text = (heading: string) => JSON.stringify(sectionOf(zh, heading));

  test.each(LANGS)('has the sections of the plan in their order and by their titles in %s', (lang) => {
    const model = lang === 'en' ? en : zh;
    const titles = document.aftermath!.report.sections.map(({ title }) => title[lang]!);
    const body = titles.slice(0, -2);
    expect(model.sections.slice(0, -1).map(({ heading }) => heading.replace(/^(\S+、|\d+ {2})/u, ''))).toEqual(body);
    expect(model.sections.at(-1)!.heading).toBe(lang === 'en' ? 'Annex 1  List of evidence' : '附件1　证据清单');
    expect(model.signatures.heading).toBe(titles.at(-1));
  });

  test('keeps each kind of cause apart, follows the whys to the root, and names nobody', () => {
    const causes = text('原因分析');
    expect(causes).toContain('原因分析第2稿由技术救援组组长于2026年11月23日03:14登记，于2026年11月23日03:14确认完成。');
    expect(headingsOf(sectionOf(zh, '原因分析').sections)).toEqual([
      '（一）直接原因',
      '（二）间接原因',
      '（三）根本原因',
      '（四）促成因素',
      '（五）逐层追问',
    ]);
    expect(sectionOf(zh, '逐层追问').blocks).toEqual([
      { kind: 'paragraph', text: '就“超时配置与新版本不相容”追问：' },
      { kind: 'paragraph', text: '第1问：配置没有经过联调。' },
      { kind: 'paragraph', text: '第2问：联调环境没有网关。' },
      { kind: 'paragraph', text: '归结为根本原因：环境建设没有列入预算。' },
      { kind: 'paragraph', text: '第3问（接第1问）：联调不是发布的条件（证据清单第1号）。' },
      { kind: 'paragraph', text: '第4问：发布规程没有写明。' },
      { kind: 'paragraph', text: '归结为根本原因：规程没有负责人。' },
      { kind: 'paragraph', text: '归结为根本原因：规程从未评审。' },
    ]);
    expect(causes).not.toMatch(/赵磊|林伟|陈静/);
    // The list of evidence has both, under numbers that the text gives.
    expect(tableOf(zh, '证据清单').map(([number, name, , , , hash]) => [number, name, hash])).toEqual([
      ['1', 'https://logs/1', '—'],
      ['2', '—', 'ab'.repeat(32)],
      ['3', 'https://logs/2', '—'],
    ]);
    expect(causes).toContain('超时配置与新版本不相容（证据清单第2号、证据清单第3号）。');
    expect(text('事故性质')).toContain('非人为故意');
    expect(tableOf(zh, '时间线').find(([, fact]) => fact === '网关超时配置下发')?.[2]).toBe('原因分析\n证据清单第1号');
  });

  test('tells of publications, public opinion, lessons, ratings and improvements', () => {
    expect(tableOf(zh, '对外信息发布')[0]).toEqual([
      '首次发布\n关于下单异常的说明',
      '高阳\n宣传报道组组长',
      '王芳\n值班经理',
      '林伟\n指挥长',
      '公开页面\n2026-11-22\n04:14:05',
    ]);
    expect(text('舆情变化')).toContain('微博记录3条，提及量最初120，最高200，最近90。');
    expect(tableOf(zh, '舆情记录')[0]!.slice(2)).toEqual([
      '120\n（平日10）',
      '偏负面',
      '钱被扣了两次\n回应（2026-11-23 03:14:05）：未重复扣款',
    ]);
    expect(text('做得好的和不足的')).toContain('技术救援组组长：回滚按预案做了，有效');
    expect(text('做得好的和不足的')).toContain('未提交总结的部门：信息联络组组长。');
    expect(tableOf(zh, '演练评估标准')[0]![2]).toMatch(/^S {2}\S/);
    expect(text('总结评估')).toContain('总分86.3分');
    expect(tableOf(zh, '防范和整改措施')).toEqual([
      [
        '1',
        '联调环境没有网关',
        '联调环境增设网关\n（编号：OPS-7）\n（须修订预案）',
        '预防\n高',
        '技术救援组组长\n2026-12-23',
        '修订后的预案生效后，由责任人以外的人员验证',
      ],
    ]);
  });

  test('says what a statement rests on, and for when it promises the next one', () => {
    const told = wordsOf(zh);
    expect(told).toMatch(/依据的事实：[^。]*1200[^。]*（记录第7号）。/u);
    expect(told).toContain('预告的下次发布时间：2026年11月22日06:14。');
    expect(wordsOf(en)).toMatch(/It rests on: [^"]*1200[^"]*\(Record, no\. 7\)\./u);
    expect(wordsOf(en)).toContain('The next one was promised for ');
  });

  test('says why a statement went out without its legal check', () => {
    const [one] = AFTERMATH.publications!;
    const { checked: _, ...unchecked } = {
      ...one!,
      approved: { ...act('lin-wei'), unchecked: true as const, reason: '用户在等' },
    };
    const model = reportOf(story, 'zh-CN', { document, aftermath: { publications: [unchecked] } });
    expect(tableOf(model, '对外信息发布')[0]![2]).toBe('未等待法务审核，理由：用户在等');
  });

  test('tells how opinion moved of each source apart, and compares none with another', () => {
    const entry = (source: string, volume: number, i: number) => ({
      ...act('gao-yang'),
      ...{ source, volume, observedAt: START + i * HOUR, replies: [] },
    });
    const opinion = [entry('微博', 9000, 1), entry('热线', 12, 2), entry('微博', 12000, 3), entry('热线', 3, 4)];
    const blocks = (lang: Lang) =>
      sectionOf(
        reportOf(story, lang, { document, aftermath: { opinion } }),
        lang === 'en' ? 'Public opinion' : '舆情变化',
      ).blocks.slice(0, 2);
    expect(blocks('zh-CN')).toEqual([
      { kind: 'paragraph', text: '共记录4条。各来源分别计数，不能相加或者相互比较：' },
      {
        kind: 'list',
        items: ['微博记录2条，提及量最初9000，最高12000，最近12000。', '热线记录2条，提及量最初12，最高12，最近3。'],
      },
    ]);
    const erased = [entry('', 9000, 1), entry('', 12, 2)];
    const model = reportOf(story, 'zh-CN', { document, aftermath: { opinion: erased } });
    expect(sectionOf(model, '舆情变化').blocks.map(({ kind }) => kind)).toEqual(['table']);
    expect(blocks('en')[1]).toMatchObject({
      items: [
        '微博: 2 entries; mentions: 9000 at first, 12000 at most, 12000 at last.',
        expect.stringContaining('3 at last'),
      ],
    });
  });

  test.each([
    ['zh-CN', '其他意见', '技术救援组组长：切换从未演练过。'],
    ['en', 'What they said besides', 'Technical rescue lead: 切换从未演练过.'],
  ] as const)('tells in %s what a department said besides the questions', (lang, heading, told) => {
    const lesson = { ...act('zhao-lei'), post: 'techLead', answers: [], free: '切换从未演练过' };
    const lessons = { asked: ['techLead'], given: [lesson] };
    const model = reportOf(story, lang, { document, aftermath: { lessons } });
    expect(sectionOf(model, heading).blocks).toEqual([{ kind: 'list', items: [told] }]);
    expect(headingsOf(reportOf(story, lang, { document, aftermath: AFTERMATH }).sections).join()).not.toContain(
      heading,
    );
  });

  test('prints own words first, by the post, and says that the rest is from the record', () => {
    expect(sectionOf(zh, '经验教训').blocks).toEqual([
      { kind: 'paragraph', text: '技术救援组组长于2026年11月23日03:14补充：' },
      { kind: 'paragraph', text: '看到网关超时，先查配置下发记录。' },
      { kind: 'paragraph', text: '不要先重启。' },
    ]);
    const words = { unit: { ...act('zhao-lei'), text: '网关三台。' } };
    const [by, own, rest] = sectionOf(reportOf(story, 'zh-CN', { aftermath: { words } }), '概况').blocks;
    expect([by, own, rest].map((block) => (block?.kind === 'paragraph' ? block.text : ''))).toEqual([
      '技术救援组组长于2026年11月23日03:14补充：',
      '网关三台。',
      '以下由系统依据事故记录和预案编制。',
    ]);
  });

  test('leaves responsibility a form to be filled in, until somebody writes of it', () => {
    expect(tableOf(zh, '责任认定')[0]).toEqual(['是否适用', '□适用　　□不适用']);
    const words = { responsibility: { ...act('zhao-lei'), text: '不适用：未造成人员伤亡。' } };
    const given = sectionOf(reportOf(story, 'zh-CN', { aftermath: { words } }), '责任认定');
    expect(JSON.stringify(given)).not.toContain('是否适用');
  });

  test('prints the guidance of a section that it does not know, to be filled in', () => {
    const own = structuredClone(document);
    own.aftermath!.report.sections = [
      { id: 'weather', title: { 'zh-CN': '天气', en: 'Weather' }, guidance: { 'zh-CN': '写明天气。', en: 'Say it.' } },
    ];
    const [weather] = reportOf(story, 'zh-CN', { document: own }).sections;
    expect(weather).toMatchObject({
      heading: '一、天气',
      blocks: [{ kind: 'paragraph', text: '\ue000写明天气。\ue001' }],
    });
    expect(reportOf(story, 'zh-CN', { document: own }).signatures.table.rows.length).toBeGreaterThan(0);
    const words = { weather: { ...act('zhao-lei'), text: '晴。' } };
    const [told] = reportOf(story, 'zh-CN', { document: own, aftermath: { words } }).sections;
    expect(JSON.stringify(told)).not.toContain('写明天气');
  });

  test('is marked until it is approved, and then shows who signed it off, when and by which event', () => {
    expect(zh).not.toHaveProperty('mark');
    expect(zh.signatures.signed!.rows.map((row) => [row[0], row[1], row[4], row[5]])).toEqual([
      ['送审', '赵磊', '910', RECORD_HASH],
      ['审核', '陈静', '911', RECORD_HASH],
      ['批准', '林伟', '912', RECORD_HASH],
    ]);
    const { approved: _a, ...approval } = AFTERMATH.approval!;
    const open = reportOf(story, 'en', { aftermath: { approval: { ...approval, stage: 'approval' } } });
    expect(open.mark).toContain('FOR APPROVAL');
    expect(open.signatures).not.toHaveProperty('signed');
    expect(reportOf(story, 'en').mark).toContain('DRAFT');
  });

  test('numbers its tables in reading order, and has none without rows', () => {
    for (const model of [zh, en]) {
      const numbers = [...wordsOf(model).matchAll(/"caption":"(?:表|Table) (\d+)/g)].map((match) => Number(match[1]));
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
      expect(wordsOf(model)).not.toContain('"rows":[]');
      expect(wordsOf(model)).not.toMatch(/undefined|\[object|NaN|null/);
    }
  });

  test('renders all of it', async () => {
    const xml = fileInZip(await renderDocx(zh), 'word/document.xml');
    expect(xml).toContain('电子签署');
    expect(renderHtml(en)).toContain('Electronic sign-offs');
  });
});

describe('what stands in its prose', () => {
  const at = (shift: number) => Date.UTC(2026, 9, 25, 0, 59) + shift;

  test('is free of the ids that people need in a response, and of nothing that people wrote', () => {
    const told = new Story({}, (plan) => {
      plan.tasks = [{ id: 'find', phase: 'responding', owner: 'techLead', due: HOUR, mandatory: true }];
    });
    told.says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: '属实（find）' });
    told.says('zhao-lei', { type: 'task', action: 'finish', task: 'find', note: '见工单（find）' });
    const names = { ...sampleNames(), task: () => '查明故障' };
    const course = (lang: Lang) =>
      tableOf(reportOf(told, lang, { namesAt: () => names }), lang === 'en' ? 'Timeline' : '时间线').map(
        ([, fact]) => fact!,
      );
    expect(course('zh-CN').at(-1)).toBe('赵磊（技术救援组组长）完成任务：查明故障。记录：见工单（find）。');
    expect(course('en').at(-1)).toContain('finished the task 查明故障.');
    expect(JSON.stringify(reportOf(told, 'zh-CN').annexes)).toContain('find');
  });

  test('leaves the zone to the cover, unless the clocks change meanwhile', () => {
    expect(JSON.stringify(sectionOf(reportOf(story, 'en'), 'nine moments'))).not.toContain('+08:00');
    expect(JSON.stringify(sectionOf(reportOf(story, 'en'), 'Summary'))).not.toContain('UTC');
    const night = new Story({ occurredAt: at(0) });
    night.at = at(0);
    night.state = { ...night.state, report: { ...night.state.report, reportedAt: at(0) } };
    const changed = reportOf(night, 'en', { zone: 'Europe/Berlin', generatedAt: at(24 * HOUR) });
    expect(JSON.stringify(sectionOf(changed, 'nine moments'))).toContain('+02:00');
  });
});

describe('what the record tells of the time after the end', () => {
  const head = (seq: number, who = 'zhao-lei') => ({
    ...{ seq, at: END + seq, actor: person(who), via: 'api' as const, authority: 'techLead' },
  });

  test('is nothing, as long as nobody has done anything', () => {
    expect(aftermathOf(story.events)).toEqual({ approval: { stage: 'draft' } });
  });

  test('is the latest analysis, and whether that one is complete', () => {
    const item = { id: 'd1', kind: 'direct' as const };
    const first = { ...head(1), type: 'analysisRecorded' as const, version: 1, items: [item], texts: { d1: '磁盘满' } };
    const completed = { ...head(2), type: 'analysisCompleted' as const, version: 1, authority: 'techLead' };
    const second = { ...first, ...head(3), version: 2, texts: { d1: '连接池泄漏', nature: '待查' } };
    expect(aftermathOf([first, completed]).analysis).toMatchObject({ version: 1, completed: { seq: 2 } });
    const { analysis } = aftermathOf([first, completed, second]);
    expect(analysis).toMatchObject({ version: 2, nature: '待查', items: [{ ...item, text: '连接池泄漏' }] });
    expect(analysis).not.toHaveProperty('completed');
  });

  test('has words that somebody took back no more', () => {
    const edit = (seq: number, texts?: Record<string, string>) => ({
      ...head(seq),
      type: 'incidentReportEdited' as const,
      sections: ['unit'],
      ...(texts === undefined ? {} : { texts }),
    });
    expect(aftermathOf([edit(1, { unit: '网关三台' })]).words).toMatchObject({ unit: { text: '网关三台', seq: 1 } });
    expect(aftermathOf([edit(1, { unit: '网关三台' }), edit(2)])).not.toHaveProperty('words');
  });

  test('follows the report through review and approval, and back to a draft', () => {
    const step = (seq: number, type: 'Submitted' | 'Reviewed' | 'Approved') =>
      ({ ...head(seq), type: `incidentReport${type}`, version: 1 }) as IncidentEvent;
    const submitted = step(1, 'Submitted');
    const approved = [submitted, step(2, 'Reviewed'), step(3, 'Approved')];
    expect(aftermathOf([submitted]).approval).toMatchObject({ stage: 'review', version: 1 });
    expect(aftermathOf(approved).approval).toMatchObject({ stage: 'approved', approved: { seq: 3 } });
    const revised = {
      ...head(4),
      type: 'incidentReportRevised' as const,
      version: 1,
      dueAt: END,
      texts: { reason: '补充' },
    };
    expect(aftermathOf([...approved, revised]).approval).toEqual({ stage: 'draft', version: 1 });
  });

  test('has of each publication the last version, which needs its own approval', () => {
    const draft = (seq: number, version: number) => ({
      ...head(seq),
      type: 'publicationDrafted' as const,
      ...{ publication: 'p1', version, kind: 'first' as const, facts: [], texts: { 'title zh-CN': `第${version}版` } },
    });
    const approve = {
      ...head(2),
      type: 'publicationApproved' as const,
      publication: 'p1',
      version: 1,
      authority: 'deputy',
    };
    const [one] = aftermathOf([draft(1, 1), approve, draft(3, 2)]).publications!;
    expect(one).toMatchObject({ version: 2, title: { 'zh-CN': '第2版' } });
    expect(one).not.toHaveProperty('approved');
  });
});
