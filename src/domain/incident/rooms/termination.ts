import type { CriteriaLapse, EventBody, IncidentEvent } from '../events.js';
import type { OpenItem, Room } from '../room.js';
import type { State } from '../state.js';
import { stillOpen } from '../stillOpen.js';
import { confirmedThem, criteriaOpen, firstPost } from '../termination/criteria.js';
import { decideCriterion } from '../termination/decideCriterion.js';
import { decideEnd, ended } from '../termination/decideEnd.js';
import { decideReopening } from '../termination/decideReopening.js';
import { evolveTermination } from '../termination/evolve.js';
import { decideDismissal, signIn, undecided } from '../termination/recurrence.js';

/**
 * The declared end 应急终止. Each condition of it is met on the word of the post that the plan names. It is proposed once
 * nothing stands against it, signed by a second person where the level asks for that, and takes effect only if nothing
 * stands against it then either. Although something does, it ends on the word of two people whom the plan names for that.
 * For the plan's watch time 观察期 after it, and as long as somebody has to say whether it has come back, a recurrence
 * reopens the incident; then the response runs as it did before.
 */
export const termination: Room<'termination'> = {
  name: 'termination',
  initial: {},
  evolve: evolveTermination,
  decide: {
    criterion: decideCriterion,
    terminate: decideEnd,
    reopen: decideReopening,
    dismissRecurrence: decideDismissal,
  },

  react(state, event, allOpen) {
    switch (event.type) {
      case 'reportAbsorbed':
      case 'factAdded':
        return signIn(state, event);
      case 'levelChanged':
      case 'planMoved':
      case 'categoryChanged':
      case 'reopened':
        return lapsed(state, event);
      case 'terminationProposed':
        return event.override === true || needsSecondSignature(state) ? [] : ended(state, event.at, allOpen);
      default:
        return [];
    }
  },

  due: ({ termination: { watchUntil, recurrence } }) => recurrence?.next.at ?? watchUntil,
  wake(state) {
    const { recurrence } = state.termination;
    return recurrence === undefined ? [{ type: 'watchEnded' }] : [undecided(state, recurrence)];
  },

  openItems(state, at) {
    if (state.phase !== 'responding') return [];
    const criteria = criteriaOpen(state).map((rule): OpenItem => {
      const post = firstPost(state, rule, at);
      return { code: 'criterion_open', id: rule.id, ...(post === '' ? {} : { post }) };
    });
    return [...stillOpen(state, at), ...criteria];
  },
};

/** What was met before may be met no more, or something else may be asked for. */
function lapsed(state: State, { type: why }: IncidentEvent & { type: CriteriaLapse }): EventBody[] {
  const { confirmed = {}, proposed } = state.termination;
  const criteria = Object.keys(confirmed);
  return [
    ...(proposed === undefined ? [] : [{ type: 'terminationLapsed' as const, why }]),
    ...(criteria.length === 0
      ? []
      : [{ type: 'criteriaLapsed' as const, why, criteria, tell: confirmedThem(state, criteria) }]),
  ];
}

function needsSecondSignature(state: State): boolean {
  const { level } = state.grading;
  return level !== undefined && state.basis.plan.termination.secondSignature.includes(level);
}
