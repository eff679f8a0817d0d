import type { CriterionId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { actorName } from '../actor.js';
import { authorityOf, postsFor } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';
import { itemsOf, stillOpen } from '../stillOpen.js';

/** The declared end: proposed with the criteria met, confirmed by a second person where the level asks for it. */
export const termination: Room<'termination'> = {
  name: 'termination',
  initial: {},

  evolve(slice, event) {
    switch (event.type) {
      case 'terminationProposed':
        return { proposed: { by: event.actor, at: event.at, criteria: event.criteria, reason: event.texts.reason } };
      case 'terminationWithdrawn':
      case 'terminationLapsed':
        return {};
      case 'terminated':
        return { ...slice, terminatedAt: event.at };
      default:
        return slice;
    }
  },

  decide: { terminate },

  react(state, event) {
    const { proposed } = state.termination;
    const lapses = event.type === 'levelChanged' || event.type === 'planMoved' || event.type === 'categoryChanged';
    if (lapses && proposed) return [{ type: 'terminationLapsed', why: event.type }];
    if (event.type === 'terminationProposed' && !needsSecondSignature(state)) return terminated(state);
    return [];
  },

  openItems(state, at) {
    if (state.phase !== 'responding') return [];
    const criteria = missing(state, state.termination.proposed?.criteria ?? []);
    return [...itemsOf(stillOpen(state, at)), ...criteria.map((id) => ({ code: 'criterion_open', id }) as const)];
  },
};

function terminate(state: State, message: MessageOf<'terminate'>, at: Instant): EventBody[] {
  if (state.phase !== 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['responding'] })];
  }
  switch (message.action) {
    case 'propose':
      return propose(state, message, at);
    case 'confirm':
      return confirm(state, message);
    case 'withdraw':
      return withdraw(state, message);
  }
}

function propose(state: State, message: MessageOf<'terminate'>, at: Instant): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'proposeTermination'));
  if ('code' in by) return [by];
  const { proposed } = state.termination;
  if (proposed) return [refusal('already_proposed', { by: actorName(proposed.by) })];
  const criteria = [...new Set(message.criteria ?? [])];
  const known = state.basis.plan.termination.criteria.map((c) => c.id);
  const unknown = criteria.filter((id) => !known.includes(id));
  if (unknown.length > 0) return [refusal('unknown_criteria', { criteria: unknown }, { criteria: known })];
  const open = missing(state, criteria);
  if (open.length > 0) return [refusal('criteria_missing', { criteria }, { criteria: open })];
  if (!message.reason?.trim()) return [refusal('reason_required')];
  const unfinished = stillOpen(state, at);
  return [{ type: 'terminationProposed', ...by, criteria, open: unfinished, texts: { reason: message.reason } }];
}

function confirm(state: State, message: MessageOf<'terminate'>): EventBody[] {
  const { proposed } = state.termination;
  const by = authorityOf(state, message.actor, postsFor(state, 'confirmTermination'));
  if ('code' in by) return [by];
  if (!proposed) return [refusal('nothing_proposed')];
  if (actorName(proposed.by) === actorName(message.actor)) {
    return [refusal('second_person_required', { proposedBy: actorName(proposed.by) })];
  }
  return terminated(state, by);
}

function withdraw(state: State, message: MessageOf<'terminate'>): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'proposeTermination'));
  if ('code' in by) return [by];
  if (!state.termination.proposed) return [refusal('nothing_proposed')];
  if (!message.reason?.trim()) return [refusal('reason_required')];
  return [{ type: 'terminationWithdrawn', ...by, texts: { reason: message.reason } }];
}

function terminated(state: State, by?: { authority: PostId }): EventBody[] {
  const { proposed } = state.termination;
  const { level } = state.grading;
  if (!proposed || level === undefined) return [];
  return [{ type: 'terminated', ...by, proposedBy: proposed.by, level }];
}

function needsSecondSignature(state: State): boolean {
  const { level } = state.grading;
  return level !== undefined && state.basis.plan.termination.secondSignature.includes(level);
}

function missing(state: State, criteria: CriterionId[]): CriterionId[] {
  const { level } = state.grading;
  return state.basis.plan.termination.criteria
    .filter((c) => c.levels === undefined || (level !== undefined && c.levels.includes(level)))
    .map((c) => c.id)
    .filter((id) => !criteria.includes(id));
}
