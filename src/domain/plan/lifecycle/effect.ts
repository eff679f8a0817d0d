import type { Lang } from '../../lang.js';
import type { Instant } from '../../time.js';
import { pathText } from '../issues.js';
import type { PlanIssue } from '../issues.js';
import { steps, unlessApprover, unlessStatus } from './act.js';
import type { Act, Decided, InForce, Refused } from './act.js';
import { unlessNewer } from './approve.js';
import { newAddressees } from './distribution.js';
import { refuse } from './refusals.js';
import type { PlanStepBody } from './steps.js';

export interface EffectBasis {
  inForce: InForce | undefined;
  /** What keeps today's people from running this version. */
  rosterIssues: PlanIssue[];
}

/** The approver sets the date; when it has come already, the version takes effect with the same act. */
export function putIntoEffect(act: Act, from: Instant | undefined, basis: EffectBasis): Decided {
  const { at, standing } = act;
  const refused = unlessStatus(act, 'approved') ?? unlessApprover(act) ?? unlessFit(act, basis);
  if (refused) return refused;
  const date = from ?? at;
  if (date < at) return refuse('date_in_past', { from: iso(date) }, { from: iso(at) });
  if (date === standing.effectiveFrom) return refuse('nothing_new', { from: iso(date) });
  const told = newAddressees(act);
  const bodies: PlanStepBody[] = [
    { type: 'effectDated', from: date },
    ...(told.length === 0 ? [] : [{ type: 'distributed' as const, to: told }]),
    ...(date > at ? [] : [{ type: 'tookEffect' as const }]),
  ];
  return steps(act, ...bodies);
}

/** The date has come. What the approver relied on may have changed since; then the version in force stays. */
export function takeEffect(act: Omit<Act, 'by'>, basis: EffectBasis): Decided {
  const { at, standing } = act;
  const refused = unlessStatus(act, 'approved') ?? unlessFit(act, basis);
  if (refused) return refused;
  const { effectiveFrom } = standing;
  if (effectiveFrom === undefined || effectiveFrom > at) {
    return refuse('date_in_future', effectiveFrom === undefined ? {} : { from: iso(effectiveFrom) });
  }
  return steps({ at, by: { kind: 'system' } }, { type: 'tookEffect' });
}

function unlessFit(
  { standing, document }: Pick<Act, 'standing' | 'document'>,
  { inForce, rosterIssues }: EffectBasis,
): Refused | undefined {
  const older = unlessNewer({ document }, inForce);
  if (older) return older;
  const { approval } = standing;
  // Approved without a review because it hardly differed from what was in force then, not from what is now.
  if (approval?.review === 'minor' && approval.base !== inForce?.hash) {
    return refuse('base_superseded', { base: approval.base }, inForce === undefined ? {} : { base: inForce.hash });
  }
  if (rosterIssues.length === 0) return undefined;
  const inWords = (lang: Lang) => rosterIssues.map(({ path, message }) => `${pathText(path)}: ${message[lang]}`);
  return refuse('roster_unfit', { 'zh-CN': inWords('zh-CN'), en: inWords('en') });
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
