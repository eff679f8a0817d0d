import type { Condition } from '../condition.js';
import type { PlanDocument } from '../schema.js';
import type { WrittenCondition } from '../schema/conditions.js';
import { criteriaOfPack } from './packs.js';

/** What a condition about the criteria of a pack is made from. */
type Grading = Pick<PlanDocument, 'gradingCriteria' | 'incidentLevels'>;

/** Throws for a condition that has none of its forms; `references/conditions.ts` refuses such a plan before. */
export function compileCondition(written: WrittenCondition, plan: Grading): Condition {
  const { fact, atLeast, is, incidentLevel, pack, level, categories, all, any, count, of } = written;
  const compiled = (parts: WrittenCondition[]) => parts.map((part) => compileCondition(part, plan));
  if (all) return { all: compiled(all) };
  if (any) return { any: compiled(any) };
  if (of && count !== undefined) return { count, of: compiled(of) };
  if (fact !== undefined && is !== undefined) return { fact, is };
  if (fact !== undefined && typeof atLeast === 'number') return { fact, atLeast };
  if (fact !== undefined && typeof atLeast === 'string') return { fact, option: atLeast };
  if (categories) return { categories };
  if (incidentLevel !== undefined) {
    return pack === undefined ? { incidentLevel } : byPack(criteriaOfPack(plan, pack, incidentLevel), plan);
  }
  if (level !== undefined) return { level };
  throw new RangeError(`not a condition: ${JSON.stringify(written)}`);
}

/** A criterion without what it sets and belongs to. Of several thresholds of one fact, the lowest says what the others say. */
function byPack(criteria: PlanDocument['gradingCriteria'], plan: Grading): Condition {
  const any = criteria.map(({ incidentLevel: _, ...criterion }) => compileCondition(criterion, plan));
  const lowest = new Map<string, number>();
  for (const condition of any) {
    if (!('atLeast' in condition)) continue;
    lowest.set(condition.fact, Math.min(condition.atLeast, lowest.get(condition.fact) ?? Infinity));
  }
  return {
    any: any.filter((condition) => !('atLeast' in condition) || lowest.get(condition.fact) === condition.atLeast),
  };
}
