import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { approvalRules } from './approval.js';
import { calendarRules } from './calendar.js';
import { citationRules } from './citations.js';
import { communicationRules } from './communication.js';
import { contentRules } from './content.js';
import type { CheckContext, Need } from './context.js';
import { coverRules } from './cover.js';
import { drillProgrammeRules } from './drillProgramme.js';
import { drillScenarioRules } from './drillScenarios.js';
import { gradingRules } from './grading.js';
import { legalDutyRules } from './legalDuties.js';
import { levelRules } from './levels.js';
import { mobilisationRules } from './mobilisation.js';
import { obligationRules } from './obligations.js';
import { organisationRules } from './organisation.js';
import { partnerRules } from './partners.js';
import { resourceRules } from './resources.js';
import { USABLE } from './result.js';
import type { CheckResult } from './result.js';
import { reviewRules } from './review.js';
import { rosterRules } from './roster.js';
import type { Rule } from './rule.js';
import { NOT_GIVEN, runRules, skip } from './run.js';
import { scalingRules } from './scaling.js';
import { taskRules } from './tasks.js';
import { terminationRules } from './termination.js';
import { tidinessRules } from './tidiness.js';

export type { CheckContext, LifecycleFacts } from './context.js';
export { executionFinding, USABLE } from './result.js';
export type { CheckResult, Judgement } from './result.js';
export type { Rule } from './rule.js';
export { SEVERITIES } from './severity.js';
export type { Severity } from './severity.js';

/** In the order of their ids: from V-70 on what no catalogue of checks lists. */
export const RULES: readonly Rule[] = [
  ...contentRules,
  ...coverRules,
  ...citationRules,
  ...approvalRules,
  ...reviewRules,
  ...gradingRules,
  ...levelRules,
  ...obligationRules,
  ...legalDutyRules,
  ...organisationRules,
  ...rosterRules,
  ...mobilisationRules,
  ...taskRules,
  ...scalingRules,
  ...terminationRules,
  ...resourceRules,
  ...partnerRules,
  ...communicationRules,
  ...drillProgrammeRules,
  ...drillScenarioRules,
  ...tidinessRules,
  ...calendarRules,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Why something is not in the context, where that is not simply because there is none. */
export type NotGiven = Partial<Record<Need, Said>>;

/** What stands for and against a plan that can be used. Pure, and JSON both ways. */
export function checkFindings(context: CheckContext, notGiven: NotGiven = {}): CheckResult {
  return runRules(RULES, context, { ...NOT_GIVEN, ...notGiven });
}

/** There is a roster, but it cannot be used: whatever can be judged without it. V-00 is then for the caller to report. */
export function checkWithoutRoster(context: Omit<CheckContext, 'roster'>, notGiven: NotGiven = {}): CheckResult {
  const roster = said('the roster cannot be used', '通讯录无法使用');
  const { passed, ...result } = checkFindings(context, { ...notGiven, roster });
  return { ...result, passed: passed.filter((id) => id !== USABLE.id) };
}

/** Of a plan that cannot be used, no rule can be asked. */
export function nothingChecked(): CheckResult {
  const reason: Said = said('the plan cannot be used', '预案无法使用');
  return { findings: [], skipped: RULES.map((rule) => skip(rule, reason)), passed: [] };
}
