import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { listedTexts, say, section } from '../parts.js';

/** 事故报告、核实、预警. */
export function report(context: PlanContext) {
  const { verification, narrative = {} } = context.document;
  return section(
    context,
    WORDS.heading,
    [],
    [
      section(context, WORDS.reception, [
        ...say(context, narrative.informationReception),
        ...say(context, alerted(context)),
        ...listedTexts(context, WORDS.contents, verification.reportContents),
      ]),
      section(context, WORDS.verification, [...say(context, reminders(context)), ...timeBox(context)]),
      section(context, WORDS.warning, [...say(context, narrative.earlyWarning), ...standby(context)]),
    ],
  );
}

function alerted({ document: { verification }, names }: PlanContext): Bilingual {
  const posts = names.posts(verification.posts);
  return {
    'zh-CN': `任何人发现事故或疑似事故，应当立即报告。报告即时发送${posts}。`,
    en: `Whoever notices an incident or what may be one reports it at once. The report goes immediately to: ${posts}.`,
  };
}

function reminders({ document: { verification }, names, span, either }: PlanContext): Bilingual {
  const { remindAfter, reminders: count, posts } = verification;
  const every = span(remindAfter);
  return {
    'zh-CN': `${either(posts.map(names.post))}接报后立即核实，作出是否属实、事故等级和响应级别的决定；无人核实的，每${every}催办一次，共${count}次。`,
    en: `The ${either(posts.map(names.post))} verifies it at once and decides whether it is an incident, how bad it is and which response it calls for. While nobody has verified it they are reminded every ${every}, ${count} times.`,
  };
}

function timeBox(context: PlanContext): Block[] {
  const { document: plan, names, t, table, span } = context;
  const { timeBox: boxes = [], onTimeout, automatic } = plan.verification;
  const late =
    onTimeout === undefined
      ? []
      : [
          onTimeout.do === 'treatAsReal'
            ? real(context, onTimeout.provisionalLevel)
            : told(names.posts(onTimeout.escalateTo)),
        ];
  return [
    ...table(
      WORDS.timeBox,
      [
        [LABELS.category, 60],
        [WORDS.within, 40],
      ],
      boxes.map(({ categories, within }) => [names.categories(categories), span(within)]),
    ),
    ...late.map((sentence) => paragraph(t(sentence))),
    ...(automatic === undefined ? [] : say(context, automatically(names.levels(automatic)))),
  ];
}

function real({ names }: PlanContext, level: string | undefined): Bilingual {
  const at =
    level === undefined
      ? { zh: '', en: '' }
      : { zh: `（无建议时为${names.level(level)}）`, en: ` (${names.level(level)} where there is none)` };
  return {
    'zh-CN': `到期仍无人决定的，按真实事故对待，按照定级标准建议的级别启动响应${at.zh}。`,
    en: `When nobody has decided by then, it is treated as real: the response starts at the level that the criteria propose${at.en}.`,
  };
}

function told(posts: string): Bilingual {
  return posts === ''
    ? { 'zh-CN': '到期仍无人决定的，扩大告知范围。', en: 'When nobody has decided by then, more people are told.' }
    : {
        'zh-CN': `到期仍无人决定的，报告${posts}。`,
        en: `When nobody has decided by then, these are told as well: ${posts}.`,
      };
}

function automatically(levels: string): Bilingual {
  return {
    'zh-CN': `定级标准建议下列级别的，不待人员决定，自动启动：${levels}。`,
    en: `These levels start by themselves when the criteria propose them, without waiting for a person: ${levels}.`,
  };
}

function standby({ document: { verification }, names, span, t, list }: PlanContext): Block[] {
  const { standby: rule } = verification;
  if (rule === undefined) return [];
  const teams = list(rule.teams.map(names.team));
  const words = {
    'zh-CN': `情况尚不足以启动响应、但可能发展的，宣布预警启动，通知${teams}做好准备，并在${span(rule.reverifyAfter)}内再次核实，决定启动响应、延长或者解除预警。`,
    en: `Where the facts do not yet call for a response but may come to, standby is declared; within ${span(rule.reverifyAfter)} it is decided again whether to respond, to prolong standby or to lift it. Forewarned are: ${teams}.`,
  };
  return [paragraph(t(words))];
}

const WORDS = {
  heading: { 'zh-CN': '事故报告与核实', en: 'Report and verification' },
  reception: { 'zh-CN': '信息接报', en: 'Receiving reports' },
  contents: { 'zh-CN': '报告至少包括：', en: 'A report says at least:' },
  verification: { 'zh-CN': '核实与研判', en: 'Verification' },
  timeBox: { 'zh-CN': '核实时限', en: 'Time for verification' },
  within: { 'zh-CN': '自接报起', en: 'From the report' },
  warning: { 'zh-CN': '预警', en: 'Early warning and standby' },
} satisfies Record<string, Bilingual>;
