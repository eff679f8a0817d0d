import { buildPlanDocument } from '../../../src/documents/index.js';
import type { Block, PlanLifecycle, PlanModel, Section } from '../../../src/documents/index.js';
import type { Lang } from '../../../src/domain/lang.js';
import type { RosterDocument } from '../../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { loadPlan, loadRoster } from '../../../src/planfiles/index.js';

export const AT = Date.UTC(2026, 10, 27, 4, 41, 40);

export interface Printable {
  document: PlanDocument;
  roster?: RosterDocument;
  lifecycle?: PlanLifecycle;
  hash: string;
}

/** The default plan: everything that a plan can have. */
export function fullPlan(): Required<Omit<Printable, 'lifecycle'>> {
  const { document, hash } = loadPlan('plans/software-incident');
  return { document, hash, roster: loadRoster('plans/software-incident/roster.yaml').document };
}

/** Three levels, English only. */
export function smallPlan(): Required<Omit<Printable, 'lifecycle'>> {
  const { document, hash } = loadPlan('plans/hospital-it');
  return { document, hash, roster: loadRoster('plans/hospital-it/roster.yaml').document };
}

export function printed(plan: Printable, lang: Lang): PlanModel {
  return buildPlanDocument({ ...plan, lang, generatedAt: AT });
}

export function allSections(sections: Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}

export function blocksOf(model: PlanModel): Block[] {
  return allSections([...model.records, ...model.sections, ...model.annexes, model.sheet]).flatMap(
    ({ blocks }) => blocks,
  );
}

/** Everything that a reader can read, without the breaks of lines and the pictures' code. */
export function readable(model: PlanModel): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null)
      Object.entries(value).forEach(([key, inner]) => (key === 'svg' ? undefined : walk(inner)));
  };
  walk(model);
  return texts.join('\n').replace(/\s+/g, ' ');
}
