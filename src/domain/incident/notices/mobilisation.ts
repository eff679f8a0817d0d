import { targetKey } from '../state.js';
import { byPerson, levelFacts, plain, reporter } from './tell.js';
import type { Tellings } from './tell.js';

export const mobilisationTellings: Tellings = {
  called(state, { calls }) {
    const template = calls.some((call) => call.target.kind === 'team') ? 'call' : 'alert';
    return [{ template, to: byPerson(calls), facts: levelFacts(state) }];
  },
  reminded: (state, { calls }) => [{ template: 'reminder', to: byPerson(calls), facts: levelFacts(state) }],
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
  stoodDown(state, { why, calls }) {
    const called = byPerson(calls);
    switch (why) {
      case 'levelChanged':
      case 'planMoved':
        return [{ template: 'standDown', to: called, facts: levelFacts(state) }];
      case 'terminated': {
        const { proposed } = state.termination;
        const proposer = proposed?.by.kind === 'person' ? [proposed.by.id] : [];
        const others = plain([...proposer, ...reporter(state)]).filter(
          (r) => !called.some((c) => c.person === r.person),
        );
        return [{ template: 'terminated', to: [...called, ...others], facts: levelFacts(state) }];
      }
      case 'rejected':
      case 'merged':
        // Whoever was called is told by the notice of that name.
        return [];
    }
  },
};
