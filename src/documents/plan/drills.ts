import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Block, Section } from '../model.js';
import type { PlanContext } from './context.js';
import { evaluation } from './drills/evaluation.js';
import { scenarios } from './drills/scenarios.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { chapter, listedTexts, say, section } from './parts.js';

type Drills = NonNullable<PlanDocument['drills']>;

/** Chapter 6 应急演练. */
export function drills(context: PlanContext): Section {
  const { drills: rules } = context.document;
  const stories = section(context, WORDS.scenarios, [], scenarios(context));
  if (rules === undefined) return chapter(context, WORDS.chapter, [], [stories]);
  return chapter(
    context,
    WORDS.chapter,
    [],
    [
      section(context, WORDS.programme, programme(context, rules)),
      section(context, WORDS.scheme, scheme(context, rules)),
      section(context, WORDS.conduct, conduct(context, rules)),
      section(context, WORDS.feedback, feedback(context, rules)),
      section(context, WORDS.evaluation, [], evaluation(context, rules)),
      section(context, WORDS.report, report(context, rules)),
      section(context, WORDS.improvement, improvement(context, rules)),
      stories,
    ],
  );
}

function conduct(context: PlanContext, { conduct: rules }: Drills): Block[] {
  const real = rules?.whenReal === 'end' ? WORDS.realEnds : WORDS.realPauses;
  return [...listedTexts(context, WORDS.conductLead, rules?.rules), ...say(context, real)];
}

function programme(context: PlanContext, rules: Drills): Block[] {
  const { names, t, table, list, money, choice } = context;
  const { span } = context;
  const rows = rules.programme.map(({ name, kind, scenario, levels, teams, purpose, budget, ...when }) => [
    t(name),
    t(choice(kind)),
    dates(context, when),
    names.scenario(scenario),
    [names.levels(levels), list(teams.map(names.team))].join('\n'),
    [
      t(purpose),
      ...(budget === undefined ? [] : [t({ 'zh-CN': `预算：${money(budget)}`, en: `Budget: ${money(budget)}` })]),
    ].join('\n'),
  ]);
  const { nextProgrammeBy: by, exerciseEvery } = rules;
  return [
    ...say(context, {
      'zh-CN': `演练由${names.post(rules.organiser)}组织，${names.post(rules.approver)}批准，每年按下表进行。`,
      en: `The ${names.post(rules.organiser)} organises the drills and the ${names.post(rules.approver)} approves them. These take place every year.`,
    }),
    ...table(
      WORDS.programmeTable,
      [
        [WORDS.drill, 16],
        [WORDS.kind, 10],
        [WORDS.months, 11],
        [WORDS.scenario, 18],
        [WORDS.takingPart, 22],
        [LABELS.purpose, 23],
      ],
      rows,
    ),
    ...(by === undefined
      ? []
      : say(context, {
          'zh-CN': `下一年度演练计划在每年${by}月前编制完成。`,
          en: `The programme of the next year is ready before ${MONTH_NAMES[by - 1]!}.`,
        })),
    ...(exerciseEvery === undefined
      ? []
      : say(context, {
          'zh-CN': `各类别、级别、组、任务和报送义务每${span(exerciseEvery)}至少演练一次。`,
          en: `Every category, level, team, task and obligation is exercised at least once every ${span(exerciseEvery)}.`,
        })),
  ];
}

type When = Pick<Drills['programme'][number], 'months' | 'day' | 'time' | 'prepare' | 'daysOff' | 'missed'>;

function dates({ t, list, choice, span }: PlanContext, { months, day, time, prepare, daysOff, missed }: When): string {
  const choices = [
    ...(daysOff === undefined ? [] : [{ label: WORDS.daysOff, value: t(choice(daysOff)) }]),
    ...(missed === undefined ? [] : [{ label: WORDS.missed, value: t(choice(missed)) }]),
    ...(prepare === undefined ? [] : [{ label: WORDS.prepare, value: span(prepare) }]),
  ];
  return [
    t({ 'zh-CN': `${months.join('、')}月`, en: list(months.map((month) => MONTHS[month - 1]!)) }),
    ...(day === undefined ? [] : [t({ 'zh-CN': `${day}日`, en: `on day ${day}` })]),
    ...(time === undefined ? [] : [time]),
    ...choices.map(({ label, value }) => t({ 'zh-CN': `${label['zh-CN']}：${value}`, en: `${label.en}: ${value}` })),
  ].join('\n');
}

function scheme(context: PlanContext, { scheme: rules }: Drills): Block[] {
  const { t, table } = context;
  return [
    ...listedTexts(context, WORDS.schemeLead, rules.sections),
    ...table(
      WORDS.roles,
      [
        [WORDS.role, 28],
        [LABELS.duties, 72],
      ],
      rules.roles.map(({ name, duties }) => [t(name), t(duties)]),
    ),
    ...listedTexts(context, WORDS.safety, rules.safety),
    ...listedTexts(context, WORDS.stopRules, rules.stopRules),
  ];
}

