import { pathText } from '../../domain/plan/issues.js';
import type { CheckedContent } from '../../domain/plan/lifecycle/index.js';
import type { LedgerDocument } from '../../domain/plan/ledger.js';
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
  /** Asked about as well, where there is one. */
  ledger?: LedgerDocument | undefined;
  /** The version that this one followed, if it has followed one. */
  before?: PlanDocument;
  at: Instant;
  zone: Zone;
}

/** All rules, asked about this version, today's people and the record. */
export function checkVersion(version: PlanVersion, { roster, ledger, before, at, zone }: CheckBasis): CheckResult {
  const plan = version.document;
  const lifecycle = lifecycleFacts(version, before, zone);
  const today = dayOf(at, plan.calendar?.zone ?? zone);
  return checkFindings({ plan, roster, ...(ledger === undefined ? {} : { ledger }), lifecycle, today });
}

/** What stands against an approval. Roster and ledger change without the plan: what is wrong there is mended there. */
export function contentChecked({ findings }: CheckResult): CheckedContent {
  const inPlan = (severity: Severity) =>
    findings
      .filter((finding) => finding.in === 'plan' && finding.severity === severity)
      .map((finding) => ({ rule: finding.rule, path: pathText(finding.path) }));
  return { errors: inPlan('error'), warnings: inPlan('warning') };
}
