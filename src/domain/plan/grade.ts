import type { CompiledPlan, CriterionId, FactId, IncidentLevelId, LevelId, RuleId } from './compiled.js';
import { evaluate, evidenceFor, factsIn, isReadable } from './condition.js';
import type { Condition, Facts, Known } from './condition.js';

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
  /** Facts that could still raise a level. */
  unknown: FactId[];
}

/**
 * Grading 定级. Total: every set of facts has an answer. The most severe hit wins; what is unknown never lowers anything,
 * it is listed. It proposes; a person decides, and a person alone lowers (standards: engine rules).
 */
export function grade(plan: CompiledPlan, facts: Facts, category?: string): Proposal {
  const known: Known = { facts, ...(category === undefined ? {} : { category }) };
  const rank = ranks(plan);
  const hits = plan.criteria
    .filter(({ when }) => evaluate(when, known, plan) === true)
    .map(({ id, incidentLevel, when }): Hit => ({
      criterion: id,
      incidentLevel,
      evidence: evidenceFor(when, known, plan),
    }))
    .sort((a, b) => rank.incident(a.incidentLevel) - rank.incident(b.incidentLevel));
  const incidentLevel = hits[0]?.incidentLevel ?? plan.incidentLevels.at(-1)?.id ?? '';
  const normal = plan.incidentLevels.find((level) => level.id === incidentLevel)?.level ?? '';

  const raising = { ...known, incidentLevel };
  const raises = plan.responseRules
    .filter(({ atLeast, when }) => rank.level(atLeast) < rank.level(normal) && evaluate(when, raising, plan) === true)
    .map(({ id, atLeast, when }): Raise => ({ rule: id, level: atLeast, evidence: evidenceFor(when, raising, plan) }))
    .sort((a, b) => rank.level(a.level) - rank.level(b.level));
  const level = raises[0]?.level ?? normal;

  const open = [
    ...plan.criteria.filter((c) => rank.incident(c.incidentLevel) < rank.incident(incidentLevel)),
    ...plan.responseRules.filter((r) => rank.level(r.atLeast) < rank.level(level)),
  ];
  return { incidentLevel, level, hits, raises, unknown: unknownIn(open, raising, plan) };
}

/** Without one, the proposal is only the mildest level, for want of knowledge: that alone activates nothing. */
export function hasReasons(proposal: Proposal | undefined): proposal is Proposal {
  return proposal !== undefined && proposal.hits.length + proposal.raises.length > 0;
}

/** Facts that conditions ask for and nobody has told in a way the plan can read, where they are not decided without them. */
function unknownIn(open: { when: Condition }[], known: Known, plan: CompiledPlan): FactId[] {
  const undecided = open.filter(({ when }) => evaluate(when, known, plan) === undefined);
  const isKnown = (id: FactId): boolean => {
    const [fact, value] = [plan.facts.find((f) => f.id === id), known.facts[id]];
    return fact !== undefined && value !== undefined && isReadable(fact, value);
  };
  return [...new Set(undecided.flatMap(({ when }) => factsIn(when)))].filter((id) => !isKnown(id));
}

function ranks(plan: CompiledPlan): { incident: (id: IncidentLevelId) => number; level: (id: LevelId) => number } {
  const incident = new Map(plan.incidentLevels.map(({ id }, i) => [id, i]));
  const level = new Map(plan.levels.map(({ id }, i) => [id, i]));
  return { incident: (id) => incident.get(id) ?? Infinity, level: (id) => level.get(id) ?? Infinity };
}
