import type { EvaluationRule, RateRule } from '../compiled.js';
import { parseDuration } from '../duration.js';
import type { PlanDocument } from '../schema.js';

export function compileEvaluation({ evaluation }: NonNullable<PlanDocument['drills']>): EvaluationRule {
  const { criteria, ratings, weights, conclusions, criticalCap } = evaluation;
  return {
    criteria: criteria.map(({ id, axis, critical, measuredBy, rates, weaknesses }) => ({
      id,
      ...(axis === 'none' ? {} : { axis }),
      ...(critical === true ? { critical } : {}),
      ...(measuredBy === undefined ? {} : { measuredBy }),
      ...(rates === undefined ? {} : { rates: rates.map(compileRate) }),
      ...(weaknesses === undefined ? {} : { weaknesses }),
    })),
    scores: Object.fromEntries(ratings.map(({ id, score }) => [id, score])),
    weights,
    conclusions: conclusions.map(({ id, from }) => ({ id, from })),
    criticalCap,
  };
}

export type WrittenRate = NonNullable<
  NonNullable<PlanDocument['drills']>['evaluation']['criteria'][number]['rates']
>[number];

export function compileRate({ by, P, S, M }: WrittenRate): RateRule {
  return {
    ...{ by, P: boundOf(P) },
    ...(S === undefined ? {} : { S: boundOf(S) }),
    ...(M === undefined ? {} : { M: boundOf(M) }),
  };
}

function boundOf(written: string | number): number {
  return typeof written === 'string' ? parseDuration(written) : written;
}
