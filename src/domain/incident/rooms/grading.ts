import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';
import { grade, hasReasons } from '../../plan/grade.js';
import type { Proposal } from '../../plan/grade.js';
import type { Actor } from '../actor.js';
import { authorityOf, postsForLevel } from '../authority.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import { knownFacts } from '../knownFacts.js';
import { isAfterEnd } from '../phases.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { GradingSlice, State } from '../state.js';

/** How bad it is (incident level), and what we therefore do (response level). The criteria propose, a person decides. */
export const grading: Room<'grading'> = {
  name: 'grading',
  initial: {},

  evolve(slice, event) {
    switch (event.type) {
      case 'levelProposed': {
        const { incidentLevel, level, hits, raises, unknown } = event;
        return { ...slice, proposal: { incidentLevel, level, hits, raises, unknown } };
      }
      case 'confirmed':
        return { ...slice, incidentLevel: event.incidentLevel, level: event.level, reason: event.texts.reason };
      case 'treatedAsReal':
        return { ...slice, incidentLevel: event.incidentLevel, level: event.level };
      case 'planMoved':
      case 'categoryChanged':
        return { ...slice, reason: event.texts.reason };
      case 'reopened':
        return { ...slice, incidentLevel: event.incidentLevel, level: event.level, reason: event.texts.reason };
      case 'levelChanged':
        return withReason({ ...slice, incidentLevel: event.incidentLevel, level: event.to }, event.texts?.reason);
      default:
        return slice;
    }
  },

  decide: { changeLevel, changeCategory },

  react(state, event) {
    switch (event.type) {
      case 'reported':
      case 'planMoved':
      case 'reportAbsorbed':
      case 'factAdded':
      case 'categoryChanged':
        return proposed(state, event);
      case 'levelProposed':
        return raisedByPlan(state);
      case 'confirmed':
      case 'treatedAsReal': {
        const { incidentLevel, level } = event;
        const runs = event.type === 'confirmed' && event.provisional === true;
        return runs ? [] : [{ type: 'activated', incidentLevel, level }];
      }
      default:
        return [];
    }
  },
};

function withReason({ reason: _, ...slice }: GradingSlice, reason: string | undefined): GradingSlice {
  return reason === undefined ? slice : { ...slice, reason };
}

/** What the criteria make of what is known now, where they make something else of it than before. */
function proposed(state: State, event: IncidentEvent): EventBody[] {
  const proposal = grade(state.basis.plan, knownFacts(state), state.report.category);
  const isNew = JSON.stringify(proposal) !== JSON.stringify(state.grading.proposal);
  return isNew ? [{ type: 'levelProposed', ...risen(state, proposal, event), ...proposal }] : [];
}

/** The first proposal is not more than anything: whoever is alerted reads it in the alert. */
function risen(state: State, to: Proposal, event: IncidentEvent): Pick<EventOf<'levelProposed'>, 'risen'> {
  const { proposal: before } = state.grading;
  if (before === undefined || !hasReasons(to)) return {};
  const from = hasReasons(before) ? before.level : undefined;
  if (from !== undefined && moreSevere(state, from, to.level) === from) return {};
  const teller = tellerOf(event);
  const by = teller?.kind === 'person' ? { by: teller.id } : {};
  return { risen: { ...(from === undefined ? {} : { from }), ...by } };
}

/** Whoever merges another incident into this one, or moves the plan, has told nothing. */
function tellerOf(event: IncidentEvent): Actor | undefined {
  if (event.type === 'reportAbsorbed') return event.reporter;
  return event.type === 'factAdded' ? event.actor : undefined;
}

/** What the criteria propose, where for a reason it is more than what is done. */
export function proposesMore(state: State): Proposal | undefined {
  const { level, proposal } = state.grading;
  if (level === undefined || !hasReasons(proposal)) return undefined;
  return moreSevere(state, level, proposal.level) === level ? undefined : proposal;
}

/** Up only: what is done less is decided by a person. */
function raisedByPlan(state: State): EventBody[] {
  const { level: from, incidentLevel: was } = state.grading;
  const proposal = proposesMore(state);
  if (state.phase !== 'responding' || from === undefined || was === undefined || proposal === undefined) return [];
  const { level: to } = proposal;
  if (!state.basis.plan.verification.automatic.includes(to)) return [];
  const incidentLevel = worseIncidentLevel(state, was, proposal.incidentLevel);
  return [{ type: 'levelChanged', from, to, incidentLevel, automatic: true }];
}

