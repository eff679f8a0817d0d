import type { PlanDocument } from '../schema.js';
import type { InForce } from './act.js';
import type { ReviewKind } from './steps.js';

/** Whether a difference touches command, duties, procedure, levels or measures (应急预案管理办法, art. 37). */
export interface WeighedChange {
  weight: 'substantial' | 'other';
}

/** An approved version in force, with its content. */
export interface Base extends InForce {
  document: PlanDocument;
  /** False for the sample: a small change to what nobody approved is no reason to spare the review. */
  isApproved: boolean;
}

/** How a version must be reviewed: in full, unless nothing substantial differs from an approved version in force. */
export function reviewKindOf(
  document: PlanDocument,
  base: Base | undefined,
  diff: (from: PlanDocument, to: PlanDocument) => WeighedChange[],
): ReviewKind {
  if (!base?.isApproved || base.id !== document.plan.id) return { review: 'full' };
  const isMinor = diff(base.document, document).every(({ weight }) => weight === 'other');
  return isMinor ? { review: 'minor', base: base.hash } : { review: 'full' };
}
