import { toldOfConflict } from '../rooms/claims.js';
import { levelFacts, plain } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const claimsTellings: Tellings = {
  /** To those who decide about each, and to the person, who must not be left between two commands. */
  claimsAnswered(state, { granted, contested, shared }): Telling[] {
    const told = (people: string[]) => plain([...toldOfConflict(state, people), ...people]);
    const facts = levelFacts(state);
    const others = contested.map(({ heldBy }) => heldBy);
    const wanted = contested.map(({ person }) => person);
    const both = shared.map(({ person }) => person);
    return [
      ...(wanted.length === 0
        ? []
        : [{ template: 'claimContested' as const, to: told(wanted), facts: { ...facts, people: wanted, others } }]),
      ...(granted.length === 0
        ? []
        : [{ template: 'claimGranted' as const, to: told(granted), facts: { ...facts, people: granted } }]),
      ...(both.length === 0
        ? []
        : [
            {
              template: 'claimShared' as const,
              to: told(both),
              facts: { ...facts, people: both, others: shared.flatMap((entry) => entry.with) },
            },
          ]),
    ];
  },
  claimsReminded(state, { people, tell }) {
    const others = people.map((person) => state.claims.contested[person]?.heldBy ?? '');
    return [{ template: 'claimContested', to: plain(tell), facts: { people, others, ...levelFacts(state) } }];
  },
};
