import { describe, expect, test } from '@jest/globals';
import { buildDrillReport } from '../../src/documents/drill/report.js';
import type { DrillPaperInput, ReportModel } from '../../src/documents/index.js';
import { figuresIn } from '../../src/documents/figures.js';
import type { DrillEvent } from '../../src/domain/drill/index.js';
import { fold } from '../../src/domain/drill/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { drillOn, playedThroughout } from './drillStory.js';
import { headingsOf, sectionOf, tableOf, wordsOf } from './fixtures.js';

const accepted = drillOn('ransomware', 'accepted');
const played = playedThroughout(accepted);
const tabletop = drillOn('supplier-outage', 'accepted');

const inBoth = (input: DrillPaperInput) =>
  Object.fromEntries(LANGS.map((lang) => [lang, buildDrillReport(input, lang)])) as Record<Lang, ReportModel>;
const byPeople = inBoth(accepted);
const simulated = inBoth(played);

/** The events of one type, of a copy that may be changed. */
function changed(input: DrillPaperInput, change: (event: DrillEvent) => void): DrillPaperInput {
  const copy = structuredClone(input);
  for (const { event } of copy.recorded) change(event);
  return copy;
}

const wordsIn = (model: ReportModel, heading: string) => JSON.stringify(sectionOf(model, heading));
const svgOf = (model: ReportModel, caption: string) =>
  figuresIn(model).find((figure) => figure.caption.includes(caption))!.svg;

describe('the conclusion', () => {
  test('counts the objectives beside the meaning of the grade', () => {
    const outcomes = tableOf(byPeople.en, 'What the drill was held for').map(([, , outcome]) => outcome);
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    const said = /Of (\d+) objectives: ([^.]+)\./.exec(wordsIn(byPeople.en, 'Conclusion'))!;
    expect(Number(said[1])).toBe(outcomes.length);
    for (const outcome of new Set(outcomes)) expect(said[2]!.split(', ')).toContain(`${count(outcome!)} ${outcome}`);
    expect(wordsIn(byPeople['zh-CN'], '评估结论')).toContain(`演练目标共${outcomes.length}项：`);
  });

  test('lists what was not rated, the critical ones first', () => {
    expect(wordsIn(simulated.en, 'Conclusion')).toMatch(/Not rated, and so without weight: E-81 \(critical\), E-01/);
    expect(wordsIn(simulated['zh-CN'], '评估结论')).toMatch(/未评、不计入得分的标准：E-81（关键项）、E-01/);
    const unrated = wordsIn(byPeople.en, 'Conclusion').match(/Not rated, and so without weight: [^.]+/)![0];
    expect(unrated).not.toContain('E-81');
  });
});

describe('how it went', () => {
  test('counts the injects of the scenario apart from those that were added, and says every pace', () => {
    const all = accepted.recorded.flatMap(({ event }) =>
      event.type === 'schemeDrafted' ? event.scenario.injects : [],
    );
    const { recorded } = accepted;
    const end = recorded.findLast(({ event }) => event.type === 'conductEnded')!;
    const started = recorded.find(({ event }) => event.type === 'started')!.event as Extract<
      DrillEvent,
      { type: 'started' }
    >;
    const added = { type: 'injectAdded', inject: 'added-9', players: [], facts: {}, texts: { event: 'A call.' } };
    const slower = { type: 'paceSet', clock: { ...started.clock, pace: 5 }, from: started.clock.pace };
    const more = [added, slower].map((body) => ({ ...end, event: { ...end.event, ...body } as DrillEvent }));
    const at = recorded.indexOf(end);
    const copy = { ...accepted, recorded: [...recorded.slice(0, at), ...more, ...recorded.slice(at)] };
    const told = inBoth(copy);
    expect(wordsIn(told.en, 'How it went')).toMatch(
      new RegExp(`Of the ${all.length} injects of the scenario \\d+ were played; 1 more was added\\.`),
    );
    expect(wordsIn(told['zh-CN'], '经过')).toMatch(new RegExp(`共${all.length}项，注入\\d+项；另临时增加1项。`));
    expect(wordsIn(told.en, 'How it went')).toContain('Pace: 5 to 60 times as fast as the wall clock.');
    expect(wordsIn(told['zh-CN'], '经过')).toContain('实际时间的5至60倍');
    expect(wordsIn(byPeople.en, 'How it went')).toContain('Pace: 60 times as fast as the wall clock.');
    expect(wordsIn(told.en, 'How it went')).not.toContain('still to come');
  });
});

