export * from './events.js';
export { isBeyondSimulation } from './beyondSimulation.js';
export { evolve, initial, restored } from './evolve.js';
export * from './machine.js';
export type * from './messages.js';
export { PAPERS_AFTER } from './asked.js';
export { readDrillDecision, readPreemption } from './guards.js';
export { DRILL_PAPERS } from './papers.js';
export type { DrillFile, DrillPaper } from './papers.js';
export { authors, everybody, mayApprove, staffOf } from './people.js';
export { addedInject, injectsOf, latestEnd } from './injects.js';
export type { SeenEvent } from './patterns.js';
export {
  countingRatings,
  deciding,
  HOW_PLAYED,
  howPlayed,
  proposedRatings,
  RATED_BY,
  ratedByRecord,
  ratingOf,
  ratingsNow,
} from './proposed.js';
export type { Deciding, Proposed, RatedBy } from './proposed.js';
export { FIGURE_EVENTS, figuresSeen } from './figures.js';
export { unimproved, weakCriteria } from './unimproved.js';
export type { DrillFigures, RatedFigure } from './figures.js';
export { objectiveResults, resultNow } from './result.js';
export type { BrokenOff } from './result.js';
export { acceptedByPeople, simulatedStep } from './simulated.js';
export { beginsInThePast } from './revise.js';
export { DRILL_REFUSALS, refuse } from './refusals.js';
export type { DrillRefusal, Refused } from './refusals.js';
export * from './state.js';
export { departmentsOf, drillRules, inPostToday, usualRoles } from './fromPlan.js';
export type { DrillsOfPlan } from './fromPlan.js';
export { drillKey } from './key.js';
export * from './coverage.js';
export * from './programme.js';
export { EXAMINED, weaknessesSeen } from './weaknesses.js';
export { waitingSince } from './waiting.js';
export type { Waiting } from './waiting.js';
export type { DrillWeakness } from './weaknesses.js';
export { planDrill, scheduledDrillId } from './planDrill.js';
export { actionCounts, comparison, isTime, LEFT_OUT, runOfDrill, runOfIncident } from './compare.js';
export type { ComparedRow, Comparison, LeftOut, Run } from './compare.js';
