import { describe, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { decisionLog, fold } from '../../src/domain/incident/index.js';
import type { ReportModel } from '../../src/documents/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { formatDuration, formatFormal, formatInstant } from '../../src/domain/words/index.js';
import { fullStory, person, REPORT, Story } from '../words/story.js';
import { headingsOf, RECORD_HASH, reportOf, rowsOf, sectionOf, tableOf, wordsOf } from './fixtures.js';

const BROKEN = /undefined|\[object|NaN|null/;

/** The one paragraph of the summary. */
function summaryOf(model: ReportModel): string {
  const [block] = sectionOf(model, model.lang === 'en' ? 'Summary' : '事故概述').blocks;
  return block?.kind === 'paragraph' ? block.text : '';
}

describe('the incident report', () => {
  const story = fullStory().delivers();
  const zh = reportOf(story, 'zh-CN');
  const en = reportOf(story, 'en');

  test('has the sections of a Chinese incident report, numbered as text', () => {
    expect(zh.sections.map((s) => s.heading)).toEqual([
      '一、事故单位和涉事系统概况',
      '二、事故概述',
      '三、事故经过',
      '四、应急处置情况',
      '五、应急处置评估结论',
      '六、影响和损失',
      '七、原因分析',
      '八、事故性质',
      '九、报送和信息发布情况',
      '十、做得好的和不足的',
      '十一、责任认定和处理建议',
      '十二、防范和整改措施',
      '十三、经验教训',
      '附件1　证据清单',
    ]);
    expect(headingsOf(zh.sections)).toContain('（二）各组到位情况');
    expect(headingsOf(en.sections)).toContain('5.1  Measures');
    expect(zh.annexes.map((a) => a.heading)).toEqual(['附件2　人员动员与确认', '附件3　全部事件', '附件4　记录校验']);
    expect(zh.title).toEqual(['云帆科技有限公司', '“11月22日”支付网关大面积超时', '事故报告书']);
  });

  test.each(LANGS)('says the same in %s without a gap', (lang) => {
    const words = wordsOf(reportOf(story, lang));
    expect(words).not.toMatch(BROKEN);
    expect(words).toContain(RECORD_HASH);
    expect(words).toContain('2026-11-22 04:39:22 +08:00');
  });

  test('sums up when, who, what, how bad and how it ended', () => {
    expect(summaryOf(zh)).toBe(
      '2026年11月22日03:14，王芳（值班经理）报告：支付网关大面积超时。地点为华东一区生产环境，支付网关集群。' +
        '2026年11月22日03:22，林伟（指挥长）核实确认，定为较大事故、Ⅱ级响应，应急响应随即启动。' +
        '响应级别最高为Ⅰ级响应，事故等级认定为较大事故。已知的影响和损失：受影响用户数3200。' +
        '2026年11月22日04:39应急终止，自报告起历时1小时25分钟。处置依据为《软件突发事件应急预案》第3版。',
    );
  });

  test('has the nine moments, each with what it rests on', () => {
    const rows = rowsOf(zh, '关键时点');
    expect(rows.map(([name]) => name)).toEqual([
      ...['发现', '报告', '核实', '定级', '启动', '到位', '控制', '恢复', '终止'],
    ]);
    expect(rows[0]).toEqual(['发现', '2026-11-22 03:09:05', '报告人所述的发生时间\n记录第1号']);
    expect(rows[2]![2]).toMatch(/^林伟（指挥长）核实确认\n记录第\d+号$/);
    // The plan counts no team and marks no milestone.
    expect(rows[5]).toEqual(['到位', '记录未载', '记录未载']);
    expect(rows[6]![1]).toBe('记录未载');
  });

  test('takes the measures of drills from the events, and says why one cannot be taken', () => {
    const measures = new Map(rowsOf(en, 'Measures').map(([name, ...rest]) => [name!, rest]));
    const of = (begin: string) => [...measures].find(([name]) => name.startsWith(begin))![1];
    expect(of('Detection')).toEqual(['5 min', 'Record, no. 1']);
    expect(of('Response')[0]).toBe('1 h 17 min');
    expect(of('Containment')).toEqual(['–', 'the plan does not say by what it is seen']);
    expect(of('Reached within 5 minutes')[0]).toMatch(/^\d+%$/);
  });

  test('tells of a recurrence, and measures each stretch', () => {
    const ended = new Story({}, (plan) => {
      plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: 24 * 60 * MINUTE }];
      plan.termination.override = { posts: ['commander'], secondPosts: ['deputy'] };
      plan.verification.automatic = ['L1', 'L2', 'L3'];
    });
    ended.after(2 * MINUTE).says('zhao-lei', { type: 'acknowledge', person: 'zhao-lei' });
    const ends = () =>
      ended
        .says('lin-wei', { type: 'terminate', action: 'override', reason: 'stable' })
        .says('chen-jing', { type: 'terminate', action: 'confirm' });
    ends();
    ended.after(20 * 60 * MINUTE).says('lin-wei', { type: 'reopen', reason: 'it fails again' });
    ended.after(5 * MINUTE).says('zhao-lei', { type: 'acknowledge', person: 'zhao-lei' });
    ends();
    const report = reportOf(ended, 'en');
    const [first, second, ...more] = ended.events.filter(({ type }) => type === 'terminated');
    expect(more).toEqual([]);
    const again = ended.events.find(({ type }) => type === 'reopened')!.at;
    const begun = ended.events.find(({ type }) => type === 'activated')!.at;
    const inResponse = first!.at - begun + second!.at - again;
    const response = rowsOf(report, 'Measures').find(([name]) => name!.startsWith('Response'))!;
    expect(response[1]).toBe(formatDuration(inResponse, 'en'));
    expect(response[2]).toContain('sum of 2 stretches, without the watch in between');
    expect(rowsOf(report, 'nine moments').at(-1)![2]).toContain('The last of several');
    expect(summaryOf(report)).toContain('after the report, with the watch in between.');
    expect(summaryOf(report)).toContain('It came back while it was watched');
    expect(summaryOf(report)).not.toContain('was not confirmed');
    expect(JSON.stringify(sectionOf(report, 'Termination').blocks)).toContain('it fails again');
  });

  test('tells of each limit that passed, before it was reopened and after the next end', () => {
    const within = { limit: { within: HOUR }, owner: 'liaisonLead', reminders: [], verified: true };
    const late = new Story({}, (plan) => {
      plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: 4 * HOUR }];
      plan.termination.override = { posts: ['commander'], secondPosts: ['deputy'] };
      plan.verification.automatic = ['L1', 'L2', 'L3'];
      plan.obligations = [{ id: 'final', when: { level: 'L2' }, start: 'responseEnded', ...within }];
    });
    const missed = () => {
      late.says('lin-wei', { type: 'terminate', action: 'override', reason: 'stable' });
      late.says('chen-jing', { type: 'terminate', action: 'confirm' });
      const limit = late.at + HOUR;
      late.after(2 * HOUR).wakes();
      return limit;
    };
    const ending = (lang: Lang = 'en') =>
      JSON.stringify(sectionOf(reportOf(late, lang), lang === 'en' ? 'Termination' : '应急终止').blocks);
    const first = missed();
    const formal = (at: number, lang: Lang = 'en') =>
      formatFormal(at, lang, 'Asia/Shanghai').replace(' (UTC+08:00)', '');
    expect(ending()).not.toContain(formal(first));
    late.says('lin-wei', { type: 'reopen', reason: 'it fails again' });
    expect(ending()).toContain(`final: limit ${formal(first)}.`);
    const second = missed();
    expect(ending()).toContain(`final: limit ${formal(first)}; the new limit, ${formal(second)}, passed as well.`);
    expect(ending('zh-CN')).toContain(
      `final：原时限${formal(first, 'zh-CN')}；重新起算的时限${formal(second, 'zh-CN')}亦已过。`,
    );
  });

  test('takes a later time of coming for no later acknowledgement', () => {
    const late = new Story();
    late.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', reason: 'seen' });
    late.after(2 * MINUTE).says('zhao-lei', { type: 'acknowledge', person: 'zhao-lei' });
    const first = late.at;
    late.after(20 * MINUTE);
    late.says('zhao-lei', { type: 'acknowledge', person: 'zhao-lei', eta: late.at + 30 * MINUTE });
    expect(late.events.findLast(({ type }) => type === 'acknowledged')).toMatchObject({ etaChanged: true });
    const report = reportOf(late, 'en');
    const row = rowsOf(report, 'People called').find(([, name]) => name === 'Zhao Lei')!;
    expect(row.join('\n')).toContain(formatInstant(first, 'en', 'Asia/Shanghai').slice(0, 19));
  });

  test('tells of everybody called who answered, who was silent and who was not reached', () => {
    const rows = rowsOf(en, 'People called');
    const answer = (name: string): string =>
      rows
        .find((row) => row[1] === name)!
        .slice(3)
        .join(' | ');
    expect(answer('Zhao Lei')).toMatch(/^Accepted by the channel \| Acknowledged\n2026-11-22 03:22:52\n43 s after/);
    expect(answer('Qian Rong')).toMatch(/Acknowledged after the deadline/);
    expect(answer('Wu Kun')).toBe('Accepted by the channel | Silent past the deadline');
    expect(answer('He Zhe')).toBe('Could not be reached\nthe address is invalid | Silent past the deadline');
    // Decides without ever pressing the link in a notice.
    expect(answer('Chen Jing')).toMatch(/\| Active, not acknowledged\n2026-11-22 03:16:09\n2 min 4 s after/);
    // Called twice: once at each level that needs the team.
    expect(rows.filter((row) => row[1] === 'Xu Na')).toHaveLength(2);
    const [summary] = sectionOf(en, 'People called').blocks;
    expect(summary).toEqual({
      kind: 'paragraph',
      text: 'People alerted or mobilised: 11. Acknowledged: 6. Active without having acknowledged: 1. Silent past the deadline and ever since: 4. Unreachable by every notice: 1.',
    });
  });

  test('names for every decision who took it and by which authority', () => {
    const rows = rowsOf(zh, '决定记录').map(([, , what, who, authority, why]) => [what, who, authority, why]);
    expect(rows).toContainEqual(['预警启动', '陈静', '副指挥长', '监控与客服数据不一致，继续观察']);
    expect(rows).toContainEqual(['提高级别\n重大事故、Ⅰ级响应', '林伟', '指挥长', '发现部分订单数据丢失']);
    expect(rows).toContainEqual(['降低级别\n一般事故、Ⅲ级响应', '林伟', '指挥长', '核对后订单数据完整']);
    expect(rows.at(-1)).toEqual(['应急终止', '陈静', '副指挥长', '—']);
  });

  test('holds every decision of the decision log, whatever it was about', () => {
    const story = new Story({}, (plan) => {
      plan.tasks = ['find', 'repair', 'inform'].map((id) => ({
        id,
        phase: 'responding' as const,
        owner: 'techLead',
        due: 60 * MINUTE,
        mandatory: id !== 'inform',
      }));
      plan.verification.automatic = ['L1'];
    }).says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L2', incidentLevel: 'serious', reason: '属实' });
    const offer = { type: 'handOver', action: 'offer', brief: { situation: '平稳', objectives: '恢复' } } as const;
    const due = story.at + 60 * MINUTE;
    story
      .says('lin-wei', { type: 'scene', action: 'cordon', area: '三层机房', rules: '凭证出入' })
      .says('lin-wei', { type: 'scene', action: 'lift', reason: '已处置' })
      .says('lin-wei', { type: 'task', action: 'skip', task: 'find', reason: '原因已明' })
      .says('lin-wei', {
        type: 'task',
        action: 'add',
        title: '核对流水',
        owner: { post: 'duty' },
        due,
        mandatory: true,
      })
      .says('lin-wei', {
        type: 'task',
        action: 'reassign',
        task: 'inform',
        to: { person: 'sun-yu' },
        reason: '人手不足',
      })
      .acknowledges('qian-rong')
      .says('zhao-lei', { type: 'release', people: ['qian-rong'], reason: '休息' })
      .says('lin-wei', { ...offer, to: 'chen-jing' })
      .says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' })
      .says('lin-wei', { type: 'addFact', values: { dataLost: true }, source: '比对', confidence: 'confirmed' });
    const model = reportOf(story, 'zh-CN');
    const rows = rowsOf(model, '决定记录');
    expect(rows.map(([seq]) => Number(seq))).toEqual(
      decisionLog(story.state.basis.plan, story.events).map(({ event }) => event.seq),
    );
    expect(rows.slice(1).map(([, , what, who, authority, why]) => [what, who, authority, why])).toEqual([
      ['设立或调整现场警戒\n三层机房', '林伟', '指挥长', '—'],
      ['解除现场警戒', '林伟', '指挥长', '已处置'],
      ['不做任务\n“find”', '林伟', '指挥长', '原因已明'],
      ['增加任务\n“added.1”\n值班经理', '林伟', '指挥长', '—'],
      ['任务改交\n“inform”\n孙宇', '林伟', '指挥长', '人手不足'],
      ['准予离岗\n技术救援组（钱镕）', '赵磊', '技术救援组组长', '休息'],
      ['提出指挥权移交\n陈静', '林伟', '指挥长', '—'],
      ['未接受指挥权移交\n陈静', '陈静', '记录未载', '正在途中'],
      ['按预案自动提高级别\n重大事故、Ⅰ级响应', '系统', '按预案规则', '—'],
    ]);
    // What is mandatory and neither done nor dropped.
    expect(sectionOf(model, '应急终止').blocks.at(-1)).toEqual({
      kind: 'list',
      items: ['“repair”：技术救援组组长', '“added.1”：值班经理'],
    });
    expect(wordsOf(reportOf(story, 'en'))).not.toMatch(BROKEN);
  });

  test('shows both signatories and the criteria of the proposal that stood', () => {
    expect(tableOf(zh, '终止的签署').map((row) => row.slice(0, 3))).toEqual([
      ['提议应急终止', '赵磊', '技术救援组组长'],
      ['同意应急终止', '陈静', '副指挥长'],
    ]);
    expect(tableOf(zh, '终止条件').every((row) => /^已满足：赵磊于.*确认$/.test(row[1]!))).toBe(true);
    expect(zh.signatures.table.rows.map(([name, , post, part]) => [name, post, part])).toEqual([
      ['林伟', '指挥长', '指挥'],
      ['赵磊', '技术救援组组长', '成员、应急终止签署'],
      ['周敏', '信息联络组组长', '成员'],
      ['高阳', '宣传报道组组长', '成员'],
      ['陈静', '副指挥长', '应急终止签署'],
    ]);
  });

  test('invents no cause and no loss', () => {
    expect(JSON.stringify(sectionOf(zh, '原因分析'))).toContain('原因分析尚未进行');
    expect(JSON.stringify(sectionOf(zh, '影响和损失'))).toContain('直接经济损失未见记录');
    expect(JSON.stringify(sectionOf(zh, '影响和损失'))).toContain('记录中没有人员伤亡');
    expect(JSON.stringify(sectionOf(zh, '事故性质'))).toContain('尚未认定，待查');
    expect(JSON.stringify(sectionOf(zh, '整改措施'))).toContain('尚未提出防范和整改措施');
    expect(JSON.stringify(sectionOf(zh, '评估结论'))).toContain('总结评估尚未进行');
  });

  test('lists the whole record in the annex', () => {
    const numbers = rowsOf(zh, '全部事件').map((row) => Number(row[0]));
    expect(numbers).toEqual(story.events.map((event) => event.seq));
  });

  test('numbers its tables in reading order', () => {
    const numbers = [...wordsOf(en).matchAll(/"caption":"Table (\d+) /g)].map((match) => Number(match[1]));
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
  });
});

