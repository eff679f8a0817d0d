import type { CompiledPlan, CriterionId, FactId, IncidentLevelId, LevelId, RuleId } from './compiled.js';
import { factsIn, questionOf } from './condition.js';
import type { Facts, Known, Question } from './condition.js';
import { valueFault } from './reportFault.js';

/** A criterion that the facts meet, with the facts that meet it. */
export interface Hit {
  criterion: CriterionId;
  incidentLevel: IncidentLevelId;
  evidence: Facts;
}

/** A rule that calls for more than the incident level does. */
export interface Raise {
  rule: RuleId;
  level: LevelId;
  evidence: Facts;
}

/** What the plan makes of what is known: how bad it is and what is to be done, each with its reasons. */
export interface Proposal {
  incidentLevel: IncidentLevelId;
  level: LevelId;
  /** Criteria that are met, the most severe first. None: the mildest level, because nothing says more. */
  hits: Hit[];
  /** Rules by which the response is stronger than the incident level asks for. */
  raises: Raise[];
  /** Facts that could still raise a level, those of the most severe criteria first. */
  unknown: FactId[];
}

/**
 * Grading 定级. Total: every set of facts has an answer. The most severe hit wins; what is unknown never lowers anything,
 * it is listed. It proposes; a person decides, and a person alone lowers (standards: engine rules).
 */
export function grade(plan: CompiledPlan, facts: Facts, category?: string): Proposal {
  const { criteria, rules, normalLevel, rankOf } = prepared(plan);
  const known: Known = { facts, ...(category === undefined ? {} : { category }) };
  const met = criteria.map(({ question }) => question.truth(known));
  const hits = criteria
    .filter((_, i) => met[i] === true)
    .map(({ id, incidentLevel, question }): Hit => ({
      criterion: id,
      incidentLevel,
      evidence: question.evidence(known),
    }));
  const incidentLevel = hits[0]?.incidentLevel ?? plan.incidentLevels.at(-1)?.id ?? '';
  const normal = normalLevel.get(incidentLevel) ?? '';

  const raising = { incidentLevel, ...known };
  const called = rules.map(({ question }) => question.truth(raising));
  const raises = rules
    .filter(({ rank }, i) => called[i] === true && rank < rankOf(normal))
    .map(({ id, atLeast, question }): Raise => ({ rule: id, level: atLeast, evidence: question.evidence(raising) }));
  const level = raises[0]?.level ?? normal;

  const reached = criteria.find((criterion) => criterion.incidentLevel === incidentLevel)?.rank ?? Infinity;
  const open = [
    ...criteria.filter(({ rank }, i) => met[i] === undefined && rank < reached),
    ...rules.filter(({ rank }, i) => called[i] === undefined && rank < rankOf(level)),
  ];
  return { incidentLevel, level, hits, raises, unknown: unknownIn(open, facts, plan) };
}

/** Without one, the proposal is only the mildest level, for want of knowledge: that alone activates nothing. */
export function hasReasons(proposal: Proposal | undefined): proposal is Proposal {
  return proposal !== undefined && proposal.hits.length + proposal.raises.length > 0;
}

/** Facts that open conditions ask for and nobody has told in a way that the plan can read, each once. */
function unknownIn(open: { facts: FactId[] }[], told: Facts, plan: CompiledPlan): FactId[] {
  const { factById } = prepared(plan);
  const isKnown = (id: FactId): boolean => {
    const [fact, value] = [factById.get(id), told[id]];
    return fact !== undefined && value !== undefined && valueFault(fact, value) === undefined;
  };
  return [...new Set(open.flatMap(({ facts }) => facts))].filter((id) => !isKnown(id));
}

/** What is the same for every set of facts. Ranks: 0 is the most severe. */
interface Prepared {
  /** The most severe first. */
  criteria: { id: CriterionId; incidentLevel: IncidentLevelId; question: Question; facts: FactId[]; rank: number }[];
  rules: { id: RuleId; atLeast: LevelId; question: Question; facts: FactId[]; rank: number }[];
  normalLevel: Map<IncidentLevelId, LevelId>;
  rankOf: (level: LevelId) => number;
  factById: Map<FactId, CompiledPlan['facts'][number]>;
}

const preparedPlans = new WeakMap<CompiledPlan, Prepared>();

function prepared(plan: CompiledPlan): Prepared {
  const before = preparedPlans.get(plan);
  if (before) return before;
  const severity = ranks(plan.incidentLevels);
  const rankOf = ranks(plan.levels);
  const bySeverity = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank;
  const now: Prepared = {
    criteria: plan.criteria
      .map(({ id, incidentLevel, when }) => ({
        id,
        incidentLevel,
        question: questionOf(when, plan),
        facts: factsIn(when),
        rank: severity(incidentLevel),
      }))
      .sort(bySeverity),
    rules: plan.responseRules
      .map(({ id, atLeast, when }) => ({
        id,
        atLeast,
        question: questionOf(when, plan),
        facts: factsIn(when),
        rank: rankOf(atLeast),
      }))
      .sort(bySeverity),
    normalLevel: new Map(plan.incidentLevels.map(({ id, level }) => [id, level])),
    rankOf,
    factById: new Map(plan.facts.map((fact) => [fact.id, fact])),
  };
  preparedPlans.set(plan, now);
  return now;
}

function ranks(ladder: readonly { id: string }[]): (id: string) => number {
  const at = new Map(ladder.map(({ id }, i) => [id, i]));
  return (id) => at.get(id) ?? Infinity;
}
