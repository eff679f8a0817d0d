import { isOwnLimit } from '../../plan/legalLimit.js';
import type { ObligationId } from '../../plan/compiled.js';
import { isOver } from '../phases.js';
import type { OpenItem, Room } from '../room.js';
import type { State } from '../state.js';
import { obligationsOwed, ruleOf } from '../obligations/clock.js';
import { decideObligation } from '../obligations/decide.js';
import { evolveObligations } from '../obligations/evolve.js';
import { react } from '../obligations/react.js';
import { wake } from '../obligations/wake.js';

/**
 * Legal deadlines 法定报送: what the plan's packs want told to whom, and by when.
 *
 * - `provisional`: may apply: nobody has graded yet, or what is known does not decide it. Its clock runs all the same.
 * - `confirmed`: applies, by the facts or on somebody's word.
 * - `lifted`: does not apply, by the grading or on somebody's word. Opened again when new facts call for it.
 * - `filed`: told to whom it is owed, on the word of whoever filed it. Further filings are supplements.
 *
 * A limit that has passed stays on the record (`missedAt`), whatever is filed after it; where the clock begins anew or is set
 * to run until later after that, under `missedBefore`.
 */
export const obligations: Room<'obligations'> = {
  name: 'obligations',
  initial: { duties: {}, discoveredAt: undefined, reason: undefined, wakeAt: undefined },
  evolve: evolveObligations,
  decide: { obligation: decideObligation },
  react,
  due: ({ obligations: { wakeAt }, phase }) => (isOver(phase) ? undefined : wakeAt),
  wake,
  openItems,
};

/** Before the end what is in time is not worth a line; after it everything is. The end waits for what law wanted sooner. */
function openItems(state: State): OpenItem[] {
  const owed = obligationsOwed(state);
  switch (state.phase) {
    case 'responding':
      return owed
        .filter((id) => state.obligations.duties[id]?.missedAt !== undefined)
        .map((id) => ({ code: isOwn(state, id) ? 'own_report_overdue' : 'obligation_overdue', id }));
    case 'watching':
    case 'aftermath':
      return owed.map((id) => ({ code: 'obligation_open', id }));
    default:
      return [];
  }
}

function isOwn(state: State, id: ObligationId): boolean {
  const rule = ruleOf(state, id);
  return rule !== undefined && isOwnLimit(rule);
}
