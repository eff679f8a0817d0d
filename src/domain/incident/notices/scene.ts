import type { PersonId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import { keepersOf } from '../cordon.js';
import { postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const sceneTellings: Tellings = {
  cordonSet: (state) => [{ template: 'cordonSet', to: plain(whoSendsPeople(state)), facts: levelFacts(state) }],
  cordonLifted: (state) => [{ template: 'cordonLifted', to: plain(whoSendsPeople(state)), facts: levelFacts(state) }],
  /** Whoever keeps the scene would go home with everybody else. */
  terminated: (state) =>
    state.scene.cordon === undefined
      ? []
      : [
          {
            template: 'cordonStands',
            to: plain(whoKeepsTheScene(state)),
            facts: { inside: state.scene.inside.length, ...levelFacts(state) },
          },
        ],
};

function whoKeepsTheScene(state: State): PersonId[] {
  return holdersOfPosts(state, keepersOf(state));
}

/** Command, whoever keeps the scene, and the leads of the teams that are called: they tell their people. */
function whoSendsPeople(state: State): PersonId[] {
  const { teams, scene } = state.basis.plan;
  const called = Object.values(state.mobilisation.bodies).filter((body) => body.status === 'called');
  const leads = teams.filter(({ id }) => called.some(({ target }) => target.kind === 'team' && target.id === id));
  return holdersOfPosts(state, [...postsOfCommand(state), ...(scene?.posts ?? []), ...leads.map(({ lead }) => lead)]);
}