describe('what the simulator has rated', () => {
  test('is shown as not counted, in tables and chart', () => {
    const row = (model: ReportModel, axis: string, id: string) =>
      tableOf(model, axis).find(([one]) => one!.startsWith(id));
    expect(row(simulated.en, 'Ratings: technical', 'E-81')![1]).toBe('M, filled in by the simulator: not counted');
    expect(row(simulated['zh-CN'], '策划和准备评定', 'E-01')![1]).toBe('P（系统模拟填写，不计入）');
    expect(row(simulated.en, 'Ratings: technical', 'E-51')![1]).toMatch(/^M Performed/);
    expect(svgOf(simulated.en, 'Rating of each criterion')).toContain('>by the simulator: not counted<');
    const dashed = svgOf(simulated.en, 'Rating of each criterion').match(/stroke-dasharray/g);
    // One of them in the legend.
    expect(dashed).toHaveLength(
      1 + wordsOf(simulated.en).split(', filled in by the simulator: not counted').length - 1,
    );
    expect(svgOf(byPeople.en, 'Rating of each criterion')).not.toContain('stroke-dasharray');
  });
});

describe('figures', () => {
  test('count reports by our own limits where there were any', () => {
    const own = tableOf(byPeople.en, 'Ratings: speed').find(([id]) => id!.startsWith('E-13'))![3];
    expect(own).toMatch(/Reports within own targets\n\d of 3 \(\d+%\)$/);
    expect(wordsIn(byPeople['zh-CN'], '响应速度分析')).toMatch(/"自定时限内报送","\d\/3（\d+%）"/);
    expect(wordsOf(buildDrillReport(tabletop, 'en'))).not.toContain('own targets');
  });

  test.each(['coordination', 'technical'] as const)('of %s are marked where people were simulated', (axis) => {
    const heading = axis === 'coordination' ? '5.2' : '6.2';
    const rows = (model: ReportModel) =>
      sectionOf(model, heading).blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
    const known = rows(simulated.en).filter(([, value]) => !value!.startsWith('—'));
    expect(known.length).toBeGreaterThan(2);
    for (const [, value] of known) expect(value).toMatch(/ \(simulated\)$/);
    expect(JSON.stringify(rows(byPeople.en))).not.toContain('simulated');
  });

  test('are not drawn where nobody who was there acknowledged anything', () => {
    expect(figuresIn(simulated.en).map(({ caption }) => caption)).not.toContainEqual(
      expect.stringContaining('Acknowl'),
    );
    expect(wordsIn(simulated.en, 'Speed')).toContain('Acknowledgements are not drawn');
    expect(wordsIn(byPeople.en, 'Speed')).not.toContain('not drawn');
  });

  test.each(LANGS)('of a tabletop have the caveat beside them, with and without an earlier run, in %s', (lang) => {
    const caveat = lang === 'en' ? 'A tabletop tells its own time' : '桌面演练按情景自述的时间推进';
    const [speed, compared] = lang === 'en' ? ['Speed', 'Compared'] : ['响应速度', '比较'];
    const alone = buildDrillReport({ ...tabletop, earlier: { runs: [] } }, lang);
    for (const model of [buildDrillReport(tabletop, lang), alone]) {
      expect(wordsIn(model, speed)).toContain(caveat);
      expect(wordsIn(model, compared)).toContain(caveat);
    }
    expect(wordsOf(byPeople[lang])).not.toContain(caveat);
  });
});

