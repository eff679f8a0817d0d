import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderDocx, renderHtml, sitrepText } from '../../src/documents/index.js';
import type { BulletinModel } from '../../src/documents/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { planWithSitreps, sampleHolders } from '../support/samplePlan.js';
import { headingsOf, rowsOf, sectionOf, wordsOf } from './fixtures.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { formatMoment } from '../../src/domain/words/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { CompiledPlan, ObligationRule, TaskRule } from '../../src/domain/plan/compiled.js';
import type { Facts } from '../../src/domain/plan/condition.js';
import { person, START, Story } from '../words/story.js';
import { sitrepIn, sitrepInput, sitrepStory } from './sitrepStory.js';

const story = sitrepStory();
const zh = (number: number): BulletinModel => sitrepIn(story, number, 'zh-CN');
const en = (number: number): BulletinModel => sitrepIn(story, number, 'en');
const textOf = (model: BulletinModel, heading: string): string => JSON.stringify(sectionOf(model, heading).blocks);
/** At level 1 since the very beginning, with a SITREP being drafted on request. */
function responding(change: (plan: CompiledPlan) => void = () => undefined): Story {
  const plan = planWithSitreps();
  change(plan);
  const reason = '属实';
  return new Story({}, plan)
    .delivers()
    .says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L1', incidentLevel: 'critical', reason })
    .delivers()
    .says('zhou-min', { type: 'draftSitrep' });
}
const FIND: TaskRule = { id: 'find', phase: 'responding', owner: 'techLead', due: HOUR, mandatory: true };
const absorb = (facts: Facts): Decision => ({
  type: 'absorb',
  mode: 'real',
  reporter: person('qian-rong'),
  reportedAt: START,
  facts,
  texts: { title: '退款失败', place: '后台' },
});
const told = (statement: string, values: Facts): Decision => ({
  type: 'addFact',
  statement,
  values,
  source: '监控大屏',
  confidence: 'confirmed',
});
const factOf = ({ form, foot }: BulletinModel, label: string): string | undefined =>
  [...form.facts, ...foot.facts].find((fact) => fact.label === label)?.value;

