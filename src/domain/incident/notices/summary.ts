import { plannedParticipants } from '../summary/people.js';
import { levelFacts, plain, withoutActor } from './tell.js';
import type { Tellings } from './tell.js';

export const summaryTellings: Tellings = {
  summaryCalled(state, { actor, meetingAt, participants, dropped = [] }) {
    const facts = { meetingAt, ...levelFacts(state) };
    return [
      { template: 'summaryCalled', to: withoutActor(actor, plain(participants)), facts },
      { template: 'summaryOff', to: withoutActor(actor, plain(dropped)), facts: { ...facts, why: 'dropped' } },
    ];
  },
  summaryCalledOff: (state, { actor, why, meetingAt, people }) => [
    {
      template: 'summaryOff',
      to: withoutActor(actor, plain(people)),
      facts: { meetingAt, why, ...levelFacts(state) },
    },
  ],
  summaryHeld(state, { actor, present, score, conclusion }) {
    const facts = {
      ...levelFacts(state),
      ...(score === undefined ? {} : { score }),
      ...(conclusion === undefined ? {} : { conclusion }),
    };
    return [
      {
        template: 'summaryHeld',
        to: withoutActor(actor, plain([...present, ...plannedParticipants(state)])),
        facts,
      },
    ];
  },
};
