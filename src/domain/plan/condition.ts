import type { CategoryId, CompiledPlan, FactId, IncidentLevelId, LevelId } from './compiled.js';

/** When something applies, as the compiled plan has it. See `schema/conditions.ts` for how it is written. */
export type Condition =
  | { fact: FactId; atLeast: number }
  /** A choice: this option or one further down its list. */
  | { fact: FactId; option: string }
  | { fact: FactId; is: boolean }
  | { incidentLevel: IncidentLevelId }
  | { level: LevelId }
  | { categories: CategoryId[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { count: number; of: Condition[] };

export type FactValue = number | boolean | string;
export type Facts = Record<FactId, FactValue>;

/** What is known when a condition is asked. What is absent is unknown. */
export interface Known {
  facts: Facts;
  category?: CategoryId;
  incidentLevel?: IncidentLevelId;
  level?: LevelId;
}

/** The orders that conditions compare by. A compiled plan has them. */
export interface Ladders {
  facts: readonly { id: FactId; options?: readonly string[] }[];
  incidentLevels: readonly { id: IncidentLevelId }[];
  levels: readonly { id: LevelId }[];
}

/** `undefined`: what is known does not decide it. */
export type Truth = true | false | undefined;

/** Kleene's three-valued logic: what is unknown decides nothing unless the rest decides without it. */
export function evaluate(condition: Condition, known: Known, ladders: Ladders): Truth {
  if ('all' in condition) return countOf(condition.all, condition.all.length, known, ladders);
  if ('any' in condition) return countOf(condition.any, 1, known, ladders);
  if ('of' in condition) return countOf(condition.of, condition.count, known, ladders);
  if ('categories' in condition) {
    return known.category === undefined ? undefined : condition.categories.includes(known.category);
  }
  if ('incidentLevel' in condition) {
    return atLeastAsSevere(ladders.incidentLevels, known.incidentLevel, condition.incidentLevel);
  }
  if ('level' in condition) return atLeastAsSevere(ladders.levels, known.level, condition.level);
  return evaluateFact(condition, known.facts[condition.fact], ladders);
}

/** Every fact that a condition asks for, each once. */
export function factsIn(condition: Condition): FactId[] {
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  const parts = inner ?? ('of' in condition ? condition.of : []);
  const own = 'fact' in condition ? [condition.fact] : [];
  return [...new Set([...own, ...parts.flatMap(factsIn)])];
}

/** The facts that make a true condition true. */
export function evidenceFor(condition: Condition, known: Known, ladders: Ladders): Facts {
  if (evaluate(condition, known, ladders) !== true) return {};
  if ('fact' in condition) {
    const value = known.facts[condition.fact];
    return value === undefined ? {} : { [condition.fact]: value };
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  const inner = parts ?? ('of' in condition ? condition.of : []);
  return Object.assign({}, ...inner.map((part) => evidenceFor(part, known, ladders))) as Facts;
}

function countOf(parts: Condition[], needed: number, known: Known, ladders: Ladders): Truth {
  let met = 0;
  let open = 0;
  for (const part of parts) {
    const truth = evaluate(part, known, ladders);
    if (truth === true) met += 1;
    if (truth === undefined) open += 1;
  }
  if (met >= needed) return true;
  return met + open >= needed ? undefined : false;
}

function atLeastAsSevere(ladder: readonly { id: string }[], found: string | undefined, needed: string): Truth {
  if (found === undefined) return undefined;
  const at = ladder.findIndex((level) => level.id === found);
  return at < 0 ? undefined : at <= ladder.findIndex((level) => level.id === needed);
}

/** Whether a value is of the type that the plan gives the fact, and an option that it has. */
export function isReadable(fact: Pick<CompiledPlan['facts'][number], 'type' | 'options'>, value: FactValue): boolean {
  if (fact.type === 'choice') return typeof value === 'string' && (fact.options ?? []).includes(value);
  return typeof value === fact.type;
}

type FactCondition = Extract<Condition, { fact: FactId }>;

/** A value of another type than the plan's is no knowledge. */
function evaluateFact(condition: FactCondition, value: FactValue | undefined, ladders: Ladders): Truth {
  if ('is' in condition) return typeof value === 'boolean' ? value === condition.is : undefined;
  if ('atLeast' in condition) return typeof value === 'number' ? value >= condition.atLeast : undefined;
  const options = ladders.facts.find((fact) => fact.id === condition.fact)?.options ?? [];
  const at = typeof value === 'string' ? options.indexOf(value) : -1;
  return at < 0 ? undefined : at >= options.indexOf(condition.option);
}
