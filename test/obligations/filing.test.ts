import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FILING_EVENTS, filingText, renderDocx, renderHtml } from '../../src/documents/index.js';
import type { FilingModel } from '../../src/documents/index.js';
import { knowingAlong, knownFacts } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { checkPlan } from '../../src/domain/plan/checkPlan.js';
import { HOUR } from '../../src/domain/time.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { given } from '../incident/any/steps.js';
import { tell } from '../incident/any/tell.js';
import { runs } from '../support/runs.js';
import { EVERYBODY, leak } from './leak.js';
import { COMMANDER, CONTACT, OBLIGATIONS, planOf, Profiled } from './profile.js';
import type { Regime } from './profile.js';

const CII: Regime[] = ['cn-cii', 'cn-production-safety', 'eu-gdpr', 'eu-nis2', 'eu-dora', 'us-sec'];
const ORGAN: Regime[] = ['cn-central-organ', 'cn-production-safety', 'eu-gdpr'];
const STORIES = [leak(), leak(CII), leak(ORGAN)];
const OF_INCIDENTS = OBLIGATIONS.filter(({ template, start }) => template !== undefined && start !== 'planPublished');
const EMPTY = { 'zh-CN': /【(正在查明|待填写)】/, en: /\[(being established|to be filled in)\]/ };

const section = (model: FilingModel, heading: string): string =>
  JSON.stringify(model.sections.find((one) => one.heading.includes(heading))?.blocks);

