import type { EventOf, Missing } from '../events.js';
import type { Details } from '../refusals.js';
import { targetKey } from '../state.js';
import type { State } from '../state.js';
import { byPerson, levelFacts, plain, reporters, verifyFacts } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const mobilisationTellings: Tellings = {
  called(state, { calls }) {
    const template = calls.some((call) => call.target.kind === 'team') ? 'call' : 'alert';
    const partners = calls.flatMap(({ target, partners = [] }) =>
      partners.map(({ partner, tell }): Telling => {
        const facts = { partner, team: target.id, ...levelFacts(state) };
        return { template: 'partnerCall', to: plain(tell), facts };
      }),
    );
    const facts = template === 'alert' ? verifyFacts(state) : { ...levelFacts(state), ...recurred(state) };
    return [{ template, to: byPerson(calls), facts }, ...partners];
  },
  reminded: (state, { calls }) => [
    { template: 'reminder', to: byPerson(calls), facts: { ...levelFacts(state), ...recurred(state) } },
  ],
  silent: (_state, { calls, tell }) => [
    {
      template: 'silence',
      to: plain(tell),
      facts: {
        targets: calls.map((call) => targetKey(call.target)),
        silent: calls.flatMap((call) => call.people),
      },
    },
  ],
  declined: (_state, { person, targets, tell }) => [
    { template: 'declined', to: plain(tell), facts: { person, targets: targets.map(targetKey) } },
  ],
  released: (state, { calls }) => [{ template: 'released', to: byPerson(calls), facts: levelFacts(state) }],
  /** Whom a real incident takes out of a drill the drill tells that it is none. */
  takenOff: (_state, { person, targets, why }) =>
    why === 'preempted'
      ? []
      : [{ template: 'takenOff', to: byPerson(targets.map((target) => ({ target, people: [person] }))) }],
  quorumMissed: (state, event) => [{ template: 'shortage', to: plain(event.tell), facts: shortageFacts(state, event) }],
  shortageAccepted: (state, { team, have, missing, tell }) => [
    {
      template: 'shortageAccepted',
      to: plain(tell),
      facts: { team, have: have.people, ...missingFacts(missing), ...levelFacts(state) },
    },
  ],
  quorumReached: (state, { team, have, tell }) => [
    { template: 'quorumReached', to: plain(tell), facts: { team, have: have.people, ...levelFacts(state) } },
  ],
  quorumLost: (state, { team, have, missing, tell }) => [
    {
      template: 'quorumLost',
      to: plain(tell),
      facts: { team, have: have.people, ...missingFacts(missing), ...levelFacts(state) },
    },
  ],
  reliefDue: (state, { people, tell }) => [
    { template: 'reliefDue', to: plain([...people, ...tell]), facts: { people, ...levelFacts(state) } },
  ],
  stoodDown(state, { why, calls }) {
    const called = byPerson(calls);
    const partners = calls.flatMap(({ target, partners = [] }) =>
      partners.map(({ partner, tell }): Telling => {
        return { template: 'partnerStandDown', to: plain(tell), facts: { partner, team: target.id } };
      }),
    );
    switch (why) {
      case 'levelChanged':
      case 'categoryChanged':
      case 'planMoved':
        return [{ template: 'standDown', to: called, facts: levelFacts(state) }, ...partners];
      case 'terminated': {
        const { proposed } = state.termination;
        const proposer = proposed?.by.kind === 'person' ? [proposed.by.id] : [];
        const others = plain([...proposer, ...reporters(state)]).filter(
          (r) => !called.some((c) => c.person === r.person),
        );
        const { watchUntil } = state.termination;
        const watched = watchUntil === undefined ? {} : { watchUntil };
        return [
          { template: 'terminated', to: [...called, ...others], facts: { ...levelFacts(state), ...watched } },
          ...partners,
        ];
      }
      case 'rejected':
      case 'merged':
        // Whoever was called is told by the notice of that name.
        return partners;
    }
  },
};

/** Whoever was told that it is over may take the call for an old one. */
function recurred({ termination: { reopenedAt } }: State): Details {
  return reopenedAt === undefined ? {} : { reopenedAt };
}

function shortageFacts(state: State, event: EventOf<'quorumMissed'>): Details {
  const { team, why, have, missing, silent, undelivered, declined, notAnswered, partners } = event;
  return {
    team,
    why,
    have: have.people,
    ...missingFacts(missing),
    noAnswer: silent.people,
    noAnswerCount: silent.count,
    undelivered: undelivered.people,
    undeliveredCount: undelivered.count,
    declined: declined.people,
    declinedCount: declined.count,
    notAnswered: notAnswered.people,
    notAnsweredCount: notAnswered.count,
    partners,
    ...levelFacts(state),
  };
}

/** A qualification stands there once for each person who lacks. */
function missingFacts({ people, qualifications }: Missing): Details {
  return {
    missing: people,
    missingQualifications: qualifications.flatMap(({ qualification, people: n }) =>
      Array.from({ length: n }, () => qualification),
    ),
  };
}