describe('who was there', () => {
  test('is said on the cover and in the first section, with the seed', () => {
    expect(JSON.stringify(simulated.en.cover)).toMatch(/all \d+ with a part in it; seed 11/);
    expect(wordsIn(simulated['zh-CN'], '演练基本情况')).toMatch(/由系统模拟的人员：担任角色的\d+人全部；随机种子11。/);
    expect(JSON.stringify(byPeople.en.cover)).not.toContain('seed');
    const some = changed(accepted, (event) => {
      if (event.type === 'schemeDrafted') event.simulateAbsent = { seed: 3, people: ['lin-wei', 'nobody-with-a-part'] };
    });
    expect(wordsIn(buildDrillReport(some, 'en'), 'The drill')).toMatch(
      /Played by the simulator: 1 of \d+ with a part in it: Lin Wei \(Commander\); seed 3\./,
    );
  });

  test('is not listed where answers have no names', () => {
    const blocks = JSON.stringify(sectionOf(byPeople.en, '9  Feedback').blocks);
    expect(blocks).toMatch(/Asked: \d+; answered: 4/);
    expect(blocks).not.toContain('"Answered: ');
    const named = changed(accepted, (event) => {
      if (event.type === 'schemeDrafted') event.rules.feedback.anonymous = false;
    });
    expect(JSON.stringify(sectionOf(buildDrillReport(named, 'en'), '9  Feedback').blocks)).toContain('"Answered: ');
  });

  test('has the post of that moment in the annex: a deputy who takes command was deputy before', () => {
    const rows = tableOf(byPeople.en, 'Main turns').map(([, what]) => what!);
    const passed = rows.findIndex((what) => what.includes('took over and held the post'));
    expect(passed).toBeGreaterThan(0);
    expect(rows.slice(0, passed).join('\n')).toContain('Chen Jing (Deputy commander)');
    expect(rows.slice(0, passed).join('\n')).not.toContain('Chen Jing (Commander)');
    expect(rows.slice(passed + 1).join('\n')).toContain('Chen Jing (Commander)');
  });

  test('has the post that others have taken since, and none where the record cannot tell it', () => {
    const turns = (change: object) => {
      const other = structuredClone(accepted);
      const { events } = other.incident!;
      const at = events.findLastIndex(({ type }) => type === 'sitrepReleased');
      const { seq, at: when, actor, via } = events[at]!;
      const event = { seq, at: when, actor, via, ...change } as (typeof events)[number];
      Object.assign(other.incident!, { events: events.with(at, event) });
      return tableOf(buildDrillReport(other, 'en'), 'Main turns').map(([, what]) => what!);
    };
    const before = (rows: string[]) => rows.slice(0, rows.length / 2).join();
    const moved = {
      type: 'planMoved',
      basis: accepted.incident!.state.basis,
      from: { version: 0 },
      texts: { reason: 'x' },
    };
    expect(before(turns(moved))).toContain('Sun Yu finished');
    const posts = [{ post: 'technical-lead', at: 0, removed: ['sun-yu'], added: [] }];
    const changed = turns({ type: 'peopleChanged', roster: 2, posts, people: [] });
    expect(before(changed)).toContain('Sun Yu (Technical rescue lead) finished');
  });
});

