import type { PersonId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import { knownFacts } from '../knownFacts.js';
import { proposesMore } from '../rooms/grading.js';
import type { State } from '../state.js';
import { postsToDecide, postsToReopen } from '../termination/recurrence.js';
import { levelFacts, plain, valuesOf } from './tell.js';
import type { Telling } from './tell.js';

/** Each is told what is up to them: all of it, reopening at the level at which it had ended, or to call whoever may. */
export function recurrenceTellings(
  state: State,
  template: 'recurrence' | 'recurrenceUndecided',
  people: PersonId[],
): Telling[] {
  const proposal = proposesMore(state);
  const facts = {
    ...levelFacts(state),
    ...(proposal === undefined ? {} : { proposedLevel: proposal.level }),
    knownNow: valuesOf(knownFacts(state)),
    since: state.termination.recurrence?.since ?? 0,
  };
  const all = holdersOfPosts(state, postsToDecide(state));
  const asBefore = holdersOfPosts(state, postsToReopen(state)).filter((person) => !all.includes(person));
  const who = (may: string, among: PersonId[]): Telling => ({
    template,
    to: plain(people.filter((person) => among.includes(person))),
    facts: { ...facts, may },
  });
  const others = people.filter((person) => !all.includes(person) && !asBefore.includes(person));
  return [who('decide', all), who('reopenAsBefore', asBefore), who('tell', others)];
}
