import { holdersOfPosts, postsFor, whoCommands } from '../authority.js';
import type { Recipient } from '../effects.js';
import type { CriteriaTold } from '../events.js';
import { openItemKey, openThen } from '../stillOpen.js';
import { signatoryPosts } from '../termination/decideEnd.js';
import { deciders } from '../termination/recurrence.js';
import { recurrenceTellings } from './recurrence.js';
import { levelFacts, plain, reporters, withoutActor } from './tell.js';
import type { Tellings } from './tell.js';

export const terminationTellings: Tellings = {
  criteriaAsked: (state, { tell, actor }) => [
    { template: 'criteriaAsked', to: withoutActor(actor, recipients(tell)), facts: levelFacts(state) },
  ],
  criteriaLapsed: (state, { tell }) => [{ template: 'criteriaLapsed', to: recipients(tell), facts: levelFacts(state) }],
  /** Command, and whoever has proposed the end: it waits for them again. */
  criteriaWithdrawn(state, { criteria, actor }) {
    const { proposed } = state.termination;
    const proposer = proposed?.by.kind === 'person' ? [proposed.by.id] : [];
    const people = withoutActor(actor, plain([...whoCommands(state), ...proposer]));
    return [{ template: 'criteriaWithdrawn', to: people, facts: { withdrawn: criteria, ...levelFacts(state) } }];
  },
  terminationProposed(state, { actor, criteria, open, override }) {
    const { secondSignature } = state.basis.plan.termination;
    const { level } = state.grading;
    const needsSecond = level !== undefined && secondSignature.includes(level);
    if (!needsSecond && override !== true) return [];
    const proposer = actor.kind === 'person' ? actor.id : undefined;
    const others = withoutActor(actor, plain(holdersOfPosts(state, signatoryPosts(state))));
    const facts = {
      criteria,
      ...(proposer === undefined ? {} : { proposer }),
      ...(open === undefined ? {} : { open: openThen(open).map(openItemKey) }),
      ...levelFacts(state),
    };
    return [{ template: override === true ? 'overrideProposed' : 'terminationProposed', to: others, facts }];
  },
  recurrenceSuspected: (state, { quiet = false }) =>
    quiet ? [] : recurrenceTellings(state, 'recurrence', deciders(state)),
  recurrenceUndecided: (state, { people }) => recurrenceTellings(state, 'recurrenceUndecided', people),
  recurrenceDismissed(state, { at, actor, tell }) {
    const { watchUntil = at } = state.termination;
    const facts = { ...levelFacts(state), ...(watchUntil > at ? { watchUntil } : {}) };
    return [{ template: 'recurrenceDismissed', to: withoutActor(actor, plain(tell)), facts }];
  },
  /** Besides those who are called: the others in command, and whoever reported it. */
  reopened(state, { actor, from }) {
    const { commander, deputies } = state.basis.plan.command;
    const people = [...holdersOfPosts(state, [commander, ...deputies]), ...reporters(state)];
    const to = withoutActor(actor, plain(people));
    return [{ template: 'reopened', to, facts: { from, ...levelFacts(state) } }];
  },
  watchEnded: (state) => [
    {
      template: 'watchEnded',
      to: plain([...whoCommands(state), ...holdersOfPosts(state, postsFor(state, 'close'))]),
      facts: levelFacts(state),
    },
  ],
};

function recipients(tell: CriteriaTold[]): Recipient[] {
  return tell.map(({ person, criteria }) => ({ person, criteria }));
}
