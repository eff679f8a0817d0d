import { compileRate } from '../../../domain/plan/compile/evaluation.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import { rateRuleWords } from '../../../domain/words/index.js';
import type { PlanContext } from '../context.js';
import { NONE } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say, section } from '../parts.js';

type Drills = NonNullable<PlanDocument['drills']>;

/** By what a drill is judged, and how ratings become a conclusion. */
export function evaluation(context: PlanContext, { evaluation: rules }: Drills) {
  const { t, table, choice, lang } = context;
  const criteria = table(
    WORDS.criteria,
    [
      [LABELS.id, 10],
      [WORDS.item, 18],
      [WORDS.criterion, 36],
      [WORDS.signal, 24],
      [WORDS.axis, 12],
    ],
    rules.criteria.map(({ id, item, criterion, axis, signal, critical, rates = [] }) => [
      id,
      t(item),
      [t(criterion), ...(critical === true ? [t(WORDS.critical)] : [])].join('\n'),
      [t(signal), ...rates.map((rate) => rateRuleWords(compileRate(rate), lang))].join('\n'),
      t(choice(axis, 'drills.evaluation.criteria.axis')),
    ]),
  );
  const ratings = table(
    WORDS.ratings,
    [
      [WORDS.rating, 24],
      [WORDS.meaning, 62],
      [WORDS.score, 14],
    ],
    rules.ratings.map(({ id, name, meaning, score }) => [`${id}  ${t(name)}`, t(meaning), String(score)]),
  );
  return [
    section(context, WORDS.criteria, criteria),
    section(context, WORDS.ratings, ratings),
    section(context, WORDS.conclusions, [...say(context, weights(rules)), ...conclusions(context, rules)]),
  ];
}

function weights({ weights: { speed, coordination, technical } }: Drills['evaluation']): Bilingual {
  return {
    'zh-CN': `总分按响应速度${speed}、协同配合${coordination}、技术处置${technical}的权重计算；准备类标准不计入总分。分数之外，同时列明各项评定。`,
    en: `The score weighs speed ${speed}, co-ordination ${coordination} and technical handling ${technical}; criteria of preparation do not count towards it. The ratings are always shown beside the number.`,
  };
}

function conclusions(context: PlanContext, { conclusions: all, criticalCap }: Drills['evaluation']) {
  const { t, table } = context;
  const cap = all.find(({ id }) => id === criticalCap);
  const name = cap === undefined ? NONE : t(cap.name);
  return [
    ...table(
      WORDS.conclusions,
      [
        [WORDS.conclusion, 20],
        [WORDS.from, 20],
        [WORDS.meaning, 60],
      ],
      all.map((conclusion) => [t(conclusion.name), String(conclusion.from), t(conclusion.meaning)]),
    ),
    ...say(context, {
      'zh-CN': `关键标准评定为U的，结论最高为“${name}”。`,
      en: `With a critical criterion rated U, the conclusion is at best “${name}”.`,
    }),
  ];
}

const WORDS = {
  criteria: { 'zh-CN': '评估标准', en: 'Criteria' },
  item: { 'zh-CN': '评估项目', en: 'Item' },
  criterion: { 'zh-CN': '评估内容', en: 'Criterion' },
  signal: { 'zh-CN': '衡量依据', en: 'Seen by' },
  axis: { 'zh-CN': '方面', en: 'Axis' },
  critical: { 'zh-CN': '（关键标准）', en: '(critical)' },
  ratings: { 'zh-CN': '评定等级', en: 'Ratings' },
  rating: { 'zh-CN': '评定', en: 'Rating' },
  meaning: { 'zh-CN': '含义', en: 'Meaning' },
  score: { 'zh-CN': '分值', en: 'Score' },
  conclusions: { 'zh-CN': '评估结论', en: 'Conclusions' },
  conclusion: { 'zh-CN': '结论', en: 'Conclusion' },
  from: { 'zh-CN': '最低分数', en: 'From score' },
} satisfies Record<string, Bilingual>;