function changeLevel(state: State, message: MessageOf<'changeLevel'>): EventBody[] {
  const { level: from, incidentLevel: was } = state.grading;
  if (state.phase !== 'responding' || from === undefined || was === undefined) {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  if (message.reason.trim() === '') return [refusal('reason_required')];
  const unknown = unknownLevels(state, message);
  if (unknown) return [{ type: 'refused', ...unknown }];
  const to = message.level;
  const by = authorityOf(state, message.actor, postsForLevel(state, moreSevere(state, from, to)));
  if ('code' in by) return [by];
  const incidentLevel = message.incidentLevel ?? was;
  if (to === from && incidentLevel === was) return [refusal('no_change', { level: from })];
  return [{ type: 'levelChanged', ...by, from, to, incidentLevel, texts: { reason: message.reason } }];
}

/** By whoever verifies, and while a response runs by whoever decides on its level as well. */
function changeCategory(state: State, { actor, category, reason }: MessageOf<'changeCategory'>): EventBody[] {
  const { phase, report, grading: graded, basis } = state;
  if (isAfterEnd(phase)) {
    return [refusal('wrong_phase', { phase }, { phases: ['reported', 'standby', 'responding'] })];
  }
  const levelPosts = graded.level === undefined ? [] : postsForLevel(state, graded.level);
  const by = authorityOf(state, actor, [...new Set([...basis.plan.verification.posts, ...levelPosts])]);
  if ('code' in by) return [by];
  if (reason.trim() === '') return [refusal('reason_required')];
  const { categories } = basis.plan;
  if (!categories.includes(category)) return [refusal('unknown_category', { category }, { categories })];
  if (category === report.category) return [refusal('same_category', { category })];
  return [{ type: 'categoryChanged', ...by, from: report.category, to: category, texts: { reason } }];
}

/** The levels that a confirmation asks for, filled up from what the criteria propose. */
export function levelsWanted(
  state: State,
  asked: { level?: LevelId | undefined; incidentLevel?: IncidentLevelId | undefined },
): { level: LevelId; incidentLevel: IncidentLevelId } | Refusal {
  const unknown = unknownLevels(state, asked);
  if (unknown) return unknown;
  const ladder = state.basis.plan.incidentLevels;
  const { proposal } = state.grading;
  const proposed = hasReasons(proposal) ? proposal : undefined;
  const incidentLevel =
    asked.incidentLevel ?? proposed?.incidentLevel ?? ladder.find((l) => l.level === asked.level)?.id;
  const normal = ladder.find((l) => l.id === incidentLevel)?.level;
  // Whoever says how bad it is has not said that a rule for a stronger response does not count.
  const raised = (proposal?.raises ?? []).map((raise) => raise.level);
  const level = asked.level ?? raised.reduce((a, b) => (a === undefined ? b : moreSevere(state, a, b)), normal);
  if (level === undefined || incidentLevel === undefined) {
    return { code: 'level_required', found: {}, needed: { levels: state.basis.plan.levels.map((l) => l.id) } };
  }
  return { level, incidentLevel };
}

export function unknownLevels(
  state: State,
  asked: { level?: LevelId | undefined; incidentLevel?: IncidentLevelId | undefined },
): Refusal | undefined {
  const levels = state.basis.plan.levels.map((l) => l.id);
  if (asked.level !== undefined && !levels.includes(asked.level)) {
    return { code: 'unknown_level', found: { level: asked.level }, needed: { levels } };
  }
  const incidentLevels = state.basis.plan.incidentLevels.map((l) => l.id);
  if (asked.incidentLevel !== undefined && !incidentLevels.includes(asked.incidentLevel)) {
    return {
      code: 'unknown_incident_level',
      found: { incidentLevel: asked.incidentLevel },
      needed: { incidentLevels },
    };
  }
  return undefined;
}

/** The levels at which the plan starts by itself: what is proposed, else what it names for want of a proposal. */
export function provisionalLevels(state: State): { level: LevelId; incidentLevel: IncidentLevelId } {
  const { incidentLevels, levels, verification } = state.basis.plan;
  const { proposal } = state.grading;
  if (hasReasons(proposal)) return { level: proposal.level, incidentLevel: proposal.incidentLevel };
  const level = verification.onTimeout?.provisionalLevel ?? levels.at(-1)?.id ?? '';
  const incidentLevel = incidentLevels.find((known) => known.level === level) ?? incidentLevels.at(-1);
  return { level, incidentLevel: incidentLevel?.id ?? '' };
}

function worseIncidentLevel(state: State, a: IncidentLevelId, b: IncidentLevelId): IncidentLevelId {
  const order = state.basis.plan.incidentLevels.map((known) => known.id);
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}

/** To raise to a level, and to lower from it, takes the same authority. */
export function moreSevere(state: State, a: LevelId, b: LevelId): LevelId {
  const order = state.basis.plan.levels.map((l) => l.id);
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
