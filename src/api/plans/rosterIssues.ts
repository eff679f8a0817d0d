import { pathText } from '../../domain/plan/issues.js';
import { checkRoster } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';

/**
 * What keeps these people from running this version. A post of the roster that the version does not have keeps nobody:
 * it belongs to the plan in force.
 */
export function rosterIssues(roster: RosterDocument, plan: PlanDocument): string[] {
  const checked = checkRoster(roster, plan);
  const issues = 'issues' in checked ? checked.issues : [];
  return issues
    .filter(({ code }) => code !== 'unknown_post')
    .map(({ path, message }) => `${pathText(path)}: ${message}`);
}
