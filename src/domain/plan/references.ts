import type { PlanIssue } from './issues.js';
import { conditionChecks } from './references/conditions.js';
import { drillChecks } from './references/drills.js';
import { gradingChecks } from './references/grading.js';
import { idIssues } from './references/ids.js';
import { filingChecks } from './references/filings.js';
import { obligationChecks } from './references/obligations.js';
import { organisationChecks } from './references/organisation.js';
import { perLevelChecks } from './references/perLevel.js';
import { rateChecks } from './references/rates.js';
import { responseChecks } from './references/response.js';
import { scenarioChecks } from './references/scenarios.js';
import { taskChecks } from './references/tasks.js';
import type { PlanDocument, Section } from './schema.js';

const CHECKS = [
  ...gradingChecks,
  ...conditionChecks,
  ...organisationChecks,
  ...responseChecks,
  ...perLevelChecks,
  ...taskChecks,
  ...obligationChecks,
  ...filingChecks,
  ...drillChecks,
  ...scenarioChecks,
  ...rateChecks,
];

/**
 * What keeps the machine from running a plan whose shape is right. Reads only the sections that `sound` accepts; an
 * optional section that is not there is sound.
 */
export function referenceIssues(plan: PlanDocument, sound: (section: Section) => boolean): PlanIssue[] {
  return [
    ...idIssues(plan, sound),
    ...CHECKS.filter((check) => check.needs.every(sound)).flatMap((check) => check.run(plan)),
  ];
}
