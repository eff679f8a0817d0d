import { tooDeep } from './depth.js';
import type { Checked } from './issues.js';
import { referenceIssues } from './references.js';
import { planSchema } from './schema.js';
import type { PlanDocument, Section } from './schema.js';
import { shapeIssues } from './shape.js';
import { missingTexts } from './texts.js';

/** The document as it is when an incident can run it, else everything that stands against it, not only the first thing. */
export function checkPlan(document: unknown): Checked<PlanDocument> {
  const deep = tooDeep(document);
  if (deep) return { issues: [deep] };
  const parsed = planSchema.safeParse(document);
  const shape = parsed.success ? [] : shapeIssues(parsed.error.issues, document);
  if (!isObject(document)) return { issues: shape };

  const broken = new Set(shape.map((issue) => issue.path[0]));
  // A section that is missing and must not be is among the broken ones.
  const sound = (section: Section) => !broken.has(section);
  // The checks read sound sections only, and those have exactly the shape that the schema describes.
  const plan = document as PlanDocument;
  const sections = (Object.keys(planSchema.shape) as Section[]).filter(sound);
  const texts = sound('languages') ? sections.flatMap((section) => missingTexts(plan, section)) : [];
  const issues = [...shape, ...texts, ...referenceIssues(plan, sound)];
  return issues.length === 0 && parsed.success ? { document: parsed.data } : { issues };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
