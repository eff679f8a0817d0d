import { expect, test } from '@jest/globals';
import { buildDrillScheme } from '../../src/documents/drill/scheme.js';
import type { DrillPaperInput } from '../../src/documents/index.js';
import { LANGS, textIn } from '../../src/domain/lang.js';
import { fold } from '../../src/domain/drill/index.js';
import type { DrillEvent } from '../../src/domain/drill/index.js';
import { drillOn } from './drillStory.js';
import { rowsOf, sectionOf, tableOf, wordsOf } from './fixtures.js';

const live = drillOn('ransomware', 'approved');
const tabletop = drillOn('supplier-outage', 'approved', { pace: 1 });
const { plan } = live;

function withEvent(input: DrillPaperInput, event: Pick<DrillEvent, 'type'>): DrillPaperInput {
  const { seq, at } = input.recorded.at(-1)!.event;
  const added = { seq: seq + 1, at: at + 1, actor: { kind: 'operator' }, via: 'api', ...event } as DrillEvent;
  return { ...input, recorded: [...input.recorded, { event: added, hash: 'h' }] };
}

/** The words of its procedure and environment, without the rules of the plan. */
function formWords(input: DrillPaperInput, lang: (typeof LANGS)[number]): string {
  const model = buildDrillScheme(input, lang, 'players');
  const [, , , , , procedure, environment] = model.sections;
  return JSON.stringify([procedure!.blocks, environment!.blocks]);
}

test('what is done before and after goes by the form of the drill', () => {
  expect(formWords(live, 'zh-CN')).toMatch(/脱敏数据.*撤销演练账号/);
  expect(formWords(tabletop, 'zh-CN')).not.toMatch(/脱敏|恢复环境|演练账号/);
  expect(formWords(live, 'en')).toMatch(/masked data.*drill accounts are removed/);
  expect(formWords(tabletop, 'en')).not.toMatch(/masked|restored|accounts/);
});

test.each(LANGS)('the two clocks have two names in %s', (lang) => {
  const zh = lang === 'zh-CN';
  for (const input of [live, tabletop]) {
    const model = buildDrillScheme(input, lang, 'players');
    const time = JSON.stringify(model.sections[1]);
    expect(time).toContain(zh ? '情景时刻' : 'Story time');
    expect(time).toContain(zh ? '演练用时' : 'Drill time');
    const rows = JSON.stringify(rowsOf(model, zh ? '实施程序' : 'Procedure'));
    expect(rows).toContain(zh ? '演练用时0至' : 'drill time 0 to');
    expect(wordsOf(model)).not.toMatch(/情景时间|情景时长|length of the story/i);
  }
});

test('at another pace the scheme says how long it takes, and at the latest', () => {
  const [fast, slow] = [live, tabletop].map((input) => wordsOf(buildDrillScheme(input, 'en', 'players')));
  expect(fast).toContain('4 h of drill time, which take about 4 min. It ends at 6 h of drill time at the latest');
  expect(fast).toContain('after about 6 min');
  expect(slow).toContain('as fast as the wall clock');
  expect(slow).toContain('It ends at 4 h 30 min of drill time at the latest.');
});

test('where its clock stands still when it begins the scheme says so', () => {
  const still = drillOn('supplier-outage', 'approved', { pace: 0 });
  expect(wordsOf(buildDrillScheme(still, 'en', 'players'))).toContain(
    'stands still when it begins, until the director',
  );
  expect(wordsOf(buildDrillScheme(still, 'zh-CN', 'players'))).toContain('演练开始时演练时钟为暂停状态');
  // Drawn again after somebody has paused it, it says what was planned.
  const begun = drillOn('supplier-outage', 'ended', { pace: 1 });
  const at = begun.recorded.findIndex(({ event }) => event.type === 'started');
  const { event, hash } = begun.recorded[at]! as { event: Extract<DrillEvent, { type: 'started' }>; hash: string };
  const paused = { event: { ...event, type: 'paceSet' as const, clock: { ...event.clock, pace: 0 }, from: 1 }, hash };
  const recorded = [...begun.recorded.slice(0, at + 1), paused];
  expect(wordsOf(buildDrillScheme({ ...begun, recorded }, 'en', 'players'))).toContain('as fast as the wall clock');
});

