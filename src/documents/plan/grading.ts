import type { Text } from '../../domain/lang.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Block, Section } from '../model.js';
import { FILLS } from './colours.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS, MARKS_WORDS } from './labels.js';
import type { Bilingual } from './labels.js';
import { packNote } from './packs.js';
import { chapter, listedTexts, say, section } from './parts.js';
import { origin } from './sources.js';

type Criterion = PlanDocument['gradingCriteria'][number];

/** Chapter 3 事故分级与响应分级. */
export function grading(context: PlanContext): Section {
  return chapter(context, WORDS.chapter, say(context, WORDS.twoThings), [
    section(context, WORDS.incidentLevels, incidentLevels(context)),
    section(context, WORDS.levels, levels(context)),
    section(context, WORDS.criteria, [...say(context, WORDS.criteriaNote), ...criteria(context)]),
    section(context, WORDS.facts, [...say(context, WORDS.factsNote), ...facts(context)]),
    section(context, WORDS.rules, [...listedTexts(context, WORDS.rulesLead, RULES), ...responseRules(context)]),
  ]);
}

function incidentLevels({ document: plan, names, t, table, choice }: PlanContext): Block[] {
  return table(
    WORDS.incidentLevels,
    [
      [LABELS.incidentLevel, 22],
      [LABELS.colour, 14],
      [LABELS.description, 40],
      [WORDS.normally, 24],
    ],
    plan.incidentLevels.map(({ name, colour, level, description }) => [
      t(name),
      t(choice(colour)),
      description === undefined ? NONE : t(description),
      names.level(level),
    ]),
    { fills: plan.incidentLevels.map(({ colour }) => FILLS[colour]) },
  );
}

function levels({ document: plan, names, t, table, span }: PlanContext): Block[] {
  const fills = { fills: plan.levels.map(({ id }) => FILLS[colourOf(plan, id)]) };
  const decided = plan.levels.map(({ name, decidedBy, expected, operationalPeriod }) => [
    t(name),
    names.posts(decidedBy),
    expected === undefined ? NONE : span(expected),
    operationalPeriod === undefined ? NONE : span(operationalPeriod),
  ]);
  const described = plan.levels.some(({ start, measures }) => start ?? measures)
    ? plan.levels.map(({ name, start, measures }) => [t(name), start ? t(start) : NONE, measures ? t(measures) : NONE])
    : [];
  return [
    ...table(
      WORDS.levels,
      [
        [LABELS.level, 20],
        [LABELS.decidedBy, 40],
        [WORDS.expected, 20],
        [WORDS.period, 20],
      ],
      decided,
      fills,
    ),
    ...table(
      WORDS.conditions,
      [
        [LABELS.level, 14],
        [WORDS.start, 38],
        [WORDS.measures, 48],
      ],
      described,
      fills,
    ),
  ];
}

/** A response level has the colour of the worst incident level that normally calls for it. */
function colourOf(plan: PlanDocument, level: string): keyof typeof FILLS {
  return plan.incidentLevels.find((known) => known.level === level)?.colour ?? 'grey';
}

/** One table for each pack, the plan's own criteria first. */
function criteria(context: PlanContext): Block[] {
  const { document: plan } = context;
  const own = plan.gradingCriteria.filter(({ pack }) => pack === undefined);
  const packs = (plan.packs ?? []).flatMap((pack) => {
    const members = plan.gradingCriteria.filter((criterion) => criterion.pack === pack.id);
    if (members.length === 0) return [];
    const shared = sharedClause(context, members, pack.source);
    return [
      ...say(context, withClause(packNote(context, pack), shared)),
      ...criteriaTable(context, pack.title, members, { named: pack.source, shared: shared !== undefined }),
    ];
  });
  return [...criteriaTable(context, WORDS.ownCriteria, own), ...packs];
}

/** The clause of the document named above in which all of the criteria stand. */
function sharedClause(context: PlanContext, members: Criterion[], named: string | undefined): string | undefined {
  const clauses = new Set(members.map(({ source }) => origin(context, source, named)));
  const [clause] = clauses;
  const isNamed = members.every(({ source }) => source.document === named);
  return members.length > 1 && clauses.size === 1 && isNamed && clause !== NONE ? clause : undefined;
}

function withClause(note: Bilingual, clause: string | undefined): Bilingual {
  if (clause === undefined) return note;
  return {
    'zh-CN': `${note['zh-CN']}各项标准均见该文件${clause}。`,
    en: `${note.en} All of its criteria stand in one place: ${clause}.`,
  };
}

interface Told {
  named?: string | undefined;
  shared?: boolean;
}

function criteriaTable(
  context: PlanContext,
  caption: Text,
  members: Criterion[],
  { named, shared = false }: Told = {},
): Block[] {
  const { document: plan, lang, names, t, table } = context;
  const order = plan.incidentLevels.map(({ id }) => id);
  const sorted = members.toSorted((a, b) => order.indexOf(a.incidentLevel) - order.indexOf(b.incidentLevel));
  const sources = sorted.map(({ source }) => origin(context, source, named));
  // Where the sentence above names the document, a column of dashes or of the same clause would say nothing.
  const sourced = !shared && sources.some((source) => source !== NONE);
  const fills = sorted.map(({ incidentLevel }) => {
    const level = plan.incidentLevels.find(({ id }) => id === incidentLevel);
    return FILLS[level?.colour ?? 'grey'];
  });
  return table(
    caption,
    [
      // In one line in either language: many rows have but one.
      [LABELS.incidentLevel, lang === 'zh-CN' ? 14 : 20],
      [WORDS.criterion, sourced ? 44 : 70],
      ...(sourced ? [[LABELS.source, 26] as [Text, number]] : []),
      [WORDS.compared, 12],
    ],
    sorted.map(({ incidentLevel, text, verified }, i) => [
      names.incidentLevel(incidentLevel),
      t(text),
      ...(sourced ? [sources[i]!] : []),
      t(verified ? WORDS.verified : WORDS.unverified),
    ]),
    { fills },
  );
}

