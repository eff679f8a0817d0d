import type { PlanIssue } from '../../domain/plan/issues.js';
import { checkRoster } from '../../domain/plan/roster.js';
import type { PlanDocument } from '../../domain/plan/schema.js';

/**
 * What keeps the people of this roster from running this version. A post that the version does not have keeps nobody: it
 * belongs to another version, before or after this one.
 */
export function rosterIssues(roster: unknown, plan: PlanDocument): PlanIssue[] {
  const checked = checkRoster(roster, plan);
  return 'issues' in checked ? checked.issues.filter(({ code }) => code !== 'unknown_post') : [];
}
