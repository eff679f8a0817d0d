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
import { sitrepIn, sitrepInput, sitrepStory } from './sitrepStory.js';

const story = sitrepStory();
const zh = (number: number): BulletinModel => sitrepIn(story, number, 'zh-CN');
const en = (number: number): BulletinModel => sitrepIn(story, number, 'en');
const textOf = (model: BulletinModel, heading: string): string => JSON.stringify(sectionOf(model, heading).blocks);
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
    expect(second).toContain('林伟（指挥长）将Ⅰ级响应调整为较大事故、Ⅱ级响应。理由：服务已恢复，影响收窄。');
    expect(factOf(zh(2), '响应级别')).toBe('较大事故、Ⅱ级响应，本期由Ⅰ级响应调整');
    expect(textOf(zh(3), '态势')).toContain('第二签署人为陈静（副指挥长）');
  });

  test('says when the next one is due, and of the last one that none follows', () => {
    expect(textOf(en(1), 'Next report')).toMatch(/The next report is due on 22 November, 05:15/);
    expect(textOf(en(3), 'Next report')).toContain('This is the final report');
  });
});

describe('what it tells', () => {
  test('of facts is the value, who told it, when, and how far it is vouched for', () => {
    expect(textOf(zh(1), '影响')).toContain('受影响用户数：5200（钱镕（研发工程师）11月22日03:21补报，基本可信）。');
    expect(textOf(en(2), 'Impact')).toContain('Data lost: no (added by Sun Yu (Engineer)');
  });

  test('of teams is counted, and whoever has not answered is named with the lead who answers for it', () => {
    expect(rowsOf(zh(1), '各组人员情况')).toContainEqual(['技术救援组', '5', '0', '1', '4', '0', '有人逾时未答复']);
    expect(rowsOf(zh(2), '各组人员情况')).toContainEqual(['宣传报道组', '1', '—', '—', '—', '—', '已解除动员']);
    expect(rowsOf(zh(1), '未完事项')).toContainEqual([
      '技术救援组尚未答复：孙宇、钱镕、何喆、吴堃',
      '技术救援组组长（赵磊）',
      '—',
    ]);
    expect(textOf(zh(1), '困难')).toContain('无法送达，须以其他方式联系：何喆。');
  });

  test('of questions: the open ones are pending with who asked, the answered ones are action', () => {
    expect(rowsOf(zh(1), '未完事项')).toContainEqual(['待查明：未完成的订单是否全部入账？', '林伟（提出人）', '—']);
    expect(textOf(zh(2), '已采取')).toContain('未完成的订单是否全部入账？答复：已逐笔核对，无差异（何喆）。');
  });

  test('in somebody’s own words stands in every language, with the name under it', () => {
    for (const model of [zh(2), en(2)]) {
      const outlook = JSON.stringify(model.sections.at(-2)!.blocks);
      expect(outlook).toContain('最坏：夜间批处理再次触发内存耗尽');
      expect(outlook).toMatch(/本节由徐娜撰写|written by Xu Na/);
    }
    expect(factOf(en(2), 'Drafted by')).toBe('Xu Na');
  });

  test('of an erased text is that it was erased', () => {
    const erased = sitrepStory();
    erased.events.forEach((event, i) => {
      if (event.type === 'sitrepReleased' && event.number === 2) erased.events[i] = { ...event, texts: {} };
    });
    expect(textOf(sitrepIn(erased, 2, 'zh-CN'), '走势研判')).toContain('（原文已删除）');
  });

  test('of legal reports are those whose condition is met, with limit and owner', () => {
    const plan = planWithSitreps();
    plan.obligations = [
      {
        id: 'to-the-regulator',
        when: { fact: 'usersAffected', atLeast: 5_000 },
        start: 'aware',
        limit: { within: 3_600_000 },
        owner: 'liaisonLead',
        reminders: [],
        verified: false,
      },
      {
        id: 'not-this-one',
        when: { fact: 'usersAffected', atLeast: 9_999 },
        start: 'aware',
        limit: {},
        owner: 'deputy',
        reminders: [],
        verified: false,
      },
      {
        id: 'theirs',
        theirs: true,
        when: { level: 'L3' },
        start: 'aware',
        limit: {},
        owner: 'deputy',
        reminders: [],
        verified: false,
      },
    ];
    const model = sitrepIn(story, 1, 'en', { plan, holders: sampleHolders() });
    expect(sectionOf(model, 'Legal reports').blocks).toContainEqual({
      kind: 'list',
      items: ['to-the-regulator: within 1 h; owner: Information liaison lead (Zhou Min).'],
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
      expect(text).toContain(lang === 'en' ? 'He Zhe' : '何喆');
      expect(text).toContain('e3b0c44298fc');
    }
    rmSync(folder, { recursive: true });
  },
  120_000,
);
