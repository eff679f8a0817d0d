import type { Text } from '../../domain/lang.js';
import type { ANNEX_KINDS } from '../../domain/plan/schema/control.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Block, Section } from '../model.js';
import { cases } from './annexes/cases.js';
import { contacts } from './annexes/contacts.js';
import { drillForm } from './annexes/drillForm.js';
import { forms } from './annexes/forms.js';
import { posts } from './annexes/posts.js';
import { reportingFlow } from './annexes/reportingFlow.js';
import { revisions } from './annexes/revisions.js';
import { laws, norms } from './annexes/sources.js';
import { supplies } from './annexes/supplies.js';
import { training } from './annexes/training.js';
import type { PlanContext } from './context.js';
import type { Bilingual } from './labels.js';
import { chapter, say } from './parts.js';

type Kind = (typeof ANNEX_KINDS)[number];
type Layout = (context: PlanContext) => Block[];

const LAYOUTS: Record<Kind, Layout> = {
  'legal-basis': laws,
  organisation: posts,
  supplies,
  'reporting-flow': reportingFlow,
  'drill-evaluation': drillForm,
  cases,
  revisions,
  contacts,
  norms,
  training,
};

/** The annexes that the plan lists, in its order; then those without which a part of its data would stand nowhere. */
export function annexes(context: PlanContext): Section[] {
  const { document: plan } = context;
  const listed = (plan.annexes ?? []).map(({ kind, title, note }) =>
    chapter(context, title, [...say(context, note), ...LAYOUTS[kind](context)]),
  );
  const kinds = (plan.annexes ?? []).map(({ kind }) => kind);
  const missing = NEEDED.filter(({ kind, data }) => plan[data] !== undefined && !kinds.includes(kind));
  const added = missing.map(({ kind, title }) => chapter(context, title, LAYOUTS[kind](context)));
  return [...listed, ...added, ...forms(context)];
}

const NEEDED: { kind: Kind; data: keyof PlanDocument; title: Text & Bilingual }[] = [
  { kind: 'supplies', data: 'resources', title: { 'zh-CN': '应急物资清单', en: 'List of supplies' } },
  {
    kind: 'drill-evaluation',
    data: 'drills',
    title: { 'zh-CN': '演练评估表', en: 'Form for the evaluation of a drill' },
  },
  { kind: 'cases', data: 'cases', title: { 'zh-CN': '案例分析', en: 'Case analyses' } },
  { kind: 'training', data: 'training', title: { 'zh-CN': '培训与宣传材料', en: 'Training and publicity material' } },
];