describe('problems and suggestions', () => {
  test('name what came late: what, by whom, and by how much', () => {
    const late = tableOf(byPeople.en, 'Injects and').filter(([, , , , result]) => result!.startsWith('late'));
    const said = wordsIn(byPeople.en, 'Main problems').match(/what was expected came late/g);
    expect(late.length).toBeGreaterThan(2);
    expect(said).toHaveLength(late.length);
    expect(wordsIn(byPeople.en, 'Main problems')).toContain(
      'rw-03: what was expected came late: the level is changed (to: Level II response) (Lin Wei), after 13 min, 3 min past the limit of 10 min',
    );
    expect(wordsIn(byPeople['zh-CN'], '主要问题')).toContain('用时13分钟，超过时限（10分钟）3分钟');
  });

  test('name what is missing once, where the simulator has written them', () => {
    const said = wordsIn(simulated.en, 'Main problems');
    expect(said).toContain('nobody has looked');
    expect(said.match(/rw-12/g)).toHaveLength(1);
    expect(wordsIn(simulated['zh-CN'], '主要问题').match(/rw-12/g)).toHaveLength(1);
  });

  test('bear that their words were erased', () => {
    const erased = changed(accepted, (event) => {
      if (event.type === 'reportSubmitted') Object.assign(event, { texts: {} });
    });
    expect(wordsIn(buildDrillReport(erased, 'en'), 'Main problems')).not.toContain('undefined');
  });

  test('say where improvements that came later are found, and leave no cell empty', () => {
    const rows = tableOf(byPeople.en, 'Suggestions');
    for (const row of rows) expect(row.slice(1, 4)).toEqual(['—', '—', '—']);
    expect(wordsIn(byPeople.en, 'Suggestions')).toContain('improvements opened later: muster drill show d-2026-11.');
    const some = buildDrillReport({ ...accepted, unimproved: [] }, 'en');
    expect(tableOf(some, 'Suggestions')[0]![1]).toBe('opened');
  });
});

describe('the comparison', () => {
  const model = byPeople.en;
  const table = sectionOf(model, 'Compared').blocks.find((block) => block.kind === 'table')!;
  const headings = table.kind === 'table' ? table.table.columns.map(({ heading }) => heading) : [];

  test('heads each column with the run, when it was and by whom', () => {
    expect(headings[1]).toBe('drill d-2026-05 2026-05-16 02:40 by people version 0');
    const alike = structuredClone(played);
    for (const run of alike.earlier!.runs) run.simulated = true;
    const other = sectionOf(buildDrillReport(alike, 'zh-CN'), '比较').blocks.find((block) => block.kind === 'table');
    expect(JSON.stringify(other)).toContain('演练 d-2026-05 2026-05-16 02:40 模拟 第0版');
    expect(wordsIn(buildDrillReport(alike, 'en'), 'Compared')).toContain(
      'because the simulator had a part in them and is no measure for people: Acknowledgement',
    );
    expect(wordsIn(model, 'Compared')).not.toContain('had a part in them');
  });

  test('has the points of the three axes', () => {
    const rows = tableOf(model, 'From drill to drill').filter(([measure]) => measure!.startsWith('Points, '));
    const { axes = [] } = fold(accepted.recorded.map(({ event }) => event)).report!;
    expect(rows.map((row) => row.slice(1, 4))).toEqual(
      axes.map(({ points }, i) => [String([62, 71, 58][i]), '—', String(points)]),
    );
    for (const [, before, , now, change] of rows)
      expect(change).toBe(
        Number(now) > Number(before) ? 'better' : Number(now) < Number(before) ? 'worse' : 'the same',
      );
  });
});

describe('times', () => {
  test.each(LANGS)('have a zone, in %s', (lang) => {
    const zone = lang === 'en' ? 'Asia/Shanghai (UTC+08:00)' : 'Asia/Shanghai（UTC+08:00）';
    expect(byPeople[lang].lead.join()).toContain(zone);
    for (const annex of byPeople[lang].annexes.slice(0, 2)) expect(JSON.stringify(annex.blocks[0])).toContain(zone);
  });

  test('of what came before its inject are told as such, and a bar that is cut off is marked', () => {
    const early = tableOf(byPeople.en, 'Injects and').find(([, , , , result]) =>
      result!.includes('before it was asked'),
    )!;
    expect(early[3]).toBe('3 min before');
    const svg = svgOf(byPeople.en, 'Time allowed');
    expect(svg).toContain('>3 min before<');
    for (const legend of ['missing', 'cut off at twice the time allowed']) expect(svg).toContain(`>${legend}<`);
    // Two strokes for each, one bar of the legend and the axis.
    const cut = [...svg.matchAll(/>((?:\d+ h ?)?(?:\d+ min)?) \/ ((?:\d+ h ?)?(?:\d+ min)?) \(late\)/g)].filter(
      ([, took, within]) => span(took!) > 2 * span(within!),
    );
    expect(cut.length).toBeGreaterThan(0);
    expect(svg.match(/<polyline/g)).toHaveLength(2 * (cut.length + 1) + 1);
  });

  function span(told: string): number {
    const [, hours = 0, minutes = 0] = /(?:(\d+) h ?)?(?:(\d+) min)?/.exec(told)!;
    return Number(hours) * HOUR + Number(minutes) * MINUTE;
  }
});

