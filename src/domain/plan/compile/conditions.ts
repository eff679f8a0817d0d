import type { Condition } from '../condition.js';
import type { WrittenCondition } from '../schema/conditions.js';

/** Throws for a condition that has none of its forms; `references/conditions.ts` refuses such a plan before. */
export function compileCondition(written: WrittenCondition): Condition {
  const { fact, atLeast, is, incidentLevel, level, categories, all, any, count, of } = written;
  if (all) return { all: all.map(compileCondition) };
  if (any) return { any: any.map(compileCondition) };
  if (of && count !== undefined) return { count, of: of.map(compileCondition) };
  if (fact !== undefined && is !== undefined) return { fact, is };
  if (fact !== undefined && typeof atLeast === 'number') return { fact, atLeast };
  if (fact !== undefined && typeof atLeast === 'string') return { fact, option: atLeast };
  if (categories) return { categories };
  if (incidentLevel !== undefined) return { incidentLevel };
  if (level !== undefined) return { level };
  throw new RangeError(`not a condition: ${JSON.stringify(written)}`);
}
