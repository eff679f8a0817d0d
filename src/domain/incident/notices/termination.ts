import { holdersOfPosts, postsFor } from '../authority.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const terminationTellings: Tellings = {
  terminationProposed(state, { actor, criteria }) {
    const { secondSignature } = state.basis.plan.termination;
    const { level } = state.grading;
    if (level === undefined || !secondSignature.includes(level)) return [];
    const signatories = holdersOfPosts(state, postsFor(state, 'confirmTermination'));
    const proposer = actor.kind === 'person' ? actor.id : undefined;
    const others = signatories.filter((person) => person !== proposer);
    const facts = { ...levelFacts(state), criteria, ...(proposer === undefined ? {} : { proposer }) };
    return [{ template: 'terminationProposed', to: plain(others), facts }];
  },
};
