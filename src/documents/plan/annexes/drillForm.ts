import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

/** 演练评估表: chapter 6 says what the ratings mean; this is the sheet that evaluators fill in. */
export function drillForm(context: PlanContext): Block[] {
  const { document: plan, t, table } = context;
  const { evaluation } = plan.drills ?? {};
  if (evaluation === undefined) return [];
  const boxes = evaluation.ratings
    .map(({ id }, i) => `□ ${id}${i % 2 === 0 ? '  ' : '\n'}`)
    .join('')
    .trimEnd();
  return [
    ...table(
      WORDS.head,
      [
        [LABELS.item, 28],
        [LABELS.content, 72],
      ],
      HEAD.map((label) => [t(label), '']),
    ),
    ...table(
      WORDS.ratings,
      [
        [LABELS.id, 10],
        [WORDS.item, 20],
        [WORDS.criterion, 34],
        [WORDS.result, 15],
        [WORDS.reason, 21],
      ],
      evaluation.criteria.map(({ id, item, criterion }) => [id, t(item), t(criterion), boxes, '']),
    ),
    ...table(
      WORDS.signatures,
      [
        [LABELS.person, 24],
        [WORDS.role, 26],
        [LABELS.signature, 28],
        [LABELS.date, 22],
      ],
      ['', '', ''].map((empty) => [empty, empty, empty, empty]),
      { handwritten: true },
    ),
  ];
}

const HEAD: Bilingual[] = [
  { 'zh-CN': '演练名称', en: 'Drill' },
  { 'zh-CN': '演练时间、地点', en: 'Time and place' },
  { 'zh-CN': '评估组组长', en: 'Head of the evaluators' },
  { 'zh-CN': '评估人员', en: 'Evaluators' },
  { 'zh-CN': '评估结论', en: 'Conclusion' },
  { 'zh-CN': '采纳意见（指挥部）', en: 'Decision of command' },
];

const WORDS = {
  head: { 'zh-CN': '演练评估表（基本情况）', en: 'Evaluation of a drill: the drill' },
  ratings: { 'zh-CN': '演练评估表（逐项评定）', en: 'Evaluation of a drill: ratings' },
  item: { 'zh-CN': '评估项目', en: 'Item' },
  criterion: { 'zh-CN': '评估内容', en: 'Criterion' },
  result: { 'zh-CN': '评估结果', en: 'Result' },
  reason: { 'zh-CN': '原因说明', en: 'Reasons' },
  signatures: { 'zh-CN': '评估组成员签名', en: 'Signatures of the evaluators' },
  role: { 'zh-CN': '组内职务', en: 'Role' },
} satisfies Record<string, Bilingual>;