function feedback(context: PlanContext, { feedback: rules }: Drills): Block[] {
  const { names, span } = context;
  const teams = names.posts(rules.askedFrom);
  return [
    ...say(context, {
      'zh-CN': `演练结束后${span(rules.within)}内向${teams}收集反馈，${rules.anonymous ? '匿名' : '署名'}填写。`,
      en: `Within ${span(rules.within)} of a drill these are asked for feedback, ${rules.anonymous ? 'without names' : 'with their names'}: ${teams}.`,
    }),
    ...listedTexts(context, WORDS.questions, rules.questions),
  ];
}

function report(context: PlanContext, { report: rules }: Drills): Block[] {
  const { names, span } = context;
  return [
    ...say(context, {
      'zh-CN': `演练结束后${span(rules.within)}内，由${names.post(rules.owner)}编写演练评估报告，提交${names.post(rules.submittedTo)}，作为改进的依据。`,
      en: `Within ${span(rules.within)} of a drill the ${names.post(rules.owner)} writes the evaluation report and submits it to the ${names.post(rules.submittedTo)} as the basis for improvement.`,
    }),
    ...listedTexts(context, WORDS.reportLead, rules.sections),
  ];
}

function improvement(context: PlanContext, { improvement: rules }: Drills): Block[] {
  const { span } = context;
  return [
    ...listedTexts(context, WORDS.improvementLead, rules.rules),
    ...say(context, {
      'zh-CN': `改进措施在${span(rules.verifyWithin)}内通过演练或检查验证。`,
      en: `Improvements are proven, by a drill or an inspection, within ${span(rules.verifyWithin)}.`,
    }),
  ];
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));

const WORDS = {
  chapter: { 'zh-CN': '应急演练', en: 'Drills' },
  programme: { 'zh-CN': '演练计划', en: 'Programme' },
  programmeTable: { 'zh-CN': '年度演练计划', en: 'Drills of every year' },
  drill: { 'zh-CN': '演练', en: 'Drill' },
  kind: { 'zh-CN': '形式', en: 'Kind' },
  months: { 'zh-CN': '时间', en: 'When' },
  daysOff: { 'zh-CN': '遇休息日', en: 'On a day off' },
  missed: { 'zh-CN': '错过时', en: 'When missed' },
  prepare: { 'zh-CN': '方案提前期', en: 'Scheme drafted before' },
  scenario: { 'zh-CN': '情景', en: 'Scenario' },
  takingPart: { 'zh-CN': '级别与参加组', en: 'Levels and teams' },
  scheme: { 'zh-CN': '演练方案', en: 'Drill scheme' },
  schemeLead: { 'zh-CN': '每次演练前编制演练方案，包括：', en: 'Every drill has a scheme beforehand, with:' },
  roles: { 'zh-CN': '演练角色', en: 'Roles in a drill' },
  role: { 'zh-CN': '角色', en: 'Role' },
  safety: { 'zh-CN': '演练安全要求：', en: 'Safety:' },
  stopRules: { 'zh-CN': '有下列情形之一的，立即中止演练：', en: 'A drill stops at once when:' },
  conduct: { 'zh-CN': '演练实施', en: 'Conduct' },
  conductLead: { 'zh-CN': '演练实施遵守下列要求：', en: 'During a drill:' },
  realPauses: {
    'zh-CN': '演练期间发生真实事故、需要参演人员处置的，相关人员立即退出，演练暂停，由总指挥决定恢复、结束或者中止。',
    en: 'When a real incident needs somebody who takes part, they leave at once and the drill stands still until its director says how it goes on.',
  },
  realEnds: {
    'zh-CN': '演练期间发生真实事故、需要参演人员处置的，相关人员立即退出，演练终止。',
    en: 'When a real incident needs somebody who takes part, they leave at once and the drill is over.',
  },
  feedback: { 'zh-CN': '演练反馈', en: 'Feedback' },
  questions: { 'zh-CN': '反馈内容：', en: 'Questions:' },
  evaluation: { 'zh-CN': '演练评估', en: 'Evaluation' },
  report: { 'zh-CN': '演练评估报告', en: 'Evaluation report' },
  reportLead: { 'zh-CN': '演练评估报告包括：', en: 'Its parts:' },
  improvement: { 'zh-CN': '持续改进', en: 'Improvement' },
  improvementLead: { 'zh-CN': '演练发现的问题按下列要求改进：', en: 'What a drill finds is improved as follows:' },
  scenarios: { 'zh-CN': '演练情景', en: 'Scenarios' },
} satisfies Record<string, Bilingual>;