test('who judges and plays as well is named, and that players rate nothing', () => {
  const lead = (input: typeof live) => wordsOf(buildDrillScheme(input, 'en', 'controllers'));
  expect(lead(live)).toContain('takes no part in the response.');
  const state = fold(live.recorded.map(({ event }) => event));
  const [player = ''] = state.roles.players;
  const both = drillOn('ransomware', 'approved', { roles: { ...state.roles, evaluators: [player] } });
  expect(lead(both)).toMatch(/takes no part in the response, but for [^:]+: whoever plays rates nothing\./);
});

test('each inject of the log has its id and trigger in the list too', () => {
  for (const lang of LANGS) {
    const model = buildDrillScheme(tabletop, lang, 'controllers');
    const log = rowsOf(model, lang === 'en' ? 'Log of' : '现场记录表');
    const list = rowsOf(model, lang === 'en' ? 'Master list' : '情景事件清单');
    expect(list.map(([inject]) => inject!.split('\n').slice(0, 2))).toEqual(log.map(([id, at]) => [id, at]));
    expect(log.find(([id]) => id === 'so-07-silence')![1]).toMatch(/^(Unless a text|未发生时：批准)/);
    expect(log.every(([, at]) => at !== '')).toBe(true);
  }
});

test('words for the injects are those of the lead above them', () => {
  const model = buildDrillScheme(tabletop, 'zh-CN', 'controllers');
  expect(JSON.stringify(sectionOf(model, '情景事件清单').blocks[0])).toContain('“识别标志”');
  expect(JSON.stringify(rowsOf(model, '情景事件清单'))).toContain('识别标志：');
  // A label of which the space at its end was lost.
  expect(wordsOf(buildDrillScheme(live, 'en', 'controllers'))).not.toMatch(/[a-z]:[A-Za-z]|Unless[a-z]|When[a-z]/);
});