function facts({ document: plan, t, list, table }: PlanContext): Block[] {
  const rows = plan.facts.map((fact) => {
    const values =
      fact.type === 'number'
        ? t({ 'zh-CN': `数值（${t(fact.unit)}）`, en: `number (${t(fact.unit)})` })
        : fact.type === 'boolean'
          ? t(WORDS.yesNo)
          : list(fact.options.map(({ name }) => t(name)));
    const marks = fact.type === 'boolean' && fact.marks !== undefined ? [t(MARKS_WORDS[fact.marks])] : [];
    return [t(fact.name), [values, ...marks].join('\n')];
  });
  return table(
    WORDS.factTable,
    [
      [WORDS.fact, 55],
      [WORDS.values, 45],
    ],
    rows,
  );
}

function responseRules(context: PlanContext): Block[] {
  const { document: plan, names, t, table } = context;
  return table(
    WORDS.responseRules,
    [
      [WORDS.rule, 44],
      [LABELS.when, 34],
      [WORDS.atLeast, 22],
    ],
    (plan.responseRules ?? []).map(({ text, when, atLeast }) => [t(text), context.when(when), names.level(atLeast)]),
  );
}

/** How grading works, whatever the plan. */
const RULES: Bilingual[] = [
  {
    'zh-CN': '符合多项标准的，以其中最高的等级为准，每项符合的标准及其依据均予记录；',
    en: 'Where several criteria are met, the highest level counts; every criterion that is met is recorded with its evidence.',
  },
  {
    'zh-CN': '情况不明不作为降低等级的理由；',
    en: 'What is unknown never lowers a level.',
  },
  {
    'zh-CN': '标准提出的是建议，由有权岗位决定；降低级别应当由人决定并说明理由；',
    en: 'The criteria propose; a post with the authority decides. A lower level needs a person and a reason.',
  },
  {
    'zh-CN': '没有符合任何标准的，建议最低的等级。',
    en: 'Where no criterion is met, the mildest level is proposed.',
  },
];

const WORDS = {
  chapter: { 'zh-CN': '事故分级与响应分级', en: 'Grading and response levels' },
  twoThings: {
    'zh-CN': '事故等级表示事故的严重程度，响应级别表示采取的行动，二者分别确定。',
    en: 'The incident level says how bad an incident is; the response level says what is done about it. They are decided separately.',
  },
  incidentLevels: { 'zh-CN': '事故等级', en: 'Incident levels' },
  normally: { 'zh-CN': '通常对应的响应', en: 'Normally calls for' },
  levels: { 'zh-CN': '响应级别', en: 'Response levels' },
  start: { 'zh-CN': '启动条件', en: 'Starts when' },
  measures: { 'zh-CN': '应急措施', en: 'Measures' },
  expected: { 'zh-CN': '预计期限', en: 'Expected duration' },
  period: { 'zh-CN': '行动周期', en: 'Objectives set anew every' },
  conditions: { 'zh-CN': '响应启动条件与应急措施', en: 'When each level starts and what is done' },
  criteria: { 'zh-CN': '定级标准', en: 'Grading criteria' },
  criteriaNote: {
    'zh-CN': '“以上”包括本数。“待核对”表示该数值尚未与文件原文核对。',
    en: '“At least” includes the number. “Unverified” means that the figure has not been compared with the text of its source yet.',
  },
  ownCriteria: { 'zh-CN': '本单位定级标准', en: 'The organisation’s criteria' },
  criterion: { 'zh-CN': '标准', en: 'Criterion' },
  compared: { 'zh-CN': '核对', en: 'Checked' },
  verified: { 'zh-CN': '已核对', en: 'verified' },
  unverified: { 'zh-CN': '待核对', en: 'unverified' },
  facts: { 'zh-CN': '定级所需信息', en: 'What grading asks for' },
  factsNote: {
    'zh-CN': '报告人和信息联络人员应当尽快查明下列情况；暂不清楚的写明“不明”。',
    en: 'Whoever reports and whoever collects information finds out the following as soon as possible; what is not known is said to be unknown.',
  },
  factTable: { 'zh-CN': '定级所需信息', en: 'Facts for grading' },
  fact: { 'zh-CN': '信息', en: 'Fact' },
  values: { 'zh-CN': '填写方式', en: 'Given as' },
  yesNo: { 'zh-CN': '是、否或不明', en: 'yes, no or unknown' },
  rules: { 'zh-CN': '定级规则', en: 'Rules of grading' },
  rulesLead: { 'zh-CN': '定级遵循下列规则：', en: 'Grading follows these rules:' },
  responseRules: { 'zh-CN': '不论事故等级的最低响应级别', en: 'Least response whatever the incident level' },
  rule: { 'zh-CN': '规则', en: 'Rule' },
  atLeast: { 'zh-CN': '至少启动', en: 'At least' },
} satisfies Record<string, Bilingual>;
