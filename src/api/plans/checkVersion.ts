import { pathText } from '../../domain/plan/issues.js';
import type { CheckedContent } from '../../domain/plan/lifecycle/index.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { checkFindings } from '../../domain/plan/rules/index.js';
import type { CheckResult, Severity } from '../../domain/plan/rules/index.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import type { Zone } from '../../domain/words/index.js';
import type { PlanVersion } from '../../store/index.js';
import { dayOf, lifecycleFacts } from './lifecycleFacts.js';

export interface CheckBasis {
  roster: RosterDocument;
  /** The version that this one followed, if it has followed one. */
  before?: PlanDocument;
  at: Instant;
  zone: Zone;
}

/** All rules, asked about this version, today's people and the record. */
export function checkVersion(version: PlanVersion, { roster, before, at, zone }: CheckBasis): CheckResult {
  const plan = version.document;
  const lifecycle = lifecycleFacts(version, before, zone);
  return checkFindings({ plan, roster, lifecycle, today: dayOf(at, plan.calendar?.zone ?? zone) });
}

/** What stands against an approval. The roster changes without the plan, so that what is wrong there is mended there. */
export function contentChecked({ findings }: CheckResult): CheckedContent {
  const inPlan = (severity: Severity) =>
    findings
      .filter((finding) => finding.in === 'plan' && finding.severity === severity)
      .map((finding) => ({ rule: finding.rule, path: pathText(finding.path) }));
  return { errors: inPlan('error'), warnings: inPlan('warning') };
}
