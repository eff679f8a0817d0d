import { describe, expect, test } from '@jest/globals';
import { drillFile } from '../../src/documents/index.js';
import { buildDrillQuestionnaire } from '../../src/documents/drill/questionnaire.js';
import { buildDrillReport } from '../../src/documents/drill/report.js';
import { buildDrillScheme } from '../../src/documents/drill/scheme.js';
import type { DrillEvent } from '../../src/domain/drill/index.js';
import { LANGS, textIn } from '../../src/domain/lang.js';
import { figuresIn } from '../../src/documents/figures.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import { SIMULATED_REASON, simulatedReport } from '../../src/domain/words/drills/simulated.js';
import { drillOn } from './drillStory.js';
import { headingsOf, sectionOf, tableOf, wordsOf } from './fixtures.js';

const BROKEN = /undefined|\[object|NaN/;
const SCENARIOS = ['ransomware', 'authority-order'];
const HAN = /\p{Script=Han}/u;
const approved = drillOn('ransomware', 'approved');
const accepted = drillOn('ransomware', 'accepted');
const written = approved.plan.scenarios!.find(({ id }) => id === 'ransomware')!;

describe('the scheme of a drill', () => {
  test.each(LANGS)('for players has in %s neither injects, nor what is expected, nor how the story goes', (lang) => {
    const words = wordsOf(buildDrillScheme(approved, lang, 'players'));
    const secrets = [
      ...written.injects.flatMap(({ event, expected, contingency }) => [event, expected, contingency]),
      ...written.objectives.map(({ text }) => text),
      ...[written.background, written.consequence, written.evolution],
    ];
    for (const secret of secrets) if (secret !== undefined) expect(words).not.toContain(textIn(secret, lang));
    expect(words).not.toMatch(/rw-\d\d/);
  });

  test.each(LANGS)('for controllers has in %s all of them, to be played by', (lang) => {
    const model = buildDrillScheme(approved, lang, 'controllers');
    const words = wordsOf(model);
    for (const { event, expected } of written.injects) {
      expect(words).toContain(textIn(event, lang));
      expect(words).toContain(textIn(expected, lang));
    }
    expect(model.annexes).toHaveLength(3);
    expect(model.mark).toContain('【演练 DRILL】');
  });

  test('says who directs, controls, judges, looks on and acts, and by what it stops', () => {
    const model = buildDrillScheme(approved, 'en', 'players');
    expect(tableOf(model, 'Roles in the drill').map(([role]) => role)).toEqual([
      ...['Director', 'Controller', 'Evaluator', 'Safety officer', 'Player', 'Observer'],
    ]);
    expect(tableOf(model, 'Players').length).toBeGreaterThan(8);
    expect(wordsOf(model)).toContain('The drill stops at once when:');
    expect(tableOf(model, 'Record of review').map(([act]) => act)).toEqual(['Drafted', 'Handed in', 'Approved']);
    expect(model.signatures.signed?.rows).toHaveLength(2);
  });

  test('is marked as a draft until it is approved', () => {
    const draft = buildDrillScheme(drillOn('ransomware', 'drafted'), 'en', 'players');
    expect(draft.mark).toBe('【演练 DRILL】 Draft, not approved');
    expect(draft.signatures.signed).toBeUndefined();
    expect(buildDrillScheme(approved, 'en', 'players').mark).toBe('【演练 DRILL】');
  });
});

describe('the questionnaire', () => {
  test('asks what the plan asks, with room to write, and for no name where none is wanted', () => {
    const model = buildDrillQuestionnaire(approved, 'en');
    const asked = approved.plan.drills!.feedback.questions;
    const [section] = model.sections;
    expect(section!.blocks).toHaveLength(asked.length);
    expect(JSON.stringify(model.foot.facts)).not.toContain('"Name"');
    const named = structuredClone(approved);
    const [drafted] = named.recorded;
    if (drafted?.event.type === 'schemeDrafted') drafted.event.rules.feedback.anonymous = false;
    expect(buildDrillQuestionnaire(named, 'en').foot.facts[0]!.label).toBe('Name');
  });

  test.each(LANGS)('does not tell in %s what the drill is about before it is over', (lang) => {
    const name = textIn(written.name, lang);
    expect(wordsOf(buildDrillQuestionnaire(approved, lang))).not.toContain(name);
    expect(wordsOf(buildDrillQuestionnaire(accepted, lang))).toContain(name);
  });

  test.each(LANGS)('is returned in %s by the link first, and on paper without a name', (lang) => {
    const [, { value = '' } = {}] = buildDrillQuestionnaire(approved, lang).foot.facts;
    expect(value.search(/link|链接/)).toBeGreaterThan(0);
    expect(value.search(/link|链接/)).toBeLessThan(value.indexOf('muster drill feedback'));
    expect(value).toMatch(/folded|折叠/);
    expect(value).toMatch(/told no name|看不到姓名/);
  });
});

describe('the evaluation report', () => {
  test('keeps what was rated before somebody else rated it otherwise', () => {
    const words = wordsOf(buildDrillReport(accepted, 'en'));
    expect(words).toContain('副指挥长六分钟内接替');
    expect(words).toMatch(/before: U, [^:]+: 没有看到移交记录/u);
    expect(wordsOf(buildDrillReport(accepted, 'zh-CN'))).toMatch(/此前评为U，[^：]+：没有看到移交记录/u);
  });

  const report = buildDrillReport(accepted, 'en');

  test('says of each objective what it was judged by, and whether it was met', () => {
    const rows = tableOf(report, 'What the drill was held for');
    expect(rows).toHaveLength(written.objectives.length);
    for (const [i, { text, criteria }] of written.objectives.entries()) {
      const [objective, ratings, outcome] = rows[i]!;
      expect(objective).toBe(textIn(text, 'en'));
      for (const id of criteria) expect(ratings).toContain(id);
      expect(['met', 'met with defects', 'not met', 'not rated in full']).toContain(outcome);
      if (/ U /.test(` ${ratings} `)) expect(outcome).toBe('not met');
    }
    expect(new Set(rows.map(([, , outcome]) => outcome)).size).toBeGreaterThan(1);
  });

  test('has the sections of the plan, from course to conclusion', () => {
    expect(
      headingsOf(buildDrillReport(accepted, 'zh-CN').sections).filter((one) => /^[一二三四五六七八九十]+、/u.test(one)),
    ).toEqual([
      '一、演练基本情况',
      '二、演练过程',
      '三、评估过程',
      '四、响应速度分析',
      '五、协同配合分析',
      '六、技术处置和恢复速度分析',
      '七、预案、人员和资源的适应性',
      '八、与以往演练和真实事故的比较',
      '九、反馈意见汇总',
      '十、主要问题',
      '十一、改进建议',
      '十二、评估结论',
    ]);
  });

  test('tells of every inject and action whether it came in time, and by whom', () => {
    const rows = tableOf(report, 'Injects and expected actions');
    const expected = written.injects.flatMap(({ expects = [] }) => Array.from({ length: Math.max(1, expects.length) }));
    expect(rows).toHaveLength(expected.length);
    expect(rows.some(([, , , , result = '']) => result.startsWith('in time\n'))).toBe(true);
    expect(rows.some(([, , , , result = '']) => /^missing(\n|$)/.test(result))).toBe(true);
  });

  test('has a chart of times, of acknowledgements, of drills beside each other and of ratings', () => {
    const captions = figuresIn(report).map(({ caption }) => caption.replace(/^Figure \d+ {2}/, ''));
    expect(captions).toEqual([
      'Time allowed and taken for each expected action',
      'Acknowledgements over time',
      'Scores from drill to drill',
      'Rating of each criterion',
    ]);
    for (const { svg } of figuresIn(report)) expect(svg).not.toMatch(BROKEN);
  });

  test('compares with earlier drills and incidents on this version and the one before', () => {
    const score = tableOf(report, 'From drill to drill').find(([measure]) => measure === 'Score');
    expect(score!.slice(1, 3)).toEqual(['63.4', '—']);
    expect(score!.at(-1)).toMatch(/better|worse/);
  });

  test('lists by name who would have been told, and nobody beside an anonymous answer', () => {
    expect(tableOf(report, 'Who was not told').length).toBeGreaterThan(0);
    const said = JSON.stringify(headingsOf([sectionOf(report, '9  Feedback')]));
    expect(said).toContain('Which step kept you waiting longest, and why?');
    const answers = sectionOf(report, '9  Feedback').sections;
    const names = accepted.people.map(({ name }) => (typeof name === 'string' ? name : textIn(name, 'en')));
    for (const name of names) expect(JSON.stringify(answers)).not.toContain(name);
    expect(JSON.stringify(sectionOf(report, '9  Feedback').blocks)).toContain('Not answered: ');
  });

  test('names each criterion rated M or U among problems, and asks for an improvement of it', () => {
    expect(JSON.stringify(sectionOf(report, 'Main problems'))).toContain('E-81');
    expect(JSON.stringify(tableOf(report, 'Suggestions'))).toContain('a further drill within 180 days: E-81');
    expect(JSON.stringify(sectionOf(report, 'Conclusion'))).toContain('Score: speed of response');
    const without = buildDrillReport({ ...accepted, unimproved: ['E-81'] }, 'en');
    expect(JSON.stringify(sectionOf(without, 'Suggestions'))).toContain('Without an improvement yet: E-81.');
  });

  test('marks what the simulator did, and its acceptance', () => {
    const played = structuredClone(accepted);
    const seen = played.recorded.find(({ event }) => event.type === 'actionSeen');
    if (seen?.event.type === 'actionSeen') seen.event.simulated = true;
    played.recorded.at(-1)!.event.simulated = true;
    const model = buildDrillReport(played, 'en');
    expect(model.lead.join()).toContain('played by the simulator');
    expect(tableOf(model, 'Injects and expected').some(([, , , , result]) => result?.includes('(simulated)'))).toBe(
      true,
    );
    expect(JSON.stringify(model.cover)).toContain('proves no improvement');
  });

  test('says what nobody judged in one language, and asks for no improvement of it', () => {
    const played = structuredClone(accepted);
    for (const { event } of played.recorded) {
      if (event.type === 'feedbackAsked') event.people = [];
      if (event.type === 'rated' && event.criterion === 'E-01') {
        event.simulated = true;
        event.rating = 'M';
        event.texts.reason = SIMULATED_REASON;
      }
      if (event.type !== 'reportSubmitted') continue;
      Object.assign(
        event.ratings.find(({ criterion }) => criterion === 'E-01')!,
        { rating: 'M', by: 'simulator' },
      );
      Object.assign(event.texts, simulatedReport(['rw-02']));
    }
    const [en, zh] = [buildDrillReport(played, 'en'), buildDrillReport(played, 'zh-CN')];
    expect(JSON.stringify(sectionOf(en, 'Main problems'))).not.toContain('E-01');
    expect(JSON.stringify(tableOf(en, 'Suggestions'))).not.toContain('E-01');
    expect(JSON.stringify(sectionOf(en, 'How it was evaluated'))).toContain('does not count');
    expect(JSON.stringify(sectionOf(en, 'Feedback'))).toContain('Nobody was asked');
    expect(wordsOf(en)).toContain('nobody has judged it');
    expect(wordsOf(en)).not.toMatch(/系统模拟|无人评估|未经人员分析|请指挥部/);
    expect(wordsOf(zh)).toContain('无人评估');
    expect(wordsOf(zh)).not.toMatch(/Simulated|simulator|nobody has|Command should/);
    // By the name that the plan gives it, not by its id.
    expect(wordsOf(zh)).toContain('情景：周末凌晨的勒索攻击');
  });

  test('is marked as a draft, and says what is not written yet', () => {
    const draft = buildDrillReport(drillOn('ransomware', 'ended'), 'en');
    expect(draft.mark).toBe('【演练 DRILL】 Draft, not submitted');
    expect(JSON.stringify(sectionOf(draft, 'Main problems'))).toContain('Not written yet.');
    expect(wordsOf(draft)).not.toMatch(BROKEN);
    expect(buildDrillReport(drillOn('ransomware', 'submitted'), 'en').mark).toBe('【演练 DRILL】 Before command');
  });
});

describe.each(SCENARIOS)('every paper of %s', (scenario) => {
  const [before, after] = [drillOn(scenario, 'approved'), drillOn(scenario, 'accepted')];
  test.each(LANGS)('is complete in %s, and opens', async (lang) => {
    for (const paper of ['scheme', 'controllersScheme', 'questionnaire', 'report'] as const) {
      const input = { ...(paper === 'report' ? after : before), paper, lang };
      const html = Buffer.from((await drillFile({ ...input, format: 'html' })).bytes).toString('utf8');
      expect(html).toContain('【演练 DRILL】');
      expect(html.replace(/<style>[^]*?<\/style>/, '')).not.toMatch(BROKEN);
      // What people wrote is in the language in which they wrote it.
      if (lang === 'en' && paper !== 'report')
        expect(html.replaceAll('【演练 DRILL】', '')).not.toMatch(new RegExp(`>[^<]*${HAN.source}`, 'u'));
      const docx = await drillFile({ ...input, format: 'docx' });
      expect(Buffer.from(docx.bytes).subarray(0, 2).toString()).toBe('PK');
    }
  });
});

describe.each(LANGS)('the report of a drill that was broken off, in %s', (lang) => {
  /** Right after an inject was played. */
  function brokenOff() {
    const { recorded, ...rest } = drillOn('ransomware', 'ended');
    const nth = recorded.findIndex(({ event }) => event.type === 'injectPlayed' && event.inject === 'rw-02');
    const kept = recorded.slice(0, nth + 1);
    const { event: last, hash } = kept.at(-1)!;
    const head = { seq: last.seq + 1, at: last.at + 1, actor: { kind: 'operator' }, via: 'api' } as const;
    const end: DrillEvent = { ...head, type: 'conductEnded', why: 'stopped', storyAt: last.at + 1 };
    return { ...rest, recorded: [...kept, { event: end, hash }] };
  }
  const words = wordsOf(buildDrillReport(brokenOff(), lang));
  const say = (en: string, zh: string) => (lang === 'en' ? en : zh);

  test('says how much of it was played and gives no score', () => {
    const { injects } = compileScenario(approved.plan, 'ransomware');
    expect(words).toMatch(
      lang === 'en'
        ? new RegExp(`broken off: \\d+ of ${injects.length} injects were played; no score`)
        : new RegExp(`演练中止，情景清单共${injects.length}项，已注入\\d+项，不计总分`),
    );
    expect(words).toContain(say('grade: Poor', '等次：差'));
    expect(words).not.toMatch(say(String.raw`\d points, grade`, String.raw`\d分，等次`));
  });

  test('names what still had time as not decided', () => {
    expect(words).toContain(say('not decided: the drill ended before its time was up', '不计：演练结束时未到时限'));
  });
});
