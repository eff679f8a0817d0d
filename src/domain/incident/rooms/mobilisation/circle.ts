import type { PersonId, TeamId } from '../../../plan/compiled.js';
import type { Target } from '../../events.js';
import { teamMembers } from '../../members.js';
import type { State } from '../../state.js';
import { activeTeams } from './bodies.js';
import { ruleNow } from './needs.js';

/** Everybody who belongs to the team or may stand in for it, each once. */
export function circleOf(state: State, team: TeamId): PersonId[] {
  return [...new Set([...teamMembers(state, team), ...standInsOf(state, team)])];
}

function standInsOf(state: State, team: TeamId): PersonId[] {
  return (ruleNow(state, team)?.substitutes ?? []).flatMap((post) => state.basis.holders[post] ?? []);
}

/** Whoever stands in does so for one team: for the first that is not complete, where there is one. */
export function teamsOpenTo(state: State, person: PersonId): { asMember: Target[]; asSubstitute: Target[] } {
  const teams = activeTeams(state);
  const asSubstitute = teams.filter(({ target }) => standInsOf(state, target.id).includes(person));
  const one = asSubstitute.find(({ quorum }) => quorum?.status !== 'reached') ?? asSubstitute[0];
  return {
    asMember: teams.filter(({ target }) => teamMembers(state, target.id).includes(person)).map(({ target }) => target),
    asSubstitute: one === undefined ? [] : [one.target],
  };
}
