import { hasReasons } from '../../plan/grade.js';
import { holdersOfPosts, postsForLevel } from '../authority.js';
import { moreSevere, proposesMore } from '../rooms/grading.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const gradingTellings: Tellings = {
  /** While the response runs, what is proposed differs from what is done: those who may decide are asked to. */
  levelProposed(state, { level: proposedLevel }) {
    const { level, proposal } = state.grading;
    const differs = state.phase === 'responding' && level !== undefined && level !== proposedLevel;
    if (!differs || !hasReasons(proposal)) return [];
    // The plan raises it by itself, and tells of that.
    if (proposesMore(state) && state.basis.plan.verification.automatic.includes(proposedLevel)) return [];
    const posts = postsForLevel(state, moreSevere(state, level, proposedLevel));
    const facts = { ...levelFacts(state), proposedLevel };
    return [{ template: 'levelProposed', to: plain(holdersOfPosts(state, posts)), facts }];
  },
  levelChanged(state, { automatic, from, to }) {
    if (!automatic) return [];
    const people = holdersOfPosts(state, postsForLevel(state, to));
    return [{ template: 'levelRaised', to: plain(people), facts: { ...levelFacts(state), from } }];
  },
};
