import { DECISIONS } from '../../domain/plan/compiled.js';
import type { Decision } from '../../domain/plan/compiled.js';
import type { Block, Section } from '../model.js';
import { organisationChart } from '../pictures/organisationChart.js';
import { paragraph } from '../paragraphs.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { chapter, listedTexts, say, section } from './parts.js';
import { holderNames } from './people.js';

type Post = PlanContext['document']['posts'][number];

/** Chapter 2 应急组织机构及职责. */
export function organisation(context: PlanContext): Section {
  const { document: plan } = context;
  return chapter(
    context,
    WORDS.chapter,
    [],
    [
      section(context, WORDS.structure, [...say(context, WORDS.structureNote), chart(context)]),
      section(context, WORDS.command, [
        ...say(context, WORDS.commandNote),
        ...postTable(
          context,
          WORDS.commandPosts,
          plan.posts.filter(({ team }) => team === undefined),
        ),
      ]),
      section(
        context,
        WORDS.teams,
        [],
        plan.teams.map((team) => teamSection(context, team)),
      ),
      section(context, WORDS.authority, authority(context)),
      section(context, WORDS.succession, succession(context)),
      section(context, WORDS.span, span(context)),
      section(context, WORDS.deputies, deputies(context)),
      section(context, WORDS.qualifications, qualifications(context)),
    ],
  );
}

function chart({ document: plan, names, t }: PlanContext): Block {
  const { commander, deputies: order } = plan.command;
  const outside = plan.posts.filter(({ team, id }) => team === undefined && id !== commander && !order.includes(id));
  const head = outside.find(({ id }) => id === plan.control?.approver);
  const own = outside.filter((post) => post !== head);
  const note = (id: string, line?: Bilingual) => ({
    title: names.post(id),
    lines: line === undefined ? [] : [t(line)],
  });
  const teams = plan.teams.map(({ id, name, lead }) => ({
    name: t(name),
    lead: names.post(lead),
    posts: plan.posts.filter((post) => post.team === id && post.id !== lead).map((post) => t(post.name)),
  }));
  const described = teams.map(({ name, lead, posts }) => `${name}: ${[lead, ...posts].join(', ')}`).join('; ');
  const command = [...(head === undefined ? [] : [head.id]), commander, ...order].map(names.post).join(', ');
  const drawing = organisationChart({
    id: 'organisation-chart',
    title: t(WORDS.chart),
    description: `${t(WORDS.command)}: ${command}. ${described}.`,
    command: t(WORDS.command),
    ...(head === undefined ? {} : { head: note(head.id, WORDS.approves) }),
    commander: note(commander),
    deputies: order.map((id) => note(id, WORDS.takesOver)),
    others: own.map(({ id }) => note(id)),
    teams,
  });
  return { kind: 'figure', figure: { caption: t(WORDS.chart), ...drawing } };
}

function teamSection(context: PlanContext, { id, name, duties }: PlanContext['document']['teams'][number]) {
  const posts = context.document.posts.filter(({ team }) => team === id);
  const caption = { 'zh-CN': `${context.t(name)}岗位及职责`, en: `${context.t(name)}: posts and duties` };
  return section(context, name, [...say(context, duties), ...postTable(context, caption, posts)]);
}

function postTable(context: PlanContext, caption: Bilingual, posts: Post[]): Block[] {
  const { t, table } = context;
  return table(
    caption,
    [
      [LABELS.post, 20],
      [LABELS.duties, 58],
      [LABELS.holders, 22],
    ],
    posts.map(({ id, name, duties }) => [t(name), t(duties), holderNames(context, id)]),
  );
}

/** Who decides what: each decision once, or once for each group of levels. */
function authority(context: PlanContext): Block[] {
  const { document: plan, names, t, table } = context;
  const levels = plan.levels.map(({ name, decidedBy }) => [t(WORDS.activate), t(name), names.posts(decidedBy)]);
  const others = DECISIONS.flatMap((decision) => {
    const posts = plan.authority[decision].filter((rule) => typeof rule === 'string');
    const byLevel = plan.authority[decision].filter((rule) => typeof rule !== 'string');
    const plain = posts.length === 0 ? [] : [{ levels: undefined, posts }];
    return [...plain, ...byLevel].map((rule) => [
      t(DECISION_WORDS[decision]),
      names.levels(rule.levels),
      names.posts(rule.posts),
    ]);
  });
  const body = table(
    WORDS.authorityTable,
    [
      [WORDS.decision, 34],
      [LABELS.level, 26],
      [LABELS.decidedBy, 40],
    ],
    [...levels, ...others],
  );
  return [...say(context, WORDS.authorityNote), ...body];
}

function succession(context: PlanContext): Block[] {
  const { document: plan, names, span: time, t, table } = context;
  const { commander, deputies: order, checkIn = [], handover } = plan.command;
  const several = order.length > 1;
  const words = {
    'zh-CN': `${names.post(commander)}联系不上、不能履职或要求移交时，${several ? '依次' : ''}由${names.posts(order)}接替指挥。任何时候只有一人担任指挥，移交应当记录在案。`,
    en: `When the ${names.post(commander)} cannot be reached, cannot act or asks to be relieved, command passes ${several ? 'in this order:' : 'to the'} ${names.posts(order)}. One person commands at any time, and every handover is recorded.`,
  };
  return [
    paragraph(t(words)),
    ...table(
      WORDS.checkIn,
      [
        [LABELS.level, 60],
        [WORDS.checkInEvery, 40],
      ],
      checkIn.map(({ levels, every }) => [names.levels(levels), time(every)]),
    ),
    ...listedTexts(context, WORDS.handover, handover),
  ];
}

