import { paragraph } from '../../paragraphs.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { listedTexts, section } from '../parts.js';

/** 信息报送. */
export function sitreps(context: PlanContext) {
  const { document: plan, names, t, table, span, list } = context;
  const { sitreps: rules } = plan;
  if (rules === undefined) return undefined;
  const words = {
    'zh-CN': `响应期间持续收集情况，由${names.post(rules.drafter)}起草、${names.post(rules.releasedBy)}签发，按下表定时报送。`,
    en: `While a response lasts, information is collected continuously. The ${names.post(rules.drafter)} drafts the situation report and the ${names.post(rules.releasedBy)} releases it at the times below.`,
  };
  return section(context, WORDS.heading, [
    paragraph(t(words)),
    ...table(
      WORDS.cadence,
      [
        [LABELS.level, 24],
        [LABELS.every, 18],
        [WORDS.to, 34],
        [WORDS.partners, 24],
      ],
      rules.cadence.map(({ levels, every, to, partners = [] }) => [
        names.levels(levels),
        span(every),
        names.posts(to),
        list(partners.map(names.partner)) || NONE,
      ]),
    ),
    ...listedTexts(context, WORDS.contents, rules.contents),
  ]);
}

const WORDS = {
  heading: { 'zh-CN': '信息报送', en: 'Situation reports' },
  cadence: { 'zh-CN': '信息报送周期与对象', en: 'Situation reports: how often and to whom' },
  to: { 'zh-CN': '报送岗位', en: 'To posts' },
  partners: { 'zh-CN': '外部单位', en: 'To partners' },
  contents: { 'zh-CN': '信息报送包括：', en: 'A situation report contains:' },
} satisfies Record<string, Bilingual>;
