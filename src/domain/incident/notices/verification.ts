import type { PersonId } from '../../plan/compiled.js';
import { holdersOfPosts, postsForLevel } from '../authority.js';
import { teamMembers } from '../members.js';
import { provisionalLevels } from '../rooms/grading.js';
import { teamsNeeded } from '../rooms/mobilisation/needs.js';
import type { State } from '../state.js';
import { byPerson, calledPeople, plain, reporters, verifyFacts } from './tell.js';
import type { Tellings } from './tell.js';

export const verificationTellings: Tellings = {
  verificationReminded: (state, { people, by }) => [
    {
      template: 'verificationReminder',
      to: plain(people),
      facts: { ...verifyFacts(state), since: state.report.reportedAt, ...(by === undefined ? {} : { by }) },
    },
  ],
  verificationOverdue: (state, { people, then, thenAt }) => [
    {
      template: 'verificationOverdue',
      to: plain(people),
      facts: {
        ...verifyFacts(state),
        since: state.report.reportedAt,
        ...(then === undefined || thenAt === undefined ? {} : { then, thenAt }),
        ...(then === 'treatAsReal' ? { thenLevel: provisionalLevels(state).level } : {}),
      },
    },
  ],
  verificationEscalated: (state, { people }) => [
    {
      template: 'verificationEscalated',
      to: plain(people),
      facts: { ...verifyFacts(state), since: state.report.reportedAt },
    },
  ],
  /** To those who should have decided, and to whoever may decide on the level that runs now. */
  treatedAsReal(state, { why, level, incidentLevel }) {
    const { command, verification } = state.basis.plan;
    const posts = [command.commander, ...verification.posts, ...postsForLevel(state, level)];
    const to = plain([...holdersOfPosts(state, posts), ...reporters(state)]);
    return [{ template: 'treatedAsReal', to, facts: { why, level, incidentLevel } }];
  },
  standbyDeclared: (state, { prolonged = false }) => [
    prolonged
      ? { template: 'standbyProlonged', to: plain([...calledPeople(state), ...state.verification.forewarned]) }
      : { template: 'standby', to: plain(calledPeople(state)) },
  ],
  forewarned(state, { calls }) {
    const told = new Set(calledPeople(state));
    return [{ template: 'forewarned', to: byPerson(calls).filter(({ person }) => !told.has(person)) }];
  },
  /** Whoever was told to be ready and is not called hears that it is over. */
  activated: (state, { level }) => [{ template: 'standbyLifted', to: plain(notCalled(state, level)) }],
  rejected(state, { from }) {
    const people = [...calledPeople(state), ...state.verification.forewarned, ...reporters(state)];
    return [{ template: 'rejected', to: plain(people), facts: from === undefined ? {} : { from } }];
  },
};

function notCalled(state: State, level: string): PersonId[] {
  const teams = teamsNeeded(state.basis.plan, level, state.report.category);
  const called = new Set(teams.flatMap((team) => teamMembers(state, team)));
  return state.verification.forewarned.filter((person) => !called.has(person));
}
