import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Block, Section } from '../model.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { chapter, listed, listedTexts, say, section } from './parts.js';

type Aftermath = NonNullable<PlanDocument['aftermath']>;

/** Chapter 5 后期处置. */
export function aftermath(context: PlanContext): Section {
  const { aftermath: rules } = context.document;
  if (rules === undefined) return chapter(context, WORDS.chapter, []);
  return chapter(context, WORDS.chapter, mandatory(context, rules), [
    section(context, WORDS.analysis, analysis(context, rules)),
    section(context, WORDS.report, report(context, rules)),
    section(context, WORDS.publication, rules.publication ? say(context, WORDS.publicationNote) : []),
    section(context, WORDS.lessons, lessons(context, rules)),
    section(context, WORDS.summary, summary(context, rules)),
    section(context, WORDS.improvements, improvements(context, rules)),
    section(context, WORDS.personalData, personalData(context, rules)),
  ]);
}

function mandatory(context: PlanContext, { mandatory: parts }: Aftermath): Block[] {
  if (parts === undefined) return [];
  const names = context.list(parts.map((part) => context.t(WORDS[part])));
  return say(context, {
    'zh-CN': `结案前应当完成：${names}。未完成而结案的，应当说明理由。`,
    en: `Before the incident is closed these are done: ${names}. Whoever closes it earlier gives a reason.`,
  });
}

function analysis(context: PlanContext, { analysis: rules }: Aftermath): Block[] {
  const { names, span } = context;
  const { owner, within, methods, levels } = rules;
  return [
    ...say(context, {
      'zh-CN': `应急终止后${span(within)}内，由${names.post(owner)}组织查明直接原因、间接原因和根本原因。适用级别：${names.levels(levels)}。`,
      en: `Within ${span(within)} of the end the ${names.post(owner)} sees to it that the direct, indirect and root causes are found. This applies to: ${names.levels(levels)}.`,
    }),
    ...listedTexts(context, WORDS.methods, methods),
  ];
}

function report(context: PlanContext, { report: rules }: Aftermath): Block[] {
  const { names, span, t, table } = context;
  const { owner, reviewer, approver, within, sections } = rules;
  return [
    ...say(context, {
      'zh-CN': `应急终止后${span(within)}内，由${names.post(owner)}编写事故报告书，${names.post(reviewer)}审核，${names.post(approver)}批准。`,
      en: `Within ${span(within)} of the end the ${names.post(owner)} writes the incident report, the ${names.post(reviewer)} reviews it and the ${names.post(approver)} approves it.`,
    }),
    ...table(
      WORDS.reportSections,
      [
        [LABELS.number, 10],
        [WORDS.part, 30],
        [LABELS.description, 60],
      ],
      sections.map(({ title, guidance }, i) => [String(i + 1), t(title), guidance === undefined ? NONE : t(guidance)]),
    ),
  ];
}

function lessons(context: PlanContext, { lessons: rules }: Aftermath): Block[] {
  const { names, span } = context;
  const { askedFrom, within, collectedBy, questions } = rules;
  const teams = names.posts(askedFrom);
  return [
    ...say(context, {
      'zh-CN': `应急终止后${span(within)}内，${teams}总结经验教训，由${names.post(collectedBy)}汇总。`,
      en: `Within ${span(within)} of the end these teams sum up what they have learnt: ${teams}. The ${names.post(collectedBy)} collects it.`,
    }),
    ...listedTexts(context, WORDS.questions, questions),
  ];
}

function summary(context: PlanContext, { summary: rules }: Aftermath): Block[] {
  const { names, span } = context;
  const { chair, participants, within, agenda, levels } = rules;
  return [
    ...say(context, {
      'zh-CN': `应急终止后${span(within)}内，由${names.post(chair)}召集${names.posts(participants)}进行总结评估。适用级别：${names.levels(levels)}。`,
      en: `Within ${span(within)} of the end the ${names.post(chair)} calls these together to evaluate the response: ${names.posts(participants)}. This applies to: ${names.levels(levels)}.`,
    }),
    ...listedTexts(context, WORDS.agenda, agenda),
  ];
}

function improvements(context: PlanContext, { improvements: rules }: Aftermath): Block[] {
  if (rules === undefined) return [];
  const { names, every, t } = context;
  return [
    ...say(context, {
      'zh-CN': `改进措施由${names.post(rules.owner)}负责跟踪，${every(rules.reviewEvery)}检查一次，直至验证有效。`,
      en: `The ${names.post(rules.owner)} follows every improvement and looks at it ${every(rules.reviewEvery)} until it is proven to work.`,
    }),
    ...listed(
      context,
      WORDS.types,
      rules.types.map(({ name }) => t(name)),
    ),
  ];
}

function personalData(context: PlanContext, { personalData: rules }: Aftermath): Block[] {
  if (rules === undefined) return [];
  const { names, span } = context;
  return say(context, {
    'zh-CN': `为应急处置收集的个人信息，自应急终止起${span(rules.destroyAfter)}后销毁，由${names.post(rules.owner)}负责；经评估作为证据留存的除外。`,
    en: `Personal data gathered for the response is destroyed ${span(rules.destroyAfter)} after its end, unless it was assessed and kept as evidence. The ${names.post(rules.owner)} answers for it.`,
  });
}

const WORDS = {
  chapter: { 'zh-CN': '后期处置', en: 'Aftermath' },
  analysis: { 'zh-CN': '原因分析', en: 'Analysis of the cause' },
  methods: { 'zh-CN': '可以采用下列方法：', en: 'Methods:' },
  report: { 'zh-CN': '事故报告书', en: 'Incident report' },
  reportSections: { 'zh-CN': '事故报告书的组成', en: 'Parts of the incident report' },
  part: { 'zh-CN': '部分', en: 'Part' },
  publication: { 'zh-CN': '信息发布', en: 'Publication' },
  publicationNote: {
    'zh-CN': '处置结果的发布和舆情监测，按照第4章“信息发布与舆情监测”执行。',
    en: 'The result is published, and public opinion watched, as chapter 4 lays down.',
  },
  lessons: { 'zh-CN': '经验教训', en: 'Lessons' },
  questions: { 'zh-CN': '各组应当回答：', en: 'Each team answers:' },
  summary: { 'zh-CN': '总结评估', en: 'Summary evaluation' },
  agenda: { 'zh-CN': '议程：', en: 'Agenda:' },
  improvements: { 'zh-CN': '改进措施', en: 'Improvements' },
  types: { 'zh-CN': '改进措施分为：', en: 'Kinds of improvements:' },
  personalData: { 'zh-CN': '个人信息销毁', en: 'Destruction of personal data' },
} satisfies Record<string, Bilingual>;
