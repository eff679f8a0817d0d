import type { CategoryId, FactId, IncidentLevelId, LevelId } from './compiled.js';

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

/** A condition made ready to be asked of many sets of facts: thousands a second, while one looks at a plan. */
export interface Question {
  truth: (known: Known) => Truth;
  /** The facts that make it true; none when it is not. */
  evidence: (known: Known) => Facts;
}

/** Kleene's three-valued logic: what is unknown decides nothing unless the rest decides without it. */
export function questionOf(condition: Condition, ladders: Ladders): Question {
  if ('all' in condition) return countOf(condition.all, condition.all.length, ladders);
  if ('any' in condition) return countOf(condition.any, 1, ladders);
  if ('of' in condition) return countOf(condition.of, condition.count, ladders);
  if ('categories' in condition) {
    const of = new Set(condition.categories);
    return withoutEvidence(({ category }) => (category === undefined ? undefined : of.has(category)));
  }
  if ('incidentLevel' in condition) {
    const reached = atLeastAsSevere(ladders.incidentLevels, condition.incidentLevel);
    return withoutEvidence(({ incidentLevel }) => reached(incidentLevel));
  }
  if ('level' in condition) {
    const reached = atLeastAsSevere(ladders.levels, condition.level);
    return withoutEvidence(({ level }) => reached(level));
  }
  return aboutFact(condition, ladders);
}

export function evaluate(condition: Condition, known: Known, ladders: Ladders): Truth {
  return askedBefore(condition, ladders).truth(known);
}

const questions = new WeakMap<Ladders, WeakMap<Condition, Question>>();

/** A plan asks the same of every fact that is told. */
function askedBefore(condition: Condition, ladders: Ladders): Question {
  let ofPlan = questions.get(ladders);
  if (ofPlan === undefined) questions.set(ladders, (ofPlan = new WeakMap()));
  let question = ofPlan.get(condition);
  if (question === undefined) ofPlan.set(condition, (question = questionOf(condition, ladders)));
  return question;
}

/** Every fact that a condition asks for, each once. */
export function factsIn(condition: Condition): FactId[] {
  const inner = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  const parts = inner ?? ('of' in condition ? condition.of : []);
  const own = 'fact' in condition ? [condition.fact] : [];
  return [...new Set([...own, ...parts.flatMap(factsIn)])];
}

function countOf(parts: Condition[], needed: number, ladders: Ladders): Question {
  const questions = parts.map((part) => questionOf(part, ladders));
  const truth = (known: Known): Truth => {
    let met = 0;
    let open = 0;
    for (const question of questions) {
      const answer = question.truth(known);
      if (answer === true) met += 1;
      if (answer === undefined) open += 1;
    }
    if (met >= needed) return true;
    return met + open >= needed ? undefined : false;
  };
  const evidence = (known: Known): Facts =>
    truth(known) === true ? (Object.assign({}, ...questions.map((part) => part.evidence(known))) as Facts) : {};
  return { truth, evidence };
}

function withoutEvidence(truth: Question['truth']): Question {
  return { truth, evidence: () => ({}) };
}

function atLeastAsSevere(ladder: readonly { id: string }[], needed: string): (found: string | undefined) => Truth {
  const at = new Map(ladder.map(({ id }, i) => [id, i]));
  const limit = at.get(needed) ?? -1;
  return (found) => {
    const rank = found === undefined ? undefined : at.get(found);
    return rank === undefined ? undefined : rank <= limit;
  };
}

type FactCondition = Extract<Condition, { fact: FactId }>;

function aboutFact(condition: FactCondition, ladders: Ladders): Question {
  const { fact } = condition;
  const compare = comparison(condition, ladders);
  const truth = ({ facts }: Known): Truth => compare(facts[fact]);
  const evidence = (known: Known): Facts => {
    const value = known.facts[fact];
    return value !== undefined && truth(known) === true ? { [fact]: value } : {};
  };
  return { truth, evidence };
}

/** A value of another type than the plan's is no knowledge. */
function comparison(condition: FactCondition, { facts }: Ladders): (value: FactValue | undefined) => Truth {
  if ('is' in condition) return (value) => (typeof value === 'boolean' ? value === condition.is : undefined);
  if ('atLeast' in condition) return (value) => (typeof value === 'number' ? value >= condition.atLeast : undefined);
  const options = facts.find(({ id }) => id === condition.fact)?.options ?? [];
  const at = new Map(options.map((option, i) => [option, i]));
  const needed = at.get(condition.option) ?? -1;
  return (value) => {
    const rank = typeof value === 'string' ? at.get(value) : undefined;
    return rank === undefined ? undefined : rank >= needed;
  };
}
