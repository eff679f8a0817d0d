import type { PersonId } from '../../plan/compiled.js';
import { hasReasons } from '../../plan/grade.js';
import { holdersOfPosts, postsForLevel } from '../authority.js';
import type { EventOf } from '../events.js';
import { moreSevere, proposesMore } from '../rooms/grading.js';
import { startsByItself, verifiers } from '../rooms/verification.js';
import { targetKey } from '../state.js';
import type { State } from '../state.js';
import { levelFacts, plain, verifyFacts } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const gradingTellings: Tellings = {
  levelProposed(state, event) {
    const toDecide = askedToDecide(state, event);
    const told = toDecide.flatMap(({ to }) => to.map(({ person }) => person));
    return [...toDecide, ...askedToVerify(state, event, told)];
  },
  levelChanged(state, { automatic, from, to }) {
    if (!automatic) return [];
    const people = holdersOfPosts(state, postsForLevel(state, to));
    return [{ template: 'levelRaised', to: plain(people), facts: { from, ...levelFacts(state) } }];
  },
  categoryChanged(state, { from, actor }) {
    const told = [...verifiers(state), ...leadsAtWork(state)].filter(
      (person) => actor.kind !== 'person' || person !== actor.id,
    );
    return [{ template: 'categoryChanged', to: plain(told), facts: { from, ...levelFacts(state) } }];
  },
};

/** Of the teams that are called: their people work on something else now. */
function leadsAtWork(state: State): PersonId[] {
  const { bodies } = state.mobilisation;
  const called = state.basis.plan.teams.filter(
    ({ id }) => bodies[targetKey({ kind: 'team', id })]?.status === 'called',
  );
  return holdersOfPosts(
    state,
    called.map(({ lead }) => lead),
  );
}

/** While the response runs, what is proposed differs from what is done: those who may decide are asked to. */
function askedToDecide(state: State, { level: proposedLevel }: EventOf<'levelProposed'>): Telling[] {
  const { level, proposal } = state.grading;
  const differs = state.phase === 'responding' && level !== undefined && level !== proposedLevel;
  if (!differs || !hasReasons(proposal) || raisesItself(state, proposedLevel)) return [];
  const posts = postsForLevel(state, moreSevere(state, level, proposedLevel));
  const facts = { ...levelFacts(state), proposedLevel };
  return [{ template: 'levelProposed', to: plain(holdersOfPosts(state, posts)), facts }];
}

/** While nobody has verified it, what is proposed rises: whoever has decided to wait did so on less. */
function askedToVerify(state: State, { level, risen }: EventOf<'levelProposed'>, told: string[]): Telling[] {
  if (risen === undefined || !isUnverified(state) || startsByItself(state) || raisesItself(state, level)) return [];
  const { from, by } = risen;
  const to = verifiers(state).filter((person) => person !== by && !told.includes(person));
  const facts = { ...verifyFacts(state), proposedLevel: level, ...(from === undefined ? {} : { from }) };
  return [{ template: 'proposalRisen', to: plain(to), facts }];
}

/** What the plan has begun by itself is unverified too; there only what is more than it does is news. */
function isUnverified(state: State): boolean {
  const { phase, verification } = state;
  if (phase === 'responding') return verification.outcome === 'provisional' && proposesMore(state) !== undefined;
  return phase === 'reported' || phase === 'standby';
}

/** The plan raises it by itself, and tells of that. */
function raisesItself(state: State, level: string): boolean {
  return proposesMore(state) !== undefined && state.basis.plan.verification.automatic.includes(level);
}
