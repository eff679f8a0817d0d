import type { PersonId } from '../../plan/compiled.js';
import type { Actor } from '../actor.js';
import { holdersOfPosts } from '../authority.js';
import type { Details } from '../refusals.js';
import { isAfterEnd } from '../phases.js';
import { drafterNow } from '../sitreps/people.js';
import type { State } from '../state.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const situationTellings: Tellings = {
  /** Those of a merged incident are told with the merger. */
  questionAsked: (state, { question, actor, before }) => [
    {
      template: 'questionAsked',
      to: before === undefined ? plain(toldOfQuestion(state, actor)) : [],
      facts: { question, ...personAs('by', actor), ...levelFacts(state) },
    },
  ],
  questionAnswered: (state, { question, actor, askedBy }) => [
    {
      template: 'questionAnswered',
      to: plain(others(askedBy?.kind === 'person' ? [askedBy.id] : [], actor)),
      facts: { question, ...personAs('by', actor), ...levelFacts(state) },
    },
  ],
};

/** Whoever keeps the situation: who drafts the SITREPs now; who asks knows, and then it is for whoever commands. */
function toldOfQuestion(state: State, asker: Actor): PersonId[] {
  const keepers = others(keepersOfSituation(state), asker);
  return keepers.length > 0 ? keepers : others(holdersOfPosts(state, [state.basis.plan.command.commander]), asker);
}

export function keepersOfSituation(state: State): PersonId[] {
  return drafterNow(state, isAfterEnd(state.phase));
}

function others(people: PersonId[], actor: Actor): PersonId[] {
  return people.filter((person) => actor.kind !== 'person' || person !== actor.id);
}

function personAs(key: string, actor: Actor): Details {
  return actor.kind === 'person' ? { [key]: actor.id } : {};
}
