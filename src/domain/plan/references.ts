import type { PlanIssue } from './issues.js';
import { gradingChecks } from './references/grading.js';
import { idChecks } from './references/ids.js';
import { responseChecks } from './references/response.js';
import type { PlanDocument, Section } from './schema.js';

const CHECKS = [...idChecks, ...gradingChecks, ...responseChecks];

/** What keeps the machine from running a plan whose shape is right. Reads only the sections that `sound` accepts. */
export function referenceIssues(plan: PlanDocument, sound: (section: Section) => boolean): PlanIssue[] {
  return CHECKS.filter((check) => check.needs.every(sound)).flatMap((check) => check.run(plan));
}
