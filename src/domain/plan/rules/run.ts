import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { CheckContext, Need } from './context.js';
import { USABLE } from './result.js';
import type { CheckResult, Finding, Skipped } from './result.js';
import type { Observation, Rule } from './rule.js';
import { severityOf } from './severity.js';

/** Asks every rule. A rule that cannot be asked is skipped with the reason: silence would read as a pass. */
export function runRules(rules: readonly Rule[], context: CheckContext, notGiven: Record<Need, Said>): CheckResult {
  const result: CheckResult = { findings: [], skipped: [], passed: [USABLE.id] };
  for (const rule of rules) {
    const lacking = missingFor(rule, context, notGiven);
    const answer = lacking === undefined ? rule.run(context) : { undecided: lacking };
    if ('undecided' in answer) result.skipped.push(skip(rule, answer.undecided));
    else if (answer.length === 0) result.passed.push(rule.id);
    else result.findings.push(...answer.map((observation) => finding(rule, observation, context)));
  }
  return result;
}

export function skip({ id, title }: Rule, reason: Said): Skipped {
  return { rule: id, title, reason };
}

function missingFor({ needs, about }: Rule, context: CheckContext, notGiven: Record<Need, Said>): Said | undefined {
  const need = needs.find((known) => context[known] === undefined);
  if (need !== undefined) return notGiven[need];
  const section = about.find((known) => context.plan[known] === undefined);
  return section && said(`the plan has no section "${section}"`, `预案没有“${section}”一节`);
}

function finding({ id, title, basis }: Rule, observation: Observation, { plan }: CheckContext): Finding {
  const { path, found, todo, atMost, in: document = 'plan' } = observation;
  return { rule: id, severity: severityOf(basis, plan, atMost), title, basis, in: document, path, found, todo };
}

export const NOT_GIVEN: Record<Need, Said> = {
  roster: said('there is no roster', '没有通讯录'),
  ledger: said('there is no ledger of resources', '没有资源台账'),
  lifecycle: said('there is no record of review and approval', '没有评审和批准记录'),
  today: said("today's date is not known", '不知道当天日期'),
};
