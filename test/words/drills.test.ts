import { describe, expect, test } from '@jest/globals';
import { DRILL_REFUSALS, DRILL_STATUSES, DRILL_TEMPLATES, ENDS, PLAYED_BY } from '../../src/domain/drill/index.js';
import type { DrillEvent, DrillEventOf, DrillEventType, DrillRefusal } from '../../src/domain/drill/index.js';
import type { Details } from '../../src/domain/incident/index.js';
import { LANGS } from '../../src/domain/lang.js';
import type { Lang } from '../../src/domain/lang.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { simulatedReport, withoutMissed } from '../../src/domain/words/drills/simulated.js';
import {
  drillEndWords,
  drillEventWords,
  drillMailWords,
  drillRefusalWords,
  drillStatusWords,
  playedByWords,
} from '../../src/domain/words/index.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  running,
  START,
  Story,
  TODAY,
} from '../drill/story.js';
import { sampleNames } from '../support/samplePlan.js';

const BROKEN = /undefined|\[object|NaN|null|Invalid|\{|\}/;
const names = sampleNames();

const DETAILS: Record<DrillRefusal, { found?: Details; needed?: Details }> = {
  not_simulated: {},
  not_authorised: { needed: { people: [DIRECTOR] } },
  wrong_status: { found: { status: 'running' }, needed: { statuses: ['ready'] } },
  own_scheme: { needed: { people: [DIRECTOR] } },
  own_report: { needed: { people: [COMMANDER] } },
  text_required: { found: { field: 'reason' } },
  unknown_inject: { found: { inject: 'x' }, needed: { injects: ['in-1'] } },
  inject_over: { found: { inject: 'in-1', status: 'played' } },
  unknown_posts: { found: { posts: ['x'] }, needed: { posts: ['commander'] } },
  unknown_objective: { found: { objective: 'x' }, needed: { objectives: ['report'] } },
  pace_out_of_range: { found: { pace: 5_000 }, needed: { from: 0, to: 3_600 } },
  no_change: {},
  not_asked: { found: { person: 'x' }, needed: { people: [ENGINEER] } },
  begins_in_the_past: {
    found: { plannedAt: '2026-11-01T00:00:00.000Z' },
    needed: { after: '2026-11-02T00:00:00.000Z' },
  },
  already_answered: { found: { person: ENGINEER } },
  unknown_question: { found: { questions: ['q9'] }, needed: { questions: ['q1'] } },
  unknown_rated_criteria: { found: { criteria: ['E-99'] }, needed: { criteria: ['E-11'] } },
  unknown_rating: { found: { ratings: ['A'] }, needed: { ratings: ['P'] } },
  own_department: { found: { person: ENGINEER } },
  feedback_outstanding: { found: { people: [ENGINEER] } },
  clearing_up: { found: { incidentId: 'i-1', status: 'evaluating' } },
  nothing_rated: {},
  criteria_unrated: { found: { criteria: ['E-11'] } },
  changed: { found: { ifSeq: 3, seq: 5 } },
  request_id_reused: { found: { requestId: 'k' } },
  malformed: { found: { field: 'pace' }, needed: { form: 'a number' } },
  machine_error: { found: { error: 'TypeError: x' } },
};

/** A forgotten one does not compile. */
const TYPES: Record<DrillEventType, true> = {
  ...{ schemeDrafted: true, schemeSubmitted: true, schemeApproved: true, schemeReturned: true, calledOff: true },
  ...{ schemeRevised: true, planPlayed: true, replanned: true, waitReminded: true, cameInPerson: true },
  ...{
    startAsked: true,
    startMissed: true,
    started: true,
    paceAsked: true,
    paceSet: true,
    injectAdded: true,
    injectPlayed: true,
  },
  ...{
    injectSkipped: true,
    injectNotNeeded: true,
    actionSeen: true,
    actionMissed: true,
    actionExcused: true,
    observed: true,
  },
  ...{ preempted: true, conductEnded: true, feedbackAsked: true, feedbackGiven: true, feedbackCounted: true },
  ...{ feedbackReminded: true, feedbackMissing: true, rated: true, reportSubmitted: true, reportReminded: true },
  ...{
    standstillReminded: true,
    reportReturned: true,
    reportAccepted: true,
    settled: true,
    refused: true,
    textsErased: true,
  },
};

function begins(story: Story): void {
  story.says(DIRECTOR, { type: 'submitScheme' });
  story.says(APPROVER, { type: 'approve' });
  story.says(DIRECTOR, { type: 'start' });
}

/** Every kind of event at least once. */
function everything(): DrillEvent[] {
  const first = new Story();
  first.says(DIRECTOR, { type: 'submitScheme' });
  first.says(APPROVER, { type: 'giveBack', remarks: '缺少中止条件' });
  first.says(DIRECTOR, { type: 'callOff', reason: '撞上发布' });
  const story = running({ simulateAbsent: { seed: 1, people: [APPROVER] } });
  story.passes(6 * MINUTE);
  story.shows('factAdded');
  story.says(CONTROLLER, { type: 'addInject', event: '记者来电', players: ['commander'], expected: '转公关' });
  story.says(CONTROLLER, { type: 'skip', inject: 'in-4', reason: '没有时间' });
  story.says(ENGINEER, { type: 'observe', note: '电话打不通', criterion: 'E-11', inject: 'in-1' });
  story.shows('confirmed', { level: 'II', authority: 'commander' }, { simulated: true });
  story.says(DIRECTOR, { type: 'setPace', pace: 60 });
  story.settles();
  story.preempts([ENGINEER]);
  story.settles();
  story.says(DIRECTOR, { type: 'stop', reason: '真实事故' });
  story.says(ENGINEER, { type: 'answer', answers: { q1: '马上' } });
  story.passes(3 * DAY);
  story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: '先镜像' });
  story.says(COMMANDER, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'x' });
  story.passes(5 * DAY);
  story.says(DIRECTOR, { type: 'submit', problems: '定级慢', suggestions: '处置卡' });
  story.says(APPROVER, { type: 'returnReport', remarks: '补充供应商' });
  story.says(DIRECTOR, { type: 'submit', problems: '定级慢', suggestions: '处置卡' });
  story.says(APPROVER, { type: 'accept' });
  const late = new Story({
    ...{ programme: 'yearly-live', scheduledFor: START - 7 * MINUTE, plannedAt: START + HOUR },
    planned: { occurrence: '2026-11', whenMissed: 'replan', missed: { dueAt: START - 2 * HOUR, how: 'replan' } },
  });
  late.at += 3 * HOUR;
  late.says(APPROVER, { type: 'approve' });
  late.passes(MINUTE);
  const quiet = running();
  quiet.passes(HOUR);
  const { rules } = quiet.state;
  const anonymous = running({ rules: { ...rules, feedback: { ...rules.feedback, anonymous: true } } });
  anonymous.says(DIRECTOR, { type: 'end' });
  anonymous.says(ENGINEER, { type: 'answer' });
  const short = running({ rules: { ...rules, tellsOfTaken: true } });
  short.passes(2 * MINUTE);
  short.preempts([ENGINEER]);
  short.says(DIRECTOR, { type: 'end' });
  const today = running({ rules: TODAY, simulateAbsent: { seed: 1, people: ['leader'] } });
  today.shows('factAdded');
  today.shows('taskStarted', {}, { person: 'leader' });
  today.says(CONTROLLER, { type: 'addInject', event: '记者来电', players: ['commander'], evaluator: 'engineer' });
  today.says(DIRECTOR, { type: 'setPace', pace: 0 });
  today.settles();
  today.passes(HOUR);
  today.says(DIRECTOR, { type: 'stop' });
  today.passes(4 * DAY);
  today.settles();
  today.settles();
  today.says(DIRECTOR, { type: 'submit', problems: '中止', suggestions: '' });
  const given = new Story({ rules: { ...TODAY, whenReal: 'end' } });
  begins(given);
  given.preempts([ENGINEER]);
  const word = new Story({ rules: TODAY });
  begins(word);
  word.says(DIRECTOR, { type: 'stop' });
  const planned = new Story({
    ...{ programme: 'yearly-live', plannedAt: START + HOUR, rules: TODAY },
    planned: { occurrence: '2026-11', whenMissed: 'replan' },
  });
  planned.says(DIRECTOR, { type: 'revise', pace: 60, roles: { players: [ENGINEER] }, simulateAbsent: null });
  planned.says(DIRECTOR, { type: 'revise', plannedAt: null, simulateAbsent: { seed: 1, people: [ENGINEER] } });
  planned.says(DIRECTOR, { type: 'revise', plannedAt: START + HOUR });
  planned.passes(DAY);
  planned.says(DIRECTOR, { type: 'submitScheme' });
  planned.says(APPROVER, { type: 'approve' });
  planned.passes(MINUTE);
  const [anew] = planned.state.effects.filter(({ kind }) => kind === 'replan');
  planned.hears({ type: 'settled', effectId: anew!.id, plannedAt: START + 9 * DAY });
  planned.says(DIRECTOR, { type: 'start' });
  const [start] = planned.state.effects.filter(({ kind }) => kind === 'start');
  planned.hears({ type: 'settled', effectId: start!.id, plan: { id: 'p', version: 4, hash: 'h4' } });
  const onPaper = (isAnonymous: boolean) => {
    const sheet = running({ rules: { ...TODAY, feedback: { ...rules.feedback, anonymous: isAnonymous } } });
    sheet.says(DIRECTOR, { type: 'end' });
    sheet.says(DIRECTOR, { type: 'answer', for: ENGINEER, ...(isAnonymous ? {} : { answers: { q1: '马上' } }) });
    return sheet;
  };
  const failed: DrillEvent = {
    ...{ seq: 1, at: START, actor: { kind: 'system' }, via: 'system' },
    ...{ type: 'settled', effectId: 'p4', failed: true },
  };
  const head = { seq: 1, at: START, actor: { kind: 'operator' }, via: 'api' } as const;
  const paper = { documentId: 'drill/d-1-d4-scheme', format: 'html', lang: 'en' } as const;
  const erased: DrillEvent[] = [
    { ...head, type: 'textsErased', erasure: 'e', person: ENGINEER, erased: [{ seq: 3, fields: ['note'] }] },
    { ...head, type: 'textsErased', erasure: 'e', erased: [], papers: [{ ...paper, sha256: 'x' }, paper], sheets: 2 },
  ];
  return [
    { events: [failed, ...erased] },
    first,
    story,
    late,
    quiet,
    anonymous,
    short,
    today,
    given,
    word,
    planned,
    onPaper(true),
    onPaper(false),
  ].flatMap(({ events }) => events);
}

