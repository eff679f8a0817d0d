import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Path } from '../issues.js';
import { MUSTER } from './documents.js';
import type { Basis, Register, Rule } from './rule.js';
import type { Severity } from './severity.js';

/** All of it survives JSON. */
export interface CheckResult {
  findings: Finding[];
  skipped: Skipped[];
  /** Rules that ran and found nothing. */
  passed: string[];
}

export interface Finding extends Judgement {
  path: Path;
}

/** A finding without its place. */
export interface Judgement {
  rule: string;
  severity: Severity;
  title: Said;
  basis: Basis;
  in: 'plan' | Register;
  /** Which of the many things that keep a document from being used. */
  code?: string;
  found: Said;
  todo: Said;
}

export interface Skipped {
  rule: string;
  title: Said;
  reason: Said;
}

/** The first of all rules, broken by documents that no other rule can be asked about. */
export const USABLE: Pick<Rule, 'id' | 'title' | 'basis'> = {
  id: 'V-00',
  title: said('The machine can run the plan, with its roster', '系统能够按预案和通讯录执行'),
  basis: { ...MUSTER, kind: 'execution' },
};

/** An issue of `checkPlan` or `checkRoster`, or a fault of the file itself, as a finding. */
export function executionFinding(
  document: 'plan' | 'roster',
  { code, message, hint }: { code: string; message: Said; hint: Said },
): Judgement {
  const { id: rule, title, basis } = USABLE;
  return { rule, severity: 'error', title, basis, in: document, code, found: message, todo: hint };
}