describe.each(OF_INCIDENTS.map(({ id }) => id))('the draft of %s', (id) => {
  const story = STORIES.find(({ state }) => state.basis.plan.obligations.some((rule) => rule.id === id))!;

  test.each(LANGS)('in %s leaves no blank: each is answered or marked as open', async (lang) => {
    const model = story.draft(id, lang);
    const text = filingText(model);
    expect(text).not.toMatch(/\{\w+\}|undefined|\[object|NaN|Invalid/);
    expect(text).toMatch(EMPTY[lang]);
    expect(text).toContain('2026-11-23');
    const html = renderHtml(model);
    expect(html).toMatch(/<mark>/);
    expect(html).not.toMatch(/[\ue000\ue001]|<script/);
    expect((await renderDocx(model)).subarray(0, 2).toString()).toBe('PK');
  });

  test('says of each of the contents whether it is there', () => {
    const { contents } = OBLIGATIONS.find((one) => one.id === id)!;
    const { rows } = story.draft(id, 'en').check.contents;
    expect(rows).toHaveLength(contents.length);
    for (const row of rows) expect(row.at(-1)).toMatch(/^(filled in|EMPTY|INCOMPLETE, missing: .+|check by hand)$/);
  });
});

describe('a draft', () => {
  const story = leak();

  test('holds what the record knows, with times in their zone and figures with their units', () => {
    const model = story.draft('D-04', 'zh-CN');
    expect(model.form.facts).toEqual(
      expect.arrayContaining([
        { label: '报告单位', value: '云帆科技有限公司' },
        { label: '联系人', value: '周敏（信息联络组组长）' },
        { label: '电话', value: CONTACT.phone },
      ]),
    );
    const basics = section(model, '二、事件基本情况');
    expect(basics).toContain('发现时间：2026年11月23日03:14');
    expect(basics).toContain('发生时间：2026年11月23日02:34');
    expect(basics).toContain('个人信息泄露涉及人数：120万人');
    expect(section(model, '四、')).toContain('供应商账号口令被撞库获得');
  });

  test('gives the level by the guide that the duty is measured by, and tells no reason of a decision', () => {
    const text = filingText(story.draft('D-04', 'zh-CN'));
    expect(text).toContain('级别：较大事故（符合：泄露一百万人以上个人信息）');
    expect(text).toContain('启动三级响应');
    expect(text).not.toMatch(/定级准则建议|监控与客服均证实/);
  });

  test('marks the minimum of a first report, and what of it is missing', () => {
    const rows = story.draft('D-04', 'en').check.contents.rows;
    expect(rows.map(([, minimum]) => minimum)).toEqual([
      'required',
      'required',
      ...Array<string>(6).fill('may follow'),
    ]);
    expect(rows[1]?.[2]).toBe('INCOMPLETE, missing: ransom demanded');
    expect(rows[6]?.[2]).toBe('EMPTY');
  });

  test('has no contact where the reader may not see it', () => {
    const text = filingText(story.draft('D-04', 'en', null));
    expect(text).not.toContain(CONTACT.phone);
    expect(text).toContain('Telephone: [to be filled in]');
  });

  test('does not say that anything was found material while nobody has found it so', () => {
    const row = (told: Profiled) =>
      told.draft('D-24', 'en').form.facts.find(({ label }) => label === 'Found material at');
    expect(row(story)?.value).toContain('[being established]');
    const found = leak();
    found.learns({ material: true }, { statement: '审计委员会认定重大' });
    expect(row(found)?.value).toBe('23 November 2026, 04:55 (UTC+08:00)');
    const start = Date.UTC(2026, 10, 22, 20, 30);
    const set = { action: 'setClock' as const, obligation: 'D-24', start, reason: '董事会04:30认定重大' };
    found.says('lin-wei', { type: 'obligation', ...set });
    expect(row(found)?.value).toBe('23 November 2026, 04:30 (UTC+08:00)');
  });

  test.each(LANGS)('in %s keeps to the page that is taken out what only the organisation may read', (lang) => {
    const found = leak();
    found.learns({ material: true }, { statement: '审计委员会认定重大' });
    const { check, ...paper } = found.draft('D-24', lang);
    const kept = check.tables.at(-1)?.facts.map(({ value }) => value);
    expect(kept?.[0]).toBe('审计委员会认定重大');
    expect(kept?.[1]).toMatch(/^(林伟|Lin Wei)/);
    expect(kept?.[2]).toMatch(EMPTY[lang]);
    expect(check.notes.join()).toMatch(/漏洞信息|vulnerability/);
    expect(JSON.stringify(paper)).not.toMatch(
      /审计委员会|林伟|Lin Wei|漏洞信息|vulnerability|法律顾问|[Cc]ounsel|期限|due at/,
    );
    const bare = story.draft('D-20', lang);
    expect(bare.check.tables).toHaveLength(1);
  });

  test('lists no task by which we only organise ourselves, unless it brought something to light', () => {
    const { sections } = story.draft('D-04', 'zh-CN');
    const model = JSON.stringify(sections);
    expect(section(story.draft('D-04', 'zh-CN'), '六、')).toContain('阻断攻击或误操作');
    expect(model).not.toMatch(/开通会议桥|勒索应对口径|对清法定报送/u);
    expect(model).toContain('回拨报告人，补齐四要素：已停用三个可疑账号');
    const told = leak();
    told.says('lin-wei', { type: 'task', action: 'finish', task: 'facts' });
    expect(told.state.tasks.tasks['facts']?.status).toBe('finished');
    expect(JSON.stringify(told.draft('D-04', 'zh-CN').sections)).not.toContain('填报定级所需事实');
  });

  test('tells the measures in the order in which they were taken', () => {
    const told = leak();
    told.says('lin-wei', { type: 'changeLevel', level: 'II', incidentLevel: 'serious', reason: '人数增加' });
    const measures = section(told.draft('D-04', 'zh-CN'), '二、');
    const at = ['启动三级响应', '补齐四要素', '调整为二级响应'].map((text) => measures.indexOf(text));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  test('of what is asked for only in case of something says that there is none once that is ruled out', () => {
    const basics = (told: Profiled) => section(told.draft('D-04', 'zh-CN'), '二、');
    const label = '遭勒索的，要求的金额、支付方式、日期：';
    expect(basics(story)).toMatch(new RegExp(`${label}.?【正在查明】`, 'u'));
    const told = leak();
    told.learns({ ransomDemanded: false });
    expect(basics(told)).toContain(`${label}无（遭到勒索：否）`);
    expect(told.draft('D-04', 'en').check.contents.rows[1]?.[2]).toBe('filled in');
    told.learns({ ransomDemanded: true });
    expect(basics(told)).toMatch(new RegExp(`${label}.?【正在查明】`, 'u'));
  });

  test('says that a category is one of ours, and names no report that only we number', () => {
    const told = leak();
    told.says('lin-wei', { type: 'draftSitrep' });
    const { last: number } = told.state.sitreps;
    told.says('lin-wei', { type: 'editSitrep', number, sections: { outlook: '预计上午恢复' } });
    told.says('lin-wei', { type: 'releaseSitrep', number });
    const draft = told.draft('D-04', 'zh-CN');
    expect(section(draft, '二、')).toContain('网络安全攻击与内部误操作（按本单位预案分类）');
    expect(section(draft, '三、')).toContain('2026年11月23日04:55研判：预计上午恢复');
  });

  test('tells of the other clocks that the same paper meets, while they run', () => {
    const also = (told: Profiled) =>
      told.draft('D-23-latest', 'en').check.tables[0]?.facts.find(({ label }) => label === 'Also meets')?.value;
    expect(also(story)).toMatch(/^DORA initial notification .*\(D-23-initial\): 2026-11-23 07:23:05 \+08:00$/);
    const told = leak();
    told.files(['D-23-initial', 'D-23-latest']);
    expect(also(told)).toBeUndefined();
    expect(story.draft('D-04', 'en').check.tables[0]?.facts.map(({ label }) => label)).not.toContain('Also meets');
  });

  test.each(LANGS)('in %s has its headings in order, and the paper stands whole in its main part', (lang) => {
    for (const id of ['D-04', 'D-21', 'D-30']) {
      const html = renderHtml(story.draft(id, lang));
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
      expect(html).toMatch(new RegExp(`<html lang="${lang}">`));
      const [, main] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
      expect(main).toMatch(/<h1>/);
      expect(main).not.toContain('class="check"');
    }
  });

  test('says that a rule is unverified, and that a limit is our own', () => {
    expect(filingText(story.draft('D-23-intermediate', 'en'))).toContain('This rule has not been compared');
    const own = filingText(story.draft('D-09-authority', 'en'));
    expect(own).toContain('The source names no number');
    expect(own).toMatch(/^Own target: 2026-11-23/m);
    expect(filingText(story.draft('D-04', 'en'))).toMatch(/^Limit: 2026-11-23 07:14:05/m);
  });

  test('of a drill carries its mark and is not to be filed', () => {
    const drill = leak(EVERYBODY, 'drill').draft('D-04', 'en');
    expect(drill.mark).toBe('【演练 DRILL】 NOT TO BE FILED');
    expect(renderHtml(drill).match(/NOT TO BE FILED/g)!.length).toBeGreaterThan(2);
    expect(drill.check.notes[0]).toContain('must not be filed');
    expect(story.draft('D-04', 'en').mark).toBeUndefined();
  });

  test('of a mere yes or no says to what it is the answer, and calls nothing consequences or indicators that is neither', () => {
    const told = leak();
    told.learns({ highRiskToIndividuals: true });
    const breach = told.draft('D-20', 'en');
    expect(section(breach, '3. Likely consequences')).toContain('[being established]');
    expect(section(breach, '3. Likely consequences')).toContain('High risk to the rights of individuals: yes');
    expect(breach.check.contents.rows[2]?.[1]).toBe('EMPTY');
    const incident = told.draft('D-22-notification', 'en');
    expect(section(incident, '3. Indicators')).toContain('[being established]');
    expect(section(incident, '1. Update')).toContain('Malicious, unauthorised access succeeded');
    expect(section(incident, '2. First assessment')).toContain('Severity: Relatively serious');
  });

  test('names what is still open by what is missing', () => {
    expect(section(story.draft('D-20', 'en'), '6. Not yet known')).toContain('number of records');
    expect(section(story.draft('D-20', 'en'), '6. Not yet known')).not.toContain('Nature of the breach');
  });

  test('has no colon twice, no empty line, and every label begins like one', () => {
    for (const { id } of OF_INCIDENTS) {
      const told = STORIES.find(({ state }) => state.basis.plan.obligations.some((rule) => rule.id === id))!;
      for (const lang of LANGS) {
        const { form, lead, sections, tail } = told.draft(id, lang);
        const paragraphs = sections.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
        );
        const texts = [...form.facts.map(({ value }) => value), ...lead, ...tail, ...paragraphs];
        for (const text of texts) {
          expect(text.trim()).toBe(text);
          expect(text).not.toMatch(/[：:]\s*[：:]|^$/u);
        }
        for (const text of paragraphs) expect(text).not.toMatch(/^[a-z][^:]*: /u);
        // What belongs into the table at the head has not become a sentence.
        for (const text of lead) expect(text).not.toMatch(/(?<!事故)编号：|^No\./u);
      }
    }
  });

  test('that goes to people says so, begins with whom it addresses, and does not call the incident by a category of ours', () => {
    const notice = story.draft('D-10', 'zh-CN');
    expect(notice.salutation).toMatch(/待填写.*：$/u);
    expect(notice.check.notes.join()).toContain('发给单位以外的人员');
    expect(story.draft('D-09-individuals', 'zh-CN').salutation).toBe('尊敬的用户：');
    expect(story.draft('D-21', 'en').check.notes.join()).toContain('goes to people outside');
    expect(filingText(story.draft('D-21', 'en'))).not.toContain('insider mistake');
    for (const id of ['D-04', 'D-20', 'D-30', 'D-12-head']) {
      expect(story.draft(id, 'zh-CN').check.notes.join()).not.toContain('发给单位以外的人员');
    }
  });

  test('of an invitation has its title once, and no place that is that of the incident', () => {
    const { title, lead } = story.draft('D-30', 'zh-CN');
    expect(title).toEqual(['复盘会通知']);
    expect(lead.join()).not.toMatch(/复盘会通知|会员系统/u);
  });

  test('of what somebody else reports to us does not name us as who reports it', () => {
    const told = new Profiled(planOf(['cn-other']), { category: 'third-party', facts: {} });
    expect(section(told.draft('D-08', 'zh-CN'), '一、报告人')).not.toContain('于浩');
  });

  test('is the same for the same record', () => {
    expect(story.draft('D-20', 'en')).toEqual(story.draft('D-20', 'en'));
  });
});

describe('a supplement', () => {
  const story = leak();
  story.files(['D-04']);
  const before = story.draft('D-06-other', 'zh-CN');
  story.passes(2 * HOUR);
  story.learns({ piLeakedPersons: 1_350_000 }, { statement: '核对日志后更正人数' });
  const after = story.draft('D-06-other', 'zh-CN');

  test('names the report that it adds to', () => {
    expect(after.form.facts).toContainEqual({
      label: '首报编号',
      value: '2026-3391（2026年11月23日04:55报送）',
    });
    const final = story.draft('D-07', 'zh-CN').form.facts;
    expect(final).toContainEqual({ label: '首报编号', value: '2026-3391（2026年11月23日04:55报送）' });
  });

  test('says what has changed since, with the figure before; and that nothing has, where nothing has', () => {
    expect(section(before, '一、首报以来的变化')).toContain('前次报送以来记录无变化');
    const changes = section(after, '一、首报以来的变化');
    expect(changes).toContain('个人信息泄露涉及人数：135万人（原报：120万人）');
    expect(changes).toContain('核对日志后更正人数');
    expect(changes).not.toContain('800000');
    expect(changes).not.toContain('事件级别');
  });

  test('says of a level that changed what it was', () => {
    const worse = leak();
    worse.files(['D-04']);
    worse.passes(HOUR);
    worse.learns({ piLeakedPersons: 12_000_000 });
    expect(section(worse.draft('D-06-other', 'zh-CN'), '一、')).toContain('事件级别：重大事故（原报：较大事故）');
  });
});

describe('a supplement about casualties', () => {
  const story = new Profiled(planOf(ORGAN), {
    category: 'operation-failure',
    title: '机房配电柜短路起火',
    facts: { seriousProductionAccident: true, seriousInjuries: 2 },
  });
  const kind = () =>
    story.draft('D-12-authority', 'zh-CN').form.facts.find(({ label }) => label.startsWith('类别'))?.value;

  test('names the report that it adds to and the old figures, and marks what is not known', () => {
    expect(kind()).toBe('初报');
    story.grades('relatively-serious');
    story.files(['D-12-authority']);
    story.passes(2 * HOUR);
    story.learns({ deaths: 1, seriousInjuries: 1 });
    const draft = story.draft('D-13', 'zh-CN');
    expect(draft.title).toEqual(['生产安全事故报告（补报）']);
    expect(draft.form.facts).toContainEqual({
      label: '原报告编号',
      value: '2026-3391（2026年11月23日03:14报送）',
    });
    const changes = section(draft, '二、');
    expect(changes).toContain('重伤人数：1人（原报：2人）');
    expect(changes).toContain('死亡人数：1人（此前未掌握）');
    const totals = section(draft, '三、');
    expect(totals).toMatch(/死亡人数：1人.*重伤人数：1人.*下落不明人数：.?【正在查明】/u);
    expect(draft.check.contents.rows[1]?.[1]).toBe('不全，缺：下落不明人数');
  });

  test('counts as one of the series for whoever reports the accident once more', () => {
    expect(kind()).toBe('第1次补报');
    story.files(['D-13']);
    expect(kind()).toBe('第2次补报');
  });
});

describe('of all events a draft takes those alone that are read for it', () => {
  const types: readonly string[] = FILING_EVENTS;
  const isRead = ({ type }: IncidentEvent) => types.includes(type);

  test('for every report, in the course of an incident', () => {
    for (const boundBy of [EVERYBODY, CII, ORGAN]) {
      const story = filedAndWorse(boundBy);
      const rules = new Set(story.state.basis.plan.obligations.map(({ id }) => id));
      for (const { id } of OF_INCIDENTS.filter((one) => rules.has(one.id))) {
        for (const lang of LANGS) expect(story.draft(id, lang, CONTACT, isRead)).toEqual(story.draft(id, lang));
      }
    }
  });

  test('whatever happens, they tell what was known', () => {
    const known = (basis: Basis, events: readonly IncidentEvent[]) => {
      // It is one object that moves on.
      const { known } = [...knowingAlong(basis, events)].at(-1)!;
      const { grading, report } = known;
      const levels = [grading.level, grading.incidentLevel];
      return { facts: knownFacts(known), category: report.category, levels, plan: known.basis.plan.hash };
    };
    fc.assert(
      fc.property(given, (sequence) => {
        const { events, state } = tell(sequence);
        expect(known(state.basis, events.filter(isRead))).toEqual(known(state.basis, events));
      }),
      runs(50),
    );
  });

  /** Whatever can be filed is, then it turns out to be worse. */
  function filedAndWorse(boundBy: Regime[]): Profiled {
    const story = leak(boundBy);
    const owed = OF_INCIDENTS.filter(({ id }) => ['provisional', 'confirmed'].includes(story.duty(id)?.status ?? ''));
    expect(owed.length).toBeGreaterThan(1);
    for (const { id } of owed) story.files([id]);
    story.passes(HOUR);
    story.learns({ piLeakedPersons: 12_000_000 }, { statement: '核对日志后更正人数' });
    story.says(COMMANDER, { type: 'changeLevel', level: 'II', reason: '影响扩大' });
    story.delivers();
    return story;
  }
});

test('text of people cannot look like what is to be filled in', () => {
  const title = '\ue000假\ue001';
  const story = new Profiled(planOf(['cn-other']), { category: 'security', title, facts: {} });
  expect(renderHtml(story.draft('D-05', 'zh-CN'))).not.toContain('<mark>假');
});

test('of what the plan does not know there is none', () => {
  expect(() => leak(['cn-other']).draft('D-20', 'en')).toThrow('no draft of D-20');
});

test('a language that the plan does not have is refused', () => {
  const { document } = loadPlan('plans/hospital-it');
  const [first, ...others] = document.obligations!;
  const checked = checkPlan({ ...document, obligations: [{ ...first, language: 'zh-CN' }, ...others] });
  expect('issues' in checked ? checked.issues.map(({ code, path }) => [code, path.join('.')]) : []).toContainEqual([
    'language_of_report',
    'obligations.0.language',
  ]);
});