describe.each(LANGS)('words of drills in %s', (lang) => {
  test('every kind of event is a sentence', () => {
    const events = everything();
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual(Object.keys(TYPES).sort());
    for (const event of events) {
      const words = drillEventWords(event, names, lang, 'Asia/Shanghai');
      expect(words).not.toMatch(BROKEN);
      expect(words).toMatch(/[.。]$/);
    }
    const [refused] = events.filter(({ type }) => type === 'refused');
    const words = drillEventWords(refused!, names, lang, 'Asia/Shanghai');
    expect(words).toContain(lang === 'en' ? 'was refused (rating)' : '的请求被拒绝（评定）');
  });

  test('the operator, who has no sheet, hears how one on paper is entered', () => {
    const needed = { people: [ENGINEER] };
    const to = (person: string) =>
      drillRefusalWords({ code: 'not_asked', found: { person }, needed }, names, lang).detail;
    expect(to('')).toContain('--for');
    expect(to('somebody')).not.toContain('--for');
  });

  test('every refusal says what to do', () => {
    for (const code of DRILL_REFUSALS) {
      const { found = {}, needed = {} } = DETAILS[code];
      const { title, detail } = drillRefusalWords({ code, found, needed }, names, lang);
      expect(`${title} ${detail}`).not.toMatch(BROKEN);
      expect(detail).toMatch(/[.。]$/);
    }
  });

  test('every mail is marked as a drill, but those that say that something is real, of which and whom', () => {
    for (const template of DRILL_TEMPLATES) {
      const mail = drillMailWords({
        ...{ template, lang, zone: 'Asia/Shanghai', drill: 'd-1', organisation: 'ACME', scenario: '勒索攻击' },
        ...{
          incidentId: 'd-1-incident',
          controllers: ['Xu Kai'],
          plannedAt: START,
          dueAt: START + DAY,
          storyAt: START + MINUTE,
        },
        inject: { id: 'rw-01', event: 'x', delivery: 'y', expected: 'z', contingency: 'w' },
        ...{
          quoted: 'words',
          realIncident: 'real-1',
          taken: ['Lin Wei', 'Zhao Lei'],
          gone: ['Bai Yong'],
          since: START,
          missedAt: START,
        },
        whyMissed: 'approvedLate',
        versions: { scheme: 3, played: 4 },
        questions: { texts: ['Did you know what to do?'], anonymous: true },
        unimproved: ['E-41'],
      });
      expect(mail.text).toContain('E-41');
      expect(mail.text).toMatch(/(left the drill: |人员：)Bai Yong/);
      if (template === 'realPauses') expect(mail.text).toMatch(/real-1\n.*Lin Wei(, |、)Zhao Lei/);
      expect(`${mail.subject} ${mail.text}`).not.toMatch(BROKEN);
      const isReal = ['notADrill', 'realPauses', 'realEnds'].includes(template);
      expect(/DRILL 演练\]|演练 DRILL】/.test(mail.subject)).toBe(!isReal);
      expect(mail.text.startsWith(lang === 'en' ? 'This is a drill' : '这是一次演练')).toBe(!isReal);
    }
  });

  test('only players are told to act in their posts', () => {
    const about = { ...{ lang, zone: 'UTC', drill: 'd-1', organisation: 'ACME', scenario: 'x' } };
    for (const template of ['distributed', 'begins'] as const) {
      const told = (more: object) =>
        drillMailWords({ ...about, template, incidentId: 'd-1-incident', controllers: [], ...more }).text;
      expect(told({})).toMatch(lang === 'en' ? /[Aa]ct (in your post )?as the plan says/ : /按预案行动/);
      expect(told({ aside: true })).toMatch(lang === 'en' ? /do not act in your post/ : /不以本人应急岗位身份/);
      expect(told({ aside: true })).not.toMatch(/as the plan says|按预案行动/);
    }
  });

  test('statuses, ends and occasions have names', () => {
    const all = [
      ...DRILL_STATUSES.map((one) => drillStatusWords(one, lang)),
      ...ENDS.map((one) => drillEndWords(one, lang)),
      ...PLAYED_BY.map((one) => playedByWords(one, lang)),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

test('one person was asked or reminded, several were', () => {
  const asked = everything().find(({ type }) => type === 'feedbackReminded') as DrillEventOf<'feedbackReminded'>;
  const told = (people: string[]) => drillEventWords({ ...asked, people }, names, 'en', 'Asia/Shanghai');
  expect(told([ENGINEER])).toMatch(/^[^,]+ was reminded of their feedback\.$/);
  expect(told([ENGINEER, EVALUATOR])).toMatch(/ and .+ were reminded/);
});

test('the result of a report stands in brackets of its language', () => {
  const report = everything().find((event) => event.type === 'reportSubmitted' && event.score !== undefined)!;
  const told = (lang: Lang) => drillEventWords(report, names, lang, 'Asia/Shanghai');
  expect(told('zh-CN')).toMatch(/结果：[\d.]+（[^）]+）。$/);
  expect(told('en')).toMatch(/result [\d.]+ \([^)]+\)\.$/);
});

describe('what the simulator writes on problems', () => {
  test('lists injects as each language does', () => {
    const { problems } = simulatedReport(['in-1', 'in-2']);
    expect(problems).toContain('：in-1、in-2 / ');
    expect(problems).toMatch(/: in-1, in-2$/);
  });

  test('leaves the list to a paper that has it anyway, as an earlier release put it too', () => {
    const looked = simulatedReport([]).problems.split('\n')[0];
    const earlier = `${looked}\n预期行动未出现的情景注入 / Injects whose expected actions did not come: in-1、in-2`;
    for (const text of [simulatedReport(['in-1']).problems, earlier]) expect(withoutMissed(text)).toBe(looked);
    expect(withoutMissed('预期行动未出现的情景注入 in-1 由值班员说明\nx')).toContain('由值班员说明');
  });
});
