import { callEntries } from '../calls.js';
import { knownFacts } from '../knownFacts.js';
import type { Details } from '../refusals.js';
import type { State } from '../state.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const sitrepTellings: Tellings = {
  sitrepDrafted: (state, { number, dueAt, final, tell }) => [
    { template: 'sitrepDraft', to: plain(tell), facts: { ...levelFacts(state), number, dueAt, final: final === true } },
  ],
  sitrepOverdue: (state, { number, dueAt, tell }) => [
    {
      template: 'sitrepOverdue',
      to: plain(tell),
      facts: { ...levelFacts(state), number, dueAt, missed: state.sitreps.open?.missed ?? 0 },
    },
  ],
  sitrepSent(state, { number, documentId, people }) {
    const { final = false, decisions = false, nextDueAt } = state.sitreps.sent ?? {};
    const facts = { ...levelFacts(state), ...standing(state), number, documentId, final, decisions };
    return [
      { template: 'sitrep', to: plain(people), facts: nextDueAt === undefined ? facts : { ...facts, nextDueAt } },
    ];
  },
};

/** More than these a mail does not list; the document has them all. */
const MOST_FACTS = 20;

/** How it stands in figures: whoever reads the mail alone knows this much. */
function standing(state: State): Details {
  const bodies = Object.values(state.mobilisation.bodies).filter(
    ({ target, status }) => target.kind === 'team' && status === 'called',
  );
  const calls = new Map(bodies.flatMap(({ people }) => callEntries(people)));
  const answered = [...calls.values()].filter(({ status }) => status === 'acknowledged').length;
  const known = Object.entries(knownFacts(state)).slice(0, MOST_FACTS);
  return { called: calls.size, answered, known: known.map(([fact, value]) => `${fact}=${JSON.stringify(value)}`) };
}