function span({ document: plan, t }: PlanContext): Block[] {
  const { spanOfControl } = plan.command;
  if (spanOfControl === undefined) return [];
  const { advised, limit } = spanOfControl;
  return [
    paragraph(
      t({
        'zh-CN': `一名指挥人员直接领导的人数以${advised}人为宜，不得超过${limit}人；超过时增设组长分担。`,
        en: `One person should lead no more than ${advised} others directly and never more than ${limit}; beyond that, leads are added.`,
      }),
    ),
  ];
}

function deputies({ document: plan, names, t, table }: PlanContext): Block[] {
  const rows = plan.posts
    .filter(({ deputies: next, conflictsWith, qualifications: needed }) => next ?? conflictsWith ?? needed)
    .map(({ id, name, deputies: next, conflictsWith, qualifications: needed = [] }) => [
      t(name),
      // Command has an order of succession of its own.
      names.posts(next ?? (id === plan.command.commander ? plan.command.deputies : [])) || NONE,
      names.posts(conflictsWith) || NONE,
      needed.map(names.qualification).join('\n') || NONE,
    ]);
  return table(
    WORDS.deputiesTable,
    [
      [LABELS.post, 22],
      [LABELS.deputies, 26],
      [WORDS.conflicts, 26],
      [WORDS.needed, 26],
    ],
    rows,
  );
}

function qualifications({ document: plan, t, table }: PlanContext): Block[] {
  return table(
    WORDS.qualificationTable,
    [
      [WORDS.qualification, 30],
      [LABELS.description, 70],
    ],
    (plan.qualifications ?? []).map(({ name, description }) => [
      t(name),
      description === undefined ? NONE : t(description),
    ]),
  );
}

const DECISION_WORDS: Record<Decision, Bilingual> = {
  standby: { 'zh-CN': '宣布预警启动', en: 'Declare standby' },
  reject: { 'zh-CN': '认定不是事故', en: 'Find that it is no incident' },
  proposeTermination: { 'zh-CN': '提议应急终止', en: 'Propose the end of the response' },
  confirmTermination: { 'zh-CN': '同意应急终止', en: 'Confirm the end of the response' },
  close: { 'zh-CN': '结束后期处置、归档', en: 'Close the incident after its aftermath' },
};

const WORDS = {
  chapter: { 'zh-CN': '应急组织机构及职责', en: 'Organisation and duties' },
  structure: { 'zh-CN': '组织体系', en: 'Structure' },
  structureNote: {
    'zh-CN': '应急组织由应急指挥部和各应急工作组构成，指挥关系如下图。',
    en: 'The response is led by command and carried out by teams, as the chart shows.',
  },
  chart: { 'zh-CN': '应急组织机构图', en: 'Organisation chart' },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
  commandNote: {
    'zh-CN': '应急指挥部统一领导应急处置，下列岗位不属于任何工作组。',
    en: 'Command leads the whole response. The following posts belong to no team.',
  },
  commandPosts: { 'zh-CN': '应急指挥部岗位及职责', en: 'Command: posts and duties' },
  approves: { 'zh-CN': '批准预案，授权指挥', en: 'approves the plan, gives authority' },
  takesOver: { 'zh-CN': '接替指挥', en: 'takes over command' },
  teams: { 'zh-CN': '应急工作组', en: 'Teams' },
  authority: { 'zh-CN': '决策权限', en: 'Authority' },
  authorityNote: {
    'zh-CN': '下列决定由所列岗位之一作出，他人无权代行。',
    en: 'Each decision is taken by one of the posts named; nobody else may take it.',
  },
  authorityTable: { 'zh-CN': '决策权限', en: 'Who decides what' },
  decision: { 'zh-CN': '决定事项', en: 'Decision' },
  activate: {
    'zh-CN': '启动响应，升至或者降离该级别',
    en: 'Activate the response; raise to this level or lower from it',
  },
  succession: { 'zh-CN': '指挥权接替', en: 'Succession of command' },
  checkIn: { 'zh-CN': '指挥在岗确认', en: 'Check-in of command' },
  checkInEvery: { 'zh-CN': '在岗确认间隔', en: 'Commander confirms every' },
  handover: { 'zh-CN': '移交指挥权时应当交代：', en: 'A handover tells:' },
  span: { 'zh-CN': '管理幅度', en: 'Span of control' },
  deputies: { 'zh-CN': '岗位接替与回避', en: 'Deputies, conflicts and requirements of posts' },
  deputiesTable: { 'zh-CN': '岗位接替、不得兼任与任职要求', en: 'Deputies, conflicting posts and requirements' },
  conflicts: { 'zh-CN': '不得兼任', en: 'May not also be' },
  needed: { 'zh-CN': '任职要求', en: 'Requires' },
  qualifications: { 'zh-CN': '资质要求', en: 'Qualifications' },
  qualificationTable: { 'zh-CN': '应急人员资质', en: 'Qualifications of responders' },
  qualification: { 'zh-CN': '资质', en: 'Qualification' },
} satisfies Record<string, Bilingual>;
