import type { Block, Section } from '../model.js';
import { addedAnnexes } from './annexOrder.js';
import type { AnnexKind } from './annexOrder.js';
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
import { chapter, say } from './parts.js';

type Layout = (context: PlanContext) => Block[];

const LAYOUTS: Record<AnnexKind, Layout> = {
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
  const added = addedAnnexes(plan).map(({ kind, title }) => chapter(context, title, LAYOUTS[kind](context)));
  return [...listed, ...added, ...forms(context)];
}
