import type { EvaluationRule } from '../compiled.js';
import type { PlanDocument } from '../schema.js';

export function compileEvaluation({ evaluation }: NonNullable<PlanDocument['drills']>): EvaluationRule {
  const { criteria, ratings, weights, conclusions, criticalCap } = evaluation;
  return {
    criteria: criteria.map(({ id, axis, critical, measuredBy, weaknesses }) => ({
      id,
      ...(axis === 'none' ? {} : { axis }),
      ...(critical === true ? { critical } : {}),
      ...(measuredBy === undefined ? {} : { measuredBy }),
      ...(weaknesses === undefined ? {} : { weaknesses }),
    })),
    scores: Object.fromEntries(ratings.map(({ id, score }) => [id, score])),
    weights,
    conclusions: conclusions.map(({ id, from }) => ({ id, from })),
    criticalCap,
  };
}