test('who rates what is said alike beside the criteria and on the sheet', () => {
  const model = buildDrillScheme(tabletop, 'en', 'controllers');
  const said = /Muster proposes from the record: [^"]+/;
  const [beside] = said.exec(JSON.stringify(sectionOf(model, '9  Evaluation')))!;
  expect(beside).toContain('E-03, E-04');
  expect(said.exec(JSON.stringify(sectionOf(model, 'Evaluation sheet')))![0]).toBe(beside);
});

test('the sheet of evaluators has what is known of the drill', () => {
  const [drill, time, head, evaluators] = tableOf(
    buildDrillScheme(live, 'en', 'controllers'),
    'Evaluation of a drill:',
  );
  expect(drill).toEqual(['Drill', 'Ransomware on a Sunday night']);
  expect(time![1]).toBe('2026-11-22 02:40:00 +08:00. Place:');
  expect(head![1]).toBe('');
  expect(evaluators![1]).toBe('Liang Yue');
});

test('who drafted it is the same in the record and on the page to be signed, and its date that of the approval', () => {
  const byOperator = structuredClone(live);
  byOperator.recorded[0]!.event.actor = { kind: 'operator' };
  for (const input of [live, byOperator]) {
    const model = buildDrillScheme(input, 'zh-CN', 'players');
    expect(model.signatures.table.rows[0]![1]).toBe(tableOf(model, '评审和批准记录')[0]![1]);
  }
  expect(buildDrillScheme(byOperator, 'zh-CN', 'players').signatures.table.rows[0]![1]).toBe('系统管理员');
  const later = { ...live, now: live.now + 40 * 24 * 3600 * 1000 };
  expect(buildDrillScheme(later, 'en', 'players').signatures.date).toBe('16 November 2026');
  const revised = withEvent(live, { type: 'schemeRevised' });
  for (const input of [drillOn('ransomware', 'drafted'), revised]) {
    const model = buildDrillScheme(input, 'en', 'controllers');
    expect(model.signatures.date).toBe('Date: ____________');
    expect(model.signatures.signed).toBeUndefined();
    expect(model.mark).toBe('【演练 DRILL】 Not for players before the end. Draft, not approved');
  }
});

test('every player is counted, command too', () => {
  const words = wordsOf(buildDrillScheme(live, 'zh-CN', 'players'));
  const [, all, groups] = /参演人员(\d+)人：([^；]+)；/.exec(words)!;
  expect(groups).toContain('指挥部2人');
  expect([...groups!.matchAll(/(\d+)人/g)].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(Number(all));
});

test.each(LANGS)('the purpose before players names neither story nor form in %s', (lang) => {
  const purpose = JSON.stringify(buildDrillScheme(tabletop, lang, 'players').sections[0]);
  expect(purpose).toMatch(/to see whether the plan|检验软件/);
  expect(purpose).not.toMatch(/as its story|为情景|Tabletop drill|桌面演练/);
});

test('posts of those who run it are played by others who hold them, or by controllers', () => {
  const rows = tableOf(buildDrillScheme(live, 'en', 'players'), 'Posts of those');
  expect(rows).toContainEqual(['Legal counsel', 'Cheng Xue', 'played by the controllers']);
  expect(rows).toContainEqual(['Publicity lead', 'Liang Yue', 'Gao Yang']);
});

test('who may stop it, who lets it go on, and what something real does, agree', () => {
  const guarded = structuredClone(live);
  const drafted = guarded.recorded[0]!.event;
  if (drafted.type !== 'schemeDrafted') throw new Error('not the draft');
  Object.assign(drafted.roles, { safety: ['bai-yong'], controllers: ['lei-gang'] });
  const words = wordsOf(buildDrillScheme(guarded, 'en', 'players'));
  expect(words).toContain('May stop it: Cheng Xue, Lei Gang and Bai Yong.');
  expect(words).toContain('The director asks the safety officer (Bai Yong) and decides whether it goes on');
  expect(words).toContain('a controller (Lei Gang) lets it go on');
  expect(words).not.toMatch(/decide together|broken off at once/);
  expect(wordsOf(buildDrillScheme(live, 'zh-CN', 'players'))).not.toMatch(/共同决定|立即中止/);
  const ends = {
    ...plan,
    drills: { ...plan.drills!, conduct: { ...plan.drills!.conduct!, whenReal: 'end' as const } },
  };
  expect(formWords(live, 'zh-CN')).toContain('演练随即暂停');
  expect(formWords({ ...live, plan: ends }, 'zh-CN')).toContain('演练随即终止');
});

test.each(LANGS)('command finds basis, place, contacts, hazards and support in %s', (lang) => {
  const zh = lang === 'zh-CN';
  const model = buildDrillScheme(tabletop, lang, 'players');
  const words = wordsOf(model);
  expect(JSON.stringify(model.sections[0])).toMatch(/GB\/T 38645.*YJ\/T 9007-2019/);
  expect(JSON.stringify(model.cover)).toContain(zh ? '由演练总指挥填写' : 'to be filled in by the director');
  expect(tableOf(model, zh ? '演练联络表' : 'Whom to reach').map(([, , reach]) => reach)).toEqual(['', '', '']);
  const hazards = plan.drills!.scheme.safety.map((hazard) => [textIn(hazard, lang), '']);
  expect(tableOf(model, zh ? '风险和控制措施' : 'Hazards and controls')).toEqual(hazards);
  expect(
    tableOf(model, zh ? '保障清单' : 'Support')
      .flat()
      .join(''),
  ).toBe('');
  expect(words).toContain('Asia/Shanghai');
});
