import type { PlanDocument } from '../schema.js';
import type { Basis } from './rule.js';

/** The most serious first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * What the machine cannot run is an error, whoever wrote it. A law is an error only for those whom it binds. What is
 * concluded from a text warns at most, and good practice informs.
 */
export function severityOf(basis: Basis, { operator }: Pick<PlanDocument, 'operator'>, atMost?: Severity): Severity {
  switch (basis.kind) {
    case 'execution':
      return 'error';
    case 'direct':
      return milder(isLawFor(operator, basis) ? 'error' : 'warning', atMost);
    case 'derived':
      return milder('warning', atMost);
    case 'configured':
      return 'info';
  }
}

function isLawFor(operator: PlanDocument['operator'], { regimes, verified }: Basis): boolean {
  return verified !== false && (regimes?.some((law) => operator?.boundBy.includes(law)) ?? false);
}

function milder(severity: Severity, atMost: Severity = severity): Severity {
  return SEVERITIES.indexOf(atMost) > SEVERITIES.indexOf(severity) ? atMost : severity;
}
