import type { IncidentLevelId, LevelId } from '../../plan/compiled.js';
import { grade, hasReasons } from '../../plan/grade.js';
import { authorityOf, postsForLevel } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';

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
      case 'planMoved':
        return { ...slice, reason: event.texts.reason };
      case 'levelChanged':
        return { ...slice, incidentLevel: event.incidentLevel, level: event.to, reason: event.texts.reason };
      default:
        return slice;
    }
  },

  decide: { changeLevel },

  react(state, event) {
    switch (event.type) {
      case 'reported':
        return [{ type: 'levelProposed', ...grade(state.basis.plan, state.report.facts, state.report.category) }];
      case 'planMoved': {
        const proposal = grade(state.basis.plan, state.report.facts, state.report.category);
        const isNew = JSON.stringify(proposal) !== JSON.stringify(state.grading.proposal);
        return isNew ? [{ type: 'levelProposed', ...proposal }] : [];
      }
      case 'confirmed':
        return [{ type: 'activated', incidentLevel: event.incidentLevel, level: event.level }];
      default:
        return [];
    }
  },
};

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

/** The levels that a confirmation asks for, filled up from what the criteria propose. */
export function levelsWanted(
  state: State,
  asked: { level?: LevelId; incidentLevel?: IncidentLevelId },
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

function unknownLevels(state: State, asked: { level?: LevelId; incidentLevel?: IncidentLevelId }): Refusal | undefined {
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

/** To raise to a level, and to lower from it, takes the same authority. */
function moreSevere(state: State, a: LevelId, b: LevelId): LevelId {
  const order = state.basis.plan.levels.map((l) => l.id);
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
