import { holdersOfPosts, postsFor } from '../authority.js';
import type { StillOpen } from '../events.js';
import type { Details } from '../refusals.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const terminationTellings: Tellings = {
  terminationProposed(state, { actor, criteria, open }) {
    const { secondSignature } = state.basis.plan.termination;
    const { level } = state.grading;
    if (level === undefined || !secondSignature.includes(level)) return [];
    const signatories = holdersOfPosts(state, postsFor(state, 'confirmTermination'));
    const proposer = actor.kind === 'person' ? actor.id : undefined;
    const others = signatories.filter((person) => person !== proposer);
    const facts = {
      ...levelFacts(state),
      criteria,
      ...(proposer === undefined ? {} : { proposer }),
      ...(open === undefined ? {} : openFacts(open)),
    };
    return [{ template: 'terminationProposed', to: plain(others), facts }];
  },
};

function openFacts({ tasks, questions, inside, sitreps }: StillOpen): Details {
  return { openTasks: tasks, openQuestions: questions, inside, overdueSitreps: sitreps.map(String) };
}
