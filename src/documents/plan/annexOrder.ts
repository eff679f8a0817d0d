import type { ANNEX_KINDS } from '../../domain/plan/schema/control.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Bilingual } from './labels.js';

export type AnnexKind = (typeof ANNEX_KINDS)[number];

/** Without these annexes a part of the plan's data would stand nowhere. */
const NEEDED: { kind: AnnexKind; data: keyof PlanDocument; title: Bilingual }[] = [
  { kind: 'supplies', data: 'resources', title: { 'zh-CN': '应急物资清单', en: 'List of supplies' } },
  {
    kind: 'drill-evaluation',
    data: 'drills',
    title: { 'zh-CN': '演练评估表', en: 'Form for the evaluation of a drill' },
  },
  { kind: 'cases', data: 'cases', title: { 'zh-CN': '案例分析', en: 'Case analyses' } },
  { kind: 'training', data: 'training', title: { 'zh-CN': '培训与宣传材料', en: 'Training and publicity material' } },
];

/** Annexes that the plan does not list and that are needed all the same. */
export function addedAnnexes(plan: PlanDocument): typeof NEEDED {
  const listed = (plan.annexes ?? []).map(({ kind }) => kind);
  return NEEDED.filter(({ kind, data }) => plan[data] !== undefined && !listed.includes(kind));
}

/** As the text refers to it: 附件3. Without its number where there is no such annex. */
export function annexName(plan: PlanDocument, kind: AnnexKind | 'forms'): Bilingual {
  const kinds = [...(plan.annexes ?? []), ...addedAnnexes(plan)].map((annex) => annex.kind);
  const at = kind === 'forms' ? kinds.length : kinds.indexOf(kind);
  return at < 0 ? { 'zh-CN': '附件', en: 'an annex' } : { 'zh-CN': `附件${at + 1}`, en: `annex ${at + 1}` };
}
