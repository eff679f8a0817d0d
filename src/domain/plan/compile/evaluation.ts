import type { EvaluationRule } from '../compiled.js';
import type { PlanDocument } from '../schema.js';

export function compileEvaluation({ evaluation }: NonNullable<PlanDocument['drills']>): EvaluationRule {
  const { criteria, ratings, weights, conclusions, criticalCap } = evaluation;
  return {
    criteria: criteria.map(({ id, axis, critical, measuredBy }) => ({
      id,
      ...(axis === 'none' ? {} : { axis }),
      ...(critical === true ? { critical } : {}),
      ...(measuredBy === undefined ? {} : { measuredBy }),
    })),
    scores: Object.fromEntries(ratings.map(({ id, score }) => [id, score])),
    weights,
    conclusions: conclusions.map(({ id, from }) => ({ id, from })),
    criticalCap,
  };
}
