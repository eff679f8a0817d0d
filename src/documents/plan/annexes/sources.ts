import type { SOURCE_KINDS } from '../../../domain/plan/schema/grading.js';
import type { Block } from '../../model.js';
import { citationNumber } from '../citationNumber.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';

type SourceKind = (typeof SOURCE_KINDS)[number];

/** 法律依据; a source that does not say what it is stands here. */
export function laws(context: PlanContext): Block[] {
  return list(context, WORDS.laws, ['law', 'regulation', undefined]);
}

/** 相关标准与规范. */
export function norms(context: PlanContext): Block[] {
  return list(context, WORDS.norms, ['standard', 'guidance', 'own']);
}

function list(
  { document: plan, lang, t, day, table, choice }: PlanContext,
  caption: Bilingual,
  kinds: (SourceKind | undefined)[],
): Block[] {
  const rows = plan.sources
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ title, number, kind, inForce }, i) => [
      String(i + 1),
      t(title),
      number === undefined ? NONE : citationNumber(number, lang),
      kind === undefined ? NONE : t(choice(kind)),
      inForce === undefined ? NONE : day(inForce),
    ]);
  return table(
    caption,
    [
      [LABELS.number, 7],
      [LABELS.name, 38],
      [WORDS.number, 22],
      [WORDS.kind, 12],
      [WORDS.inForce, 21],
    ],
    rows,
  );
}

const WORDS = {
  laws: { 'zh-CN': '法律、法规和规章', en: 'Laws and regulations' },
  norms: { 'zh-CN': '标准、指南和本单位文件', en: 'Standards, guidance and own documents' },
  number: { 'zh-CN': '文号', en: 'Number' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  inForce: { 'zh-CN': '施行日期', en: 'In force from' },
} satisfies Record<string, Bilingual>;
