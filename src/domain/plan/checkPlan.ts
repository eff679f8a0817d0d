import type { Checked, PlanIssue } from './issues.js';
import { referenceIssues } from './references.js';
import { planSchema } from './schema.js';
import type { PlanDocument, Section } from './schema.js';
import { shapeIssues } from './shape.js';
import { missingTexts } from './texts.js';

/** The document as it is when an incident can run it, else everything that stands against it, not only the first thing. */
export function checkPlan(document: unknown): Checked<PlanDocument> {
  const parsed = planSchema.safeParse(document);
  const shape = parsed.success ? [] : shapeIssues(parsed.error.issues, document);
  if (!isObject(document)) return { issues: shape };

  const broken = new Set(shape.map((issue) => issue.path[0]));
  // A section that is missing and must not be is among the broken ones.
  const sound = (section: Section) => !broken.has(section);
  // The checks read sound sections only, and those have exactly the shape that the schema describes.
  const plan = document as PlanDocument;
  const issues: PlanIssue[] = [...shape, ...(sound('languages') ? textIssues(plan, sound) : [])];
  issues.push(...referenceIssues(plan, sound));
  return issues.length === 0 && parsed.success ? { document: parsed.data } : { issues };
}

function textIssues(plan: PlanDocument, sound: (section: Section) => boolean): PlanIssue[] {
  const sections = (Object.keys(planSchema.shape) as Section[]).filter(sound);
  return sections.flatMap((section) => missingTexts(plan[section], plan.languages, [section]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
