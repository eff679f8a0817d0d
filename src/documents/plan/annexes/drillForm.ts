import type { Block } from '../../model.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

/** What is known of the drill; the rest is filled in by hand. */
interface Known {
  drill: string;
  timeAndPlace: string;
  evaluators: readonly string[];
}

/** 演练评估表: chapter 6 says what the ratings mean; this is the sheet that evaluators fill in. */
export function drillForm(context: PlanContext, known?: Known): Block[] {
  const { document: plan, t, table, list } = context;
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
      [
        [t(HEAD.drill), known?.drill ?? ''],
        [t(HEAD.timeAndPlace), known?.timeAndPlace ?? ''],
        [t(HEAD.head), ''],
        [t(HEAD.evaluators), list(known?.evaluators ?? [])],
        [t(HEAD.conclusion), ''],
        [t(HEAD.decision), ''],
      ],
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

const HEAD = {
  drill: { 'zh-CN': '演练名称', en: 'Drill' },
  timeAndPlace: { 'zh-CN': '演练时间、地点', en: 'Time and place' },
  head: { 'zh-CN': '评估组组长', en: 'Head of the evaluators' },
  evaluators: { 'zh-CN': '评估人员', en: 'Evaluators' },
  conclusion: { 'zh-CN': '评估结论', en: 'Conclusion' },
  decision: { 'zh-CN': '采纳意见（指挥部）', en: 'Decision of command' },
} satisfies Record<string, Bilingual>;

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
