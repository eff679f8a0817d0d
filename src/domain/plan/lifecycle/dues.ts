import type { Instant } from '../../time.js';
import type { PlanStanding } from './standing.js';

export type DueKind = 'review' | 'evaluation';

/** When the approved version has to be reviewed and evaluated next. */
export function duesOf({ approval, evaluations }: Pick<PlanStanding, 'approval' | 'evaluations'>): {
  [kind in DueKind]: Instant | undefined;
} {
  return {
    review: approval?.reviewDue,
    evaluation: evaluations.at(-1)?.nextDue ?? approval?.evaluationDue,
  };
}

/** Those whose date has come. */
export function overdueOf(
  standing: Pick<PlanStanding, 'approval' | 'evaluations'>,
  at: Instant,
): { kind: DueKind; due: Instant }[] {
  const { review, evaluation } = duesOf(standing);
  const dues: [DueKind, Instant | undefined][] = [
    ['review', review],
    ['evaluation', evaluation],
  ];
  return dues.flatMap(([kind, due]) => (due !== undefined && due <= at ? [{ kind, due }] : []));
}
