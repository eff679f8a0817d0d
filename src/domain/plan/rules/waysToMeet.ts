import type { CategoryId, CompiledPlan } from '../compiled.js';
import type { Condition, Facts, FactValue } from '../condition.js';

/** The least that meets a condition in one way. Without `categories`, any category will do. */
export interface Way {
  facts: Facts;
  categories?: CategoryId[];
}

/** More than a person would write; beyond it, "count of" makes a plan that nobody can check by asking. */
const MOST_WAYS = 1_000;

/** Every way to meet a condition of grading; none if its parts exclude one another; undefined if there are too many. */
export function waysToMeet(condition: Condition, plan: Pick<CompiledPlan, 'facts'>): Way[] | undefined {
  if ('any' in condition) return oneOf(condition.any.map((part) => waysToMeet(part, plan)));
  if ('all' in condition) return allOf(condition.all, plan);
  if ('of' in condition) {
    const choices = choose(condition.of, condition.count);
    return choices && oneOf(choices.map((parts) => allOf(parts, plan)));
  }
  if ('categories' in condition) return [{ facts: {}, categories: condition.categories }];
  if ('is' in condition) return [{ facts: { [condition.fact]: condition.is } }];
  if ('option' in condition) return [{ facts: { [condition.fact]: condition.option } }];
  if ('atLeast' in condition) return [{ facts: { [condition.fact]: condition.atLeast } }];
  // Grading asks for no level: `references/conditions.ts` refuses that.
  return undefined;
}

function oneOf(parts: (Way[] | undefined)[]): Way[] | undefined {
  const known = parts.filter((ways) => ways !== undefined);
  const ways = known.flat();
  return known.length < parts.length || ways.length > MOST_WAYS ? undefined : ways;
}

function allOf(parts: Condition[], plan: Pick<CompiledPlan, 'facts'>): Way[] | undefined {
  let together: Way[] = [{ facts: {} }];
  for (const part of parts) {
    const ways = waysToMeet(part, plan);
    if (ways === undefined || together.length * ways.length > MOST_WAYS) return undefined;
    together = together.flatMap((a) => ways.map((b) => both(a, b, plan)).filter((way) => way !== undefined));
  }
  return together;
}

/** Undefined when they exclude one another. */
function both(a: Way, b: Way, plan: Pick<CompiledPlan, 'facts'>): Way | undefined {
  const facts = { ...a.facts };
  for (const [fact, value] of Object.entries(b.facts)) {
    const known = facts[fact];
    const worse =
      known === undefined ? value : worseOf(known, value, plan.facts.find(({ id }) => id === fact)?.options);
    if (worse === undefined) return undefined;
    facts[fact] = worse;
  }
  const categories =
    a.categories && b.categories
      ? a.categories.filter((id) => b.categories?.includes(id))
      : (a.categories ?? b.categories);
  if (categories?.length === 0) return undefined;
  return { facts, ...(categories === undefined ? {} : { categories }) };
}

function worseOf(a: FactValue, b: FactValue, options: string[] = []): FactValue | undefined {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  if (typeof a === 'string' && typeof b === 'string') return options[Math.max(options.indexOf(a), options.indexOf(b))];
  return a === b ? a : undefined;
}

function choose<T>(items: T[], count: number): T[][] | undefined {
  let chosen: T[][] = [[]];
  let size = 1;
  for (let k = 0; k < count; k++) size = (size * (items.length - k)) / (k + 1);
  if (size > MOST_WAYS) return undefined;
  items.forEach((item, i) => {
    const left = items.length - i - 1;
    chosen = chosen.flatMap((some) => {
      const withItem = some.length < count ? [[...some, item]] : [];
      return some.length + left >= count ? [...withItem, some] : withItem;
    });
  });
  return chosen;
}