describe('nothing is said where there is nothing', () => {
  const bare = drillOn('ransomware', 'ended');
  const unseen = { ...bare, recorded: bare.recorded.filter(({ event }) => event.type !== 'observed') };

  test('observations', () => {
    const model = buildDrillReport(unseen, 'en');
    expect(headingsOf(model.annexes).join()).not.toContain('Observations');
    expect(wordsIn(model, 'How it was evaluated')).toContain('No observations were noted.');
    expect(headingsOf(byPeople.en.annexes).join()).toContain('Observations');
    expect(wordsIn(byPeople.en, 'How it was evaluated')).not.toContain('No observations');
  });

  test('criteria that are left', () => {
    const rest = / the other (\d+) are not rated/;
    expect(wordsIn(byPeople.en, 'How it was evaluated')).toMatch(rest);
    const whole = changed(accepted, (event) => {
      if (event.type !== 'schemeDrafted') return;
      const { evaluation } = event.rules;
      evaluation!.criteria = evaluation!.criteria.filter(({ id }) => id === 'E-81');
    });
    whole.plan.drills!.evaluation.criteria = whole.plan.drills!.evaluation.criteria.filter(({ id }) => id === 'E-81');
    expect(wordsIn(buildDrillReport(whole, 'en'), 'How it was evaluated')).not.toContain('not rated');
    expect(wordsIn(buildDrillReport(whole, 'zh-CN'), '评估过程')).not.toContain('未评');
  });

  test('the key', () => {
    for (const [, key, , result] of tableOf(byPeople.en, 'Decisions against')) expect([key, result]).not.toContain('—');
    expect(wordsIn(byPeople.en, 'Decisions against')).toMatch(/First grade: Ordinary \(Lin Wei, 2026/);
  });
});

describe('signatures', () => {
  test('say of a director who is evaluator as well that this is one person with both parts', () => {
    const { director } = fold(accepted.recorded.map(({ event }) => event)).roles;
    const same = changed(accepted, (event) => {
      if (event.type === 'schemeDrafted') event.roles.evaluators = [director];
    });
    const parts = (lang: Lang) => buildDrillReport(same, lang).signatures.table.rows.map(([, , part]) => part);
    expect(parts('en')).toEqual(['Director and evaluator', 'Command']);
    expect(parts('zh-CN')[0]).toBe('演练总指挥兼评估人员');
    expect(byPeople.en.signatures.table.rows.map(([, , part]) => part)).toEqual(['Director', 'Evaluator', 'Command']);
  });
});

describe('the marks', () => {
  test.each(LANGS)('of the simulator stand once, in %s', (lang) => {
    const timeline = JSON.stringify(tableOf(simulated[lang], lang === 'en' ? 'Timeline' : '演练时间线'));
    expect(timeline).toMatch(lang === 'en' ? /not done in person]"/ : /非本人操作）"/);
    expect(timeline).not.toMatch(/\] \(simulated\)|）（模拟）/);
  });

  test('are of one width in Chinese', () => {
    for (const model of [byPeople['zh-CN'], simulated['zh-CN']])
      expect(JSON.stringify(model.sections)).not.toMatch(/[\p{Script=Han}—] ?\([^)]*\p{Script=Han}|\((P|S|M|U)\)/u);
  });
});