describe('a report of an incident that went otherwise', () => {
  test('has what is unknown said to be unknown', () => {
    const story = new Story();
    const { cause: _c, impact: _i, description: _d, ...texts } = story.state.report.texts;
    const { occurredAt: _o, ...report } = story.state.report;
    story.state = { ...story.state, report: { ...report, texts, facts: {} } };
    const model = reportOf(story, 'zh-CN');
    expect(wordsOf(model)).not.toMatch(BROKEN);
    expect(JSON.stringify(sectionOf(model, '原因分析'))).toContain('记录中没有关于原因的陈述');
    expect(rowsOf(model, '接报情况')[3]).toEqual(['发生时间', '记录未载']);
    expect(summaryOf(model)).toContain('应急尚未终止');
  });

  test('tells what was learnt of impact and cause after the report', () => {
    const { cause: _c, impact: _i, ...report } = REPORT;
    const story = new Story({}, (plan) => {
      plan.tasks = [
        { id: 'find', phase: 'responding', owner: 'techLead', due: 60 * MINUTE, mandatory: true, evidence: 'note' },
      ];
    });
    story.events[0] = { ...story.events[0]!, texts: { title: report.title, place: report.place } } as IncidentEvent;
    story.state = fold(story.state.basis, story.events);
    expect(JSON.stringify(sectionOf(reportOf(story, 'zh-CN'), '影响和损失'))).toContain('记录中没有关于影响的陈述');
    expect(JSON.stringify(sectionOf(reportOf(story, 'zh-CN'), '原因分析'))).toContain('记录中没有关于原因的陈述');
    story
      .says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: '属实' })
      .says('sun-yu', {
        type: 'addFact',
        statement: '退款全部失败',
        values: { usersAffected: 52_000 },
        source: '大屏',
        confidence: 'confirmed',
      })
      .says('zhao-lei', { type: 'task', action: 'finish', task: 'find', note: '见堆栈', finding: '连接池泄漏' })
      .says('lin-wei', { type: 'askQuestion', text: '配置何时变更' });
    const [question] = Object.keys(story.state.situation.questions);
    story.says('zhao-lei', { type: 'answerQuestion', question: question!, text: '03:00' });
    story.says('wang-fang', {
      type: 'absorb',
      mode: 'real',
      reporter: person('qian-rong'),
      reportedAt: story.at,
      facts: {},
      texts: { title: '退款失败', place: '后台', impact: '客服排队', cause: '疑似磁盘已满' },
    });
    const zh = reportOf(story, 'zh-CN');
    const impact = JSON.stringify(sectionOf(zh, '影响和损失'));
    const cause = JSON.stringify(sectionOf(zh, '原因分析'));
    const added = story.events.find(({ type }) => type === 'factAdded')!.seq;
    expect(rowsOf(zh, '已知的影响和损失')).toEqual([
      ['受影响用户数', '52000', `大屏\n已证实\n记录第${added}号`, '2026-11-22\n03:14:05'],
    ]);
    expect(impact).toContain('孙宇（研发工程师）报：退款全部失败（来源：大屏；已证实）。');
    expect(impact).toContain('钱镕（研发工程师）报告：客服排队。');
    expect(cause).toContain('技术救援组组长完成任务“find”，查明：连接池泄漏。');
    expect(cause).toContain('答复待查明的问题“配置何时变更”：03:00。');
    expect(cause).toContain('研发工程师报告：疑似磁盘已满。');
    expect(cause).not.toMatch(/赵磊|钱镕/);
    expect(cause).toContain('报告时没有关于原因的陈述');
    expect(impact + cause).not.toContain('记录中没有关于');
    expect(wordsOf(reportOf(story, 'en'))).toContain('Found during the response, not yet analysed:');
    expect(wordsOf(reportOf(story, 'en'))).not.toMatch(BROKEN);
  });

  test('says of each decision how much had been told in words, and what was open', () => {
    const story = new Story();
    const told = { type: 'addFact', source: '大屏', confidence: 'likely' } as const;
    story.says('sun-yu', { ...told, statement: '退款失败' }).says('sun-yu', { ...told, statement: '客服排队' });
    const last = story.events.findLast(({ type }) => type === 'factAdded')!.seq;
    story.says('lin-wei', { type: 'askQuestion', text: '配置何时变更' });
    story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: '压测误报' });
    const decided = (lang: 'zh-CN' | 'en', table: string) =>
      rowsOf(reportOf(story, lang), table).map(([, , what]) => what);
    expect(decided('zh-CN', '决定记录')).toEqual([
      `否定报告\n当时已有文字情况2条，最近一条为序号${last}\n当时待查明的问题1个`,
    ]);
    expect(decided('en', 'Decisions')).toEqual([
      `Report rejected\nStatements by then: 2, the last is no. ${last}\nOpen questions then: 1`,
    ]);
  });

  test('ends with the rejection where the report was no incident', () => {
    const story = new Story().says('lin-wei', { type: 'verify', outcome: 'rejected', reason: '压测误报' });
    const model = reportOf(story, 'zh-CN');
    expect(summaryOf(model)).toContain('核实认定不是事故');
    expect(summaryOf(model)).not.toContain('尚未终止');
    expect(JSON.stringify(sectionOf(model, '事故性质'))).toContain('经核实不是事故');
  });

  test('leads with how it began where the plan did not wait for the verification', () => {
    const story = new Story({}, (plan) => {
      plan.verification.timeBox = [{ within: 30 * MINUTE }];
      plan.verification.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L3' };
    });
    for (const wait of [15, 15, 15]) story.after(wait * MINUTE).wakes();
    expect(summaryOf(reportOf(story, 'en'))).toMatch(
      /since nobody had verified it in time, the plan .* not confirmed\./,
    );
    story.after(13 * MINUTE).says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: '属实' });
    expect(summaryOf(reportOf(story, 'zh-CN'))).toMatch(
      /因限时内无人核实，按预案视为真实事故，暂定为较大事故、Ⅱ级响应，应急响应随即启动。.*核实确认，定为较大事故、Ⅱ级响应，应急响应继续进行。/,
    );
  });

  test('needs one signature where the level asks for one', () => {
    const criteria = ['serviceRestored', 'causeControlled'];
    const story = new Story()
      .says('chen-jing', { type: 'verify', outcome: 'confirmed', level: 'L3', incidentLevel: 'minor', reason: '属实' })
      .says('zhao-lei', { type: 'terminate', action: 'propose', criteria, reason: '恢复' });
    const model = reportOf(story, 'zh-CN');
    expect(tableOf(model, '终止的签署')).toHaveLength(1);
    expect(tableOf(model, '终止条件').at(-1)).toEqual(['无次生影响', '该级别不要求']);
    expect(rowsOf(model, '决定记录').at(-1)!.slice(2, 5)).toEqual(['应急终止', '赵磊', '技术救援组组长']);
  });

  test('is marked as a drill on its title and its first line', () => {
    const model = reportOf(fullStory({ mode: 'drill' }), 'zh-CN');
    expect(model.mark).toBe('【演练 DRILL】【草稿 DRAFT】');
    expect(model.title.at(-1)).toBe('事故报告书（演练）');
    expect(model.lead[0]).toContain('并未真实发生');
  });

  test('does not say 事故 twice in its title', () => {
    const model = reportOf(new Story({ title: '数据库误删事故' }), 'zh-CN');
    expect(model.title.slice(1)).toEqual(['“11月22日”数据库误删', '事故报告书']);
  });
});