describe.each(LANGS)('a SITREP in %s', (lang) => {
  test.each([1, 2, 3])('no. %i is whole sentences, without ids, key names or gaps', (number) => {
    const words = wordsOf(sitrepIn(story, number, lang));
    expect(words).not.toMatch(/undefined|\[object|NaN|Invalid/);
    expect(words).not.toMatch(/zhou-min|xu-na|usersAffected|liaisonLead|"seq"|factAdded|team\//);
  });

  test('comes as a file of each format', async () => {
    const model = sitrepIn(story, 2, lang);
    expect((await renderDocx(model)).subarray(0, 2).toString()).toBe('PK');
    const html = renderHtml(model);
    expect(html).toContain(model.issue);
    expect(html).not.toMatch(/<script/);
  });

  test('while it is a draft says so on every page, and has no signature', () => {
    const open = sitrepStory().after(0);
    open.events.splice(open.events.findLastIndex(({ type }) => type === 'sitrepReleased'));
    const model = sitrepIn(open, 3, lang);
    expect(model.mark).toMatch(/草稿|DRAFT/);
    expect(zh(3).mark).toBeUndefined();
    expect(factOf(model, lang === 'en' ? 'Released by' : '签发人')).toMatch(/尚未发布|not released/);
  });
});

describe('the series', () => {
  test('is an initial report, an update and a final one, each from where the one before ended', () => {
    expect([1, 2, 3].map((n) => zh(n).issue)).toEqual(['第1期（初报）', '第2期（续报）', '第3期（终报）']);
    expect([1, 2, 3].map((n) => en(n).issue)).toEqual(['No. 1 (initial)', 'No. 2 (update)', 'No. 3 (final)']);
    const period = (n: number) => factOf(zh(n), '报送时段')!.split('至');
    expect(period(1)[1]).toBe(period(2)[0]);
    expect(period(2)[1]).toBe(period(3)[0]);
  });

  test('has its sections in the order of the form, numbered as official papers are', () => {
    expect(headingsOf(zh(1).sections)).toEqual([
      '一、事故概况和态势',
      '二、影响情况',
      '三、已采取的措施',
      '四、各组人员情况',
      '五、未完事项',
      '六、困难和需要的支持',
      '七、需要指挥部决定的事项',
      '八、走势研判',
      '九、下次报送',
    ]);
  });

  test.each(LANGS)('shows whoever edits it in %s all that is released, in the same order', (lang) => {
    for (const number of [1, 2, 3]) {
      const model = sitrepIn(story, number, lang);
      const { parts, form, foot } = sitrepText(sitrepInput(story, number, lang));
      expect(parts.map(({ blocks }) => blocks)).toEqual(model.sections.map(({ blocks }) => blocks));
      model.sections.forEach(({ heading }, i) => expect(heading.endsWith(parts[i]!.heading)).toBe(true));
      expect([form, foot]).toEqual([model.form.facts, model.foot.facts]);
      expect(parts.filter(({ section }) => section === undefined).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('tells at the beginning who reported and decided what, and afterwards only what is new', () => {
    const first = textOf(zh(1), '态势');
    expect(first).toContain('王芳（值班经理）报告：支付网关大面积超时。');
    expect(first).toContain('林伟（指挥长）核实确认，定为重大事故、Ⅰ级响应');
    expect(first).toContain('支付网关三台实例内存耗尽');
    const second = textOf(zh(2), '态势');
    expect(second).not.toContain('核实确认');
    expect(second).not.toContain('内存耗尽，重启');
    expect(second).toContain('林伟（指挥长）将Ⅰ级响应降为Ⅱ级响应，事故等级为较大事故。理由：服务已恢复，影响收窄。');
    expect(factOf(zh(2), '响应级别')).toBe('较大事故、Ⅱ级响应，本期由Ⅰ级响应调整');
    expect(textOf(zh(3), '态势')).toContain('陈静（副指挥长）作为第二签署人同意');
    expect(factOf(zh(3), '响应级别')).toBe('本期终止，终止时为较大事故、Ⅱ级响应');
    expect(textOf(zh(3), '态势')).toContain('终止时为较大事故、Ⅱ级响应，期间最高为重大事故、Ⅰ级响应，自启动起');
    expect(textOf(en(3), 'Situation')).toContain('; at its highest it stood at');
  });

  test('tells which facts came in, and where nothing was said points to what tasks found', () => {
    const quiet = responding((plan) => (plan.tasks = [FIND]));
    const situationOf = () => textOf(sitrepIn(quiet, 1, 'zh-CN'), '态势');
    expect(situationOf()).toContain('本期没有另行补报情况。');
    quiet.says('zhao-lei', { type: 'task', action: 'finish', task: 'find', finding: '内存泄漏' });
    expect(situationOf()).toContain('本期没有另行补报情况；查明的事项见“已采取的措施”');
    for (const dataLost of [true, false])
      quiet.says('lin-wei', { type: 'addFact', values: { dataLost }, source: '监控', confidence: 'likely' });
    expect(situationOf()).toContain('本期补报的事实：');
    expect(situationOf()).toMatch(/：否。来源见“影响情况”/);
    expect(situationOf()).not.toContain('：是');
  });

  test('tells of a change of the incident level alone as one', () => {
    const regraded = responding();
    regraded.says('lin-wei', { type: 'changeLevel', level: 'L1', incidentLevel: 'serious', reason: '范围有限' });
    expect(textOf(sitrepIn(regraded, 1, 'zh-CN'), '态势')).toContain(
      '将事故等级由重大事故改定为较大事故，响应级别不变，仍为Ⅰ级响应。理由：范围有限。',
    );
  });

  test('tells of a verification that comes after the first report, and why the plan did not wait for it', () => {
    const plan = planWithSitreps();
    plan.verification.automatic = ['L2'];
    const begun = new Story({}, plan).delivers();
    for (const wait of [50, 60, 5])
      begun
        .after(wait * MINUTE)
        .wakes()
        .delivers();
    begun.says('zhou-min', { type: 'releaseSitrep', number: 1 }).writesReport().delivers();
    begun.after(30 * MINUTE).says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: '客服证实' });
    for (const wait of [60, 60]) begun.after(wait * MINUTE).wakes();
    const first = textOf(sitrepIn(begun, 1, 'zh-CN'), '态势');
    expect(first).toContain('因定级准则建议的级别须自动启动，按预案视为真实事故，暂定为较大事故、Ⅱ级响应');
    expect(first).toContain('报告尚未核实。');
    expect(textOf(sitrepIn(begun, 1, 'en'), 'ituation')).toContain(
      'since the grading criteria proposed a level that starts by itself, the report was treated as real under the plan',
    );
    const second = textOf(sitrepIn(begun, 2, 'zh-CN'), '态势');
    expect(second).toContain('林伟（指挥长）核实确认，定为较大事故、Ⅱ级响应，应急响应继续进行。理由：客服证实。');
    expect(second).not.toContain('尚未核实');
  });

  test('says when the next one is due, and of the last one that none follows', () => {
    expect(textOf(en(1), 'Next report')).toMatch(/The next report is due on 22 November, 05:15/);
    expect(textOf(en(3), 'Next report')).toContain('This is the final report');
  });
});

describe('what it tells', () => {
  test('of facts is the value, who told it, when, and how far it is vouched for', () => {
    expect(textOf(zh(1), '影响')).toContain(
      '受影响用户数：5200（最初报告：3200；钱镕（研发工程师）于11月22日03:21补报；来源：监控大屏；基本可信）。',
    );
    expect(textOf(en(1), 'Impact')).toContain(
      'Users affected: 5200 (first reported: 3200; added by Qian Rong (Engineer)',
    );
  });

  test('of facts that changed in the period comes first, with what they were', () => {
    const changing = responding().says('zhao-lei', told('大屏', { dataLost: true }));
    changing.says('zhou-min', { type: 'releaseSitrep', number: 1 }).after(20 * MINUTE);
    changing.says('zhou-min', { type: 'draftSitrep' });
    const facts = (lang: Lang): string[] => {
      const list = sectionOf(sitrepIn(changing, 2, lang), lang === 'en' ? 'Impact' : '影响').blocks.find(
        ({ kind }) => kind === 'list',
      );
      return list?.kind === 'list' ? list.items : [];
    };
    expect(facts('zh-CN').join()).not.toMatch(/本期/);
    changing.says('zhao-lei', told('校验完成', { dataLost: false }));
    expect(facts('zh-CN')[0]).toMatch(/^数据丢失：否（本期更新，此前：是；赵磊/);
    expect(facts('en')[0]).toMatch(/^Data lost: no \(changed in this period, before: yes; added by Zhao Lei/);
    expect(facts('zh-CN')[1]).toMatch(/^受影响用户数：3200（报告时所述）/);
    expect(textOf(en(2), 'Impact')).toContain('Data lost: no (new in this period; added by Sun Yu (Engineer)');
  });

  test('of time is from when to when, so that a restored service does not seem to be down still', () => {
    expect(textOf(zh(1), '影响')).toContain('事故自发生至本期末共56分钟。');
    expect(textOf(en(3), 'Impact')).toMatch(/From occurrence to the end of the response: [^.]+ min\./);
  });

  test('of the cause is what was reported, then what tasks found out, in every report that follows', () => {
    const task = { phase: 'responding', owner: 'techLead', due: HOUR, mandatory: true } as const;
    const busy = responding(
      (plan) =>
        (plan.tasks = [
          { id: 'find', ...task },
          { id: 'check', verifies: 'find', ...task, owner: 'deputy' },
        ]),
    );
    expect(textOf(sitrepIn(busy, 1, 'zh-CN'), '影响')).toContain('报告人所述的原因：疑似 03:00 的配置变更。"');
    busy.says('zhao-lei', { type: 'task', action: 'finish', task: 'find', finding: '连接池泄漏' });
    busy.says('chen-jing', { type: 'task', action: 'finish', task: 'check', finding: '抽查一致' });
    busy.says('zhou-min', { type: 'releaseSitrep', number: 1 }).after(20 * MINUTE);
    busy.says('zhou-min', { type: 'draftSitrep' });
    for (const number of [1, 2]) {
      const text = textOf(sitrepIn(busy, number, 'zh-CN', busy.state.basis), '影响');
      expect(text).toContain('已查明的情况：');
      expect(text).toContain('“find”（赵磊，11月22日03:14）：连接池泄漏。');
      expect(text).not.toContain('抽查一致');
      expect(textOf(sitrepIn(busy, number, 'en', busy.state.basis), 'Impact')).toContain(
        '“find” (Zhao Lei, 22 November, 03:14): 连接池泄漏.',
      );
    }
  });

  test('of teams is counted, and whoever is silent or cannot be reached is named as a difficulty, and only there', () => {
    expect(rowsOf(zh(1), '各组人员情况')).toContainEqual([
      '技术救援组',
      '5',
      '0',
      '1',
      '2',
      '2',
      '0',
      '有人逾时未确认',
    ]);
    expect(rowsOf(zh(2), '各组人员情况')).toContainEqual(['宣传报道组', '1', '—', '—', '—', '—', '—', '已解除动员']);
    expect(textOf(zh(1), '未完事项')).not.toContain('尚未答复');
    expect(textOf(zh(1), '困难')).toContain('下列人员逾时未确认，须设法联系或另行安排：陈静、吴堃、');
    expect(textOf(zh(1), '困难')).toContain('无法送达，须以其他方式联系：何喆。');
  });

  test('of people is that whoever acts without acknowledging is neither silent nor without an answer', () => {
    const acting = new Story({}, planWithSitreps());
    acting.delivers().says('lin-wei', {
      type: 'verify',
      outcome: 'confirmed',
      level: 'L1',
      incidentLevel: 'critical',
      reason: '属实',
    });
    for (const wait of [5, 5, 5, 30])
      acting
        .delivers()
        .after(wait * MINUTE)
        .wakes();
    acting.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: '在外地' });
    acting.says('chen-jing', { type: 'close', reason: '试试' });
    const model = sitrepIn(acting, 1, 'zh-CN');
    expect(acting.state.mobilisation.bodies['post/commander']).toMatchObject({
      people: [{ 'lin-wei': { status: 'called', acted: true } }],
    });
    expect(wordsOf(model)).not.toMatch(/(未答复|未确认)：[^"]*林伟/);
    // What is refused is no act.
    expect(textOf(model, '困难')).toMatch(/逾时未确认，须设法联系或另行安排：[^"]*陈静/);
    expect(textOf(model, '已采取')).toContain('未作确认、已在处置1人');
    expect(textOf(sitrepIn(acting, 1, 'en'), 'Difficulties')).toMatch(/Silent past the deadline: [^"]*Chen Jing/);
  });

  test('of questions: the open ones are pending with who asked, the answered ones are action', () => {
    expect(rowsOf(zh(1), '未完事项')).toContainEqual(['待查明：未完成的订单是否全部入账？', '未指定（林伟提出）', '—']);
    expect(textOf(zh(2), '已采取')).toMatch(
      /未完成的订单是否全部入账？11月22日\d\d:\d\d，何喆答复：已逐笔核对，无差异。/,
    );
  });

  test('in somebody’s own words stands in every language, with the name under it', () => {
    for (const model of [zh(2), en(2)]) {
      const outlook = JSON.stringify(model.sections.at(-2)!.blocks);
      expect(outlook).toContain('最坏：夜间批处理再次触发内存耗尽');
      expect(outlook).toMatch(/本节由徐娜撰写|written by Xu Na/);
    }
    expect(factOf(en(2), 'Drafted by')).toBe(
      'the system, from the record; “For command to decide”, “Outlook” by Xu Na',
    );
    expect(factOf(zh(1), '起草人')).toBe('系统依据事故记录编写');
  });

  test('of a handover that was declined or withdrawn is that, and not the offer', () => {
    const offer = { type: 'handOver', action: 'offer', brief: { situation: '平稳', objectives: '恢复' } } as const;
    const offered = responding();
    offered.says('lin-wei', { ...offer, to: 'chen-jing' });
    expect(textOf(sitrepIn(offered, 1, 'zh-CN'), '已采取')).toContain('提出向陈静移交指挥权，待其接受');
    expect(textOf(sitrepIn(offered, 1, 'zh-CN'), '需要指挥部')).toContain('已提出向陈静移交指挥');
    offered.says('chen-jing', { type: 'handOver', action: 'decline', reason: '正在途中' });
    offered.says('lin-wei', { ...offer, to: 'chen-jing' });
    offered.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: '不再需要' });
    const done = textOf(sitrepIn(offered, 1, 'zh-CN'), '已采取');
    expect(done).toContain('陈静未接受指挥权移交，仍由林伟指挥。理由：正在途中');
    expect(done).toContain('林伟（指挥长）撤回指挥权移交。理由：不再需要');
    expect(done).not.toContain('待其接受');
  });

  test('of command is who it is, and whether whoever it is answers', () => {
    const silent = responding((plan) => (plan.command.checkIn = [{ levels: ['L1'], every: 10 * MINUTE }]));
    expect(factOf(sitrepIn(silent, 1, 'en'), 'Commander')).toBe('Lin Wei');
    expect(textOf(sitrepIn(silent, 1, 'en'), 'For command')).toContain('Nothing on record awaits');
    for (const wait of [10, 2, 2, 2]) silent.after(wait * MINUTE).wakes();
    const zhModel = sitrepIn(silent, 1, 'zh-CN');
    const difficulties = textOf(zhModel, '困难');
    expect(difficulties).toContain(
      '指挥长林伟最后一次操作为11月22日03:14，11月22日03:24催促报到未应；11月22日03:26已请陈静接替指挥，尚未接替。',
    );
    expect(textOf(sitrepIn(silent, 1, 'en'), 'Difficulties')).toContain(
      'The commander, Lin Wei, last acted on 22 November, 03:14 and did not check in when reminded on 22 November, 03:24. Chen Jing was asked on 22 November, 03:26 to take over command and has not yet done so.',
    );
    expect(textOf(zhModel, '需要指挥部')).toContain('指挥长林伟无应答，须立即明确由谁指挥。');
    silent.says('chen-jing', { type: 'takeCommand' });
    const passed = sitrepIn(silent, 1, 'zh-CN');
    expect(JSON.stringify(passed.foot)).toContain('指挥长（陈静）、副指挥长（空缺）');
    expect(factOf(sitrepIn(silent, 1, 'en'), 'Commander')).toBe('Chen Jing');
    expect(textOf(sitrepIn(silent, 1, 'en'), 'Difficulties')).not.toContain('did not check in');
  });

  test('of command is that nobody is left who could take over', () => {
    const silent = responding((plan) => {
      plan.command.checkIn = [{ levels: ['L1'], every: 10 * MINUTE }];
      plan.command.deputies = [];
    });
    for (const wait of [10, 1]) silent.after(wait * MINUTE).wakes();
    expect(textOf(sitrepIn(silent, 1, 'zh-CN'), '困难')).not.toContain('报到');
    silent.after(MINUTE).wakes();
    expect(textOf(sitrepIn(silent, 1, 'zh-CN'), '困难')).toContain('催促报到未应，且无人可接替。');
    silent.says('lin-wei', { type: 'askQuestion', text: '可以恢复吗' });
    expect(textOf(sitrepIn(silent, 1, 'zh-CN'), '困难')).not.toContain('报到');
  });

  test('of a task that somebody is at is since when', () => {
    const busy = responding(
      (plan) =>
        (plan.tasks = [
          FIND,
          { id: 'inform', phase: 'responding', owner: 'liaisonLead', due: 2 * HOUR, mandatory: false },
        ]),
    );
    busy.after(MINUTE).says('zhao-lei', { type: 'task', action: 'start', task: 'find' });
    const due = rowsOf(sitrepIn(busy, 1, 'zh-CN'), '未完事项').map((row) => row[2]);
    expect(due[0]).toMatch(/^11月22日\d\d:\d\d；已于11月22日03:\d\d开始$/);
    expect(due[1]).toMatch(/^11月22日\d\d:\d\d$/);
    expect(rowsOf(sitrepIn(busy, 1, 'en'), 'Pending')[0]![2]).toMatch(/; in progress since 22 November, 03:/);
  });

  test('of a cordon is that it stands, and how many are inside, until it is lifted', () => {
    const closed = responding();
    closed.says('lin-wei', { type: 'scene', action: 'cordon', area: '三层机房', rules: '凭证出入' });
    const admitted = { type: 'scene', action: 'admit', name: '刘工', area: '机柜 7', purpose: '断电' } as const;
    closed.says('lin-wei', admitted);
    closed.says('zhou-min', { type: 'releaseSitrep', number: 1 });
    closed.after(20 * MINUTE).says('zhou-min', { type: 'draftSitrep' });
    const stands =
      '截至11月22日03:34，现场警戒仍在实施，范围：三层机房（11月22日03:14设立）；在场登记1项（1号：刘工，断电）。';
    expect(textOf(sitrepIn(closed, 2, 'zh-CN'), '已采取')).toContain(stands);
    closed.says('lin-wei', { type: 'scene', action: 'lift', reason: '已处置' });
    expect(textOf(sitrepIn(closed, 2, 'zh-CN'), '已采取')).not.toContain('仍在实施');
  });

  test('of a figure from another report is who told it there, beside what was added otherwise', () => {
    const again = responding();
    again.after(MINUTE).says('zhao-lei', told('大屏显示', { usersAffected: 12_000 }));
    again.after(MINUTE).says('qian-rong', absorb({ usersAffected: 52_000, dataLost: true }));
    const items = (model: BulletinModel) => sectionOf(model, lang(model)).blocks.find(({ kind }) => kind === 'list');
    const lang = (model: BulletinModel) => (model.lang === 'en' ? 'Impact' : '影响');
    expect(items(sitrepIn(again, 1, 'zh-CN'))).toMatchObject({
      items: [
        '受影响用户数：52000（最初报告：3200；钱镕（研发工程师）于11月22日03:16再次报告时所述）。',
        '另有不同的补报：受影响用户数：12000（赵磊（技术救援组组长）于11月22日03:15补报；来源：监控大屏；已证实）。',
        '数据丢失：是（钱镕（研发工程师）于11月22日03:16再次报告时所述）。',
      ],
    });
    again.says('zhao-lei', { ...absorb({ usersAffected: 60_000 }), from: 'INC-9' } as Decision);
    expect(items(sitrepIn(again, 1, 'en'))).toMatchObject({
      items: expect.arrayContaining([
        'Users affected: 60000 (first reported: 3200; as Qian Rong (Engineer) reported on 22 November, 03:14, merged with incident INC-9 on 22 November, 03:16).',
      ]) as string[],
    });
  });

  test('of another report of the same thing is news and no decision', () => {
    const again = responding();
    again.says('qian-rong', absorb({ usersAffected: 52_000 }));
    const model = sitrepIn(again, 1, 'zh-CN');
    expect(textOf(model, '态势')).toContain('钱镕（研发工程师）就同一情况再次报告：退款失败');
    expect(textOf(model, '态势')).not.toContain('没有另行补报情况');
    expect(textOf(model, '已采取')).not.toContain('再次报告');
  });

  test('of an erased text is that it was erased', () => {
    const erased = sitrepStory();
    erased.events.forEach((event, i) => {
      if (event.type === 'sitrepReleased' && event.number === 2) erased.events[i] = { ...event, texts: {} };
    });
    expect(textOf(sitrepIn(erased, 2, 'zh-CN'), '走势研判')).toContain('（原文已删除）');
  });

  describe('of legal reports', () => {
    const rule = (id: string, more: Partial<ObligationRule>): ObligationRule => ({
      id,
      when: { fact: 'usersAffected', atLeast: 5_000 },
      start: 'aware',
      limit: { within: HOUR },
      owner: 'liaisonLead',
      reminders: [],
      verified: true,
      ...more,
    });
    const said = (number: number, lang: Lang, ...rules: ObligationRule[]): string[] => {
      const plan = { ...planWithSitreps(), obligations: rules };
      const model = sitrepIn(story, number, lang, { plan, holders: sampleHolders() });
      const section = model.sections.find(({ heading }) => /法定报送|Legal reports/.test(heading));
      return (section?.blocks ?? []).flatMap((block) =>
        block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.text] : [],
      );
    };
    const unknown = { fact: 'leaked', is: true } as const;

    test('are those whose condition is met, with addressee, limit, where it runs from, and owner', () => {
      const never = { fact: 'usersAffected', atLeast: 9_999 } as const;
      const rules = [
        rule('to-the-regulator', {}),
        rule('not-this-one', { when: never }),
        rule('theirs', { theirs: true }),
      ];
      expect(said(1, 'en', ...rules)).toEqual([
        expect.stringContaining('may apply'),
        'to-the-regulator. To: The authority; limit: within one hour of becoming aware; owner: Information liaison lead (Zhou Min).',
        'This goes by what is registered; for anything else go by what its owner has on file.',
      ]);
      expect(said(1, 'zh-CN', ...rules)[1]).toBe(
        'to-the-regulator。报送对象：主管部门；时限：自获知起1小时内；责任人：信息联络组组长（周敏）。',
      );
    });

    test('say where a rule was not compared with its source', () => {
      const loose = rule('to-the-regulator', { verified: false });
      expect(said(1, 'en', loose)[1]).toMatch(/\(Zhou Min\); rule not compared with its source\.$/);
      expect(said(1, 'zh-CN', loose)[1]).toMatch(/（周敏）；规则待核对。$/);
    });

    test.each<[Partial<ObligationRule>, string, string]>([
      [{ limit: { within: 24 * HOUR } }, '自获知起24小时内', 'within 24 hours of becoming aware'],
      [
        { limit: { within: 30 * 24 * HOUR }, start: 'responseEnded' },
        '自应急处置结束起30天内',
        'within 30 d of the end',
      ],
      [{ limit: { within: 30 * MINUTE } }, '自获知起30分钟内', 'within 30 min of becoming aware'],
      [{ limit: { workingDays: 1 } }, '自获知起1个工作日内', 'within one working day of becoming aware'],
      [{ limit: { workingDays: 4 } }, '自获知起4个工作日内', 'within 4 working days of becoming aware'],
      [{ limit: { months: 1 } }, '自获知起1个月内', 'within one month of becoming aware'],
      [
        { limit: { months: 2 }, start: 'earlierFiling', after: 'first' },
        '自报送“first”起2个月内',
        'within 2 months of the filing of “first”',
      ],
      [{ limit: {} }, '时限：应当立即；', 'limit: promptly;'],
      [
        { limit: { target: 4 * HOUR }, start: 'discovered' },
        '时限：应当立即，本预案要求自发现起4小时内；',
        'limit: promptly, by the plan within 4 hours of discovery;',
      ],
    ])('%j say how long and from when', (more, inChinese, inEnglish) => {
      expect(said(1, 'zh-CN', rule('one', more))[1]).toContain(inChinese);
      expect(said(1, 'en', rule('one', more))[1]).toContain(inEnglish);
    });

    test('are named as undecided where the facts known do not decide them and the clock may run out within a day', () => {
      const rules = [
        rule('soon', { when: unknown }),
        rule('at-once', { when: unknown, limit: { target: 8 * HOUR } }),
        rule('later', { when: unknown, limit: { within: 72 * HOUR } }),
        rule('in-days', { when: unknown, limit: { workingDays: 1 } }),
        rule('in-months', { when: unknown, limit: { months: 1 } }),
        rule('after-soon', { when: unknown, start: 'earlierFiling', after: 'soon' }),
        rule('at-the-end', { when: unknown, start: 'responseEnded' }),
      ];
      expect(said(1, 'zh-CN', ...rules)).toEqual([
        expect.stringContaining('已知事实尚不足以判断'),
        expect.stringMatching(/^soon。/),
        expect.stringMatching(/^at-once。/),
        expect.stringContaining('报送记录'),
      ]);
      expect(said(1, 'en', ...rules)[0]).toContain('Not decided by the facts known');
    });

    test('that were called for once are a group of their own, and lapse by no recovery', () => {
      const below = rule('once', { when: { level: 'L1' } });
      expect(said(1, 'en', below)[0]).toContain('may apply');
      expect(said(2, 'en', below)).toEqual([
        expect.stringContaining('Called for earlier'),
        expect.stringMatching(/^once\./),
        expect.stringContaining('on file'),
      ]);
      expect(said(3, 'zh-CN', below)[0]).toContain('服务恢复不免除报送；');
    });

    test('that run from discovery say when their time ends if it began with the report, and whether it is over', () => {
      const ends = (number: number, within: number, lang: Lang) =>
        said(number, lang, rule('soon', { start: 'discovered', limit: { within } }))[1];
      expect(ends(1, HOUR, 'zh-CN')).toContain('时限：自发现起1小时内，按接报时间起算至11月22日04:14；');
      expect(ends(1, HOUR, 'en')).toContain(
        'limit: within one hour of discovery, counted from the report until 22 November, 04:14;',
      );
      expect(ends(2, MINUTE, 'zh-CN')).toContain('，按接报时间起算至11月22日03:15（已过）；');
      expect(ends(2, MINUTE, 'en')).toContain('from the report until 22 November, 03:15 (past);');
    });

    test('that run from discovery count from an earlier report that was merged in', () => {
      const merged = responding(
        (plan) =>
          (plan.obligations = [rule('soon', { when: { level: 'L1' }, start: 'discovered', limit: { within: HOUR } })]),
      );
      const limit = () => textOf(sitrepIn(merged, 1, 'zh-CN', merged.state.basis), '法定报送');
      expect(limit()).toContain('按接报时间起算至11月22日04:14；');
      const reportedAt = merged.state.report.reportedAt - 20 * MINUTE;
      merged.says('zhao-lei', { ...absorb({}), from: 'INC-9', reportedAt } as Decision);
      expect(limit()).toContain('按接报时间起算至11月22日03:54；');
    });

    test('that the facts do not decide to the end are for their owners to settle on record', () => {
      expect(said(3, 'zh-CN', rule('soon', { when: unknown }))[0]).toContain('由责任人补记核定结论');
      expect(said(3, 'en', rule('soon', { when: unknown }))[0]).toContain('must add to the record');
    });

    test('that were filed are told as such, with when; those that do not apply are left out', () => {
      const filing = responding((plan) => {
        const soon = { start: 'discovered', limit: { within: HOUR }, when: { level: 'L1' } } as const;
        plan.obligations = [rule('first', soon), rule('other', soon)];
      });
      const limits = () => textOf(sitrepIn(filing, 1, 'zh-CN', filing.state.basis), '法定报送');
      expect(limits()).toContain('other');
      const head = { type: 'obligation', obligations: ['other'] } as const;
      filing.says('zhou-min', { ...head, action: 'judge', obligations: ['other'], applies: false, reason: '不适用' });
      const file = {
        action: 'file',
        obligations: ['first'],
        to: '主管部门',
        channel: '电话',
        reference: 'A-1',
      } as const;
      filing.says('zhou-min', { ...head, ...file, obligations: ['first'] });
      expect(limits()).toMatch(/已登记报送：[^]*first，11月22日\d\d:\d\d报送。/);
      expect(limits()).not.toContain('other');
    });

    test('whose limit passed before the incident was reopened keep that limit, filed since or not', () => {
      const again = responding((plan) => {
        plan.termination.watch = [{ levels: ['L1'], for: 4 * HOUR }];
        plan.termination.override = { posts: ['commander'], secondPosts: ['deputy'] };
        plan.obligations = [
          rule('final', { start: 'responseEnded', limit: { within: HOUR }, when: { level: 'L1' } }),
          rule('own', { start: 'responseEnded', limit: { within: HOUR }, when: { level: 'L1' }, own: true }),
        ];
      });
      again.says('lin-wei', { type: 'terminate', action: 'override', reason: '已恢复' });
      again.says('chen-jing', { type: 'terminate', action: 'confirm' });
      const limit = formatMoment(again.at + HOUR, 'zh-CN', 'Asia/Shanghai');
      again
        .after(2 * HOUR)
        .wakes()
        .says('lin-wei', { type: 'reopen', reason: '再次失败' });
      const number = again.state.sitreps.open!.number;
      const told = (lang: Lang) =>
        textOf(sitrepIn(again, number, lang, again.state.basis), lang === 'en' ? 'Legal reports' : '法定报送');
      expect(told('zh-CN')).toContain(`final，原时限${limit}。`);
      expect(told('zh-CN')).not.toContain('own，原时限');
      expect(told('en')).toMatch(/the clocks were set anew later[^]*final, limit [^"]+\./);
      const by = { to: '主管部门', channel: '电话', reference: 'A-1' };
      again.says('zhou-min', { type: 'obligation', action: 'file', obligations: ['final'], ...by });
      expect(told('zh-CN')).toMatch(/已登记报送：[^]*final，原时限/);
    });

    test('leave out what only a rule of our own asks for', () => {
      expect(said(1, 'en', rule('review', { own: true }), rule('to-settle', { own: true, when: unknown }))).toEqual([]);
    });
  });

  test('of a drill is marked as one on every page and in the text', () => {
    const drill = sitrepStory();
    drill.events[0] = { ...drill.events[0]!, mode: 'drill' } as (typeof drill.events)[number];
    const model = sitrepIn(drill, 1, 'zh-CN');
    expect(model.mark).toContain('演练 DRILL');
    expect(model.lead).toEqual(['本件报送的是一次演练，所述事故并未真实发生。']);
  });
});

const office = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).error === undefined;
(office ? test : test.skip)(
  'with long texts and rare characters is laid out whole on A4 pages',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-sitrep-'));
    const long = sitrepStory(true);
    for (const lang of LANGS satisfies readonly Lang[]) {
      const model = sitrepIn(long, 2, lang);
      writeFileSync(join(folder, `${lang}.docx`), await renderDocx(model));
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, `${lang}.docx`),
        ],
        { stdio: 'pipe' },
      );
      const text = execFileSync('pdftotext', ['-layout', join(folder, `${lang}.pdf`), '-'], { encoding: 'utf8' });
      expect(text.replace(/\s/g, '').split('相关日志已封存').length - 1).toBeGreaterThanOrEqual(100);
      expect(text.replace(/\s/g, '')).toContain(lang === 'en' ? 'HeZhe' : '何喆');
      expect(text).toContain('e3b0c44298fc');
    }
    rmSync(folder, { recursive: true });
  },
  120_000,
);
