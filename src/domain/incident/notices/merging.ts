import { holdersOfPosts } from '../authority.js';
import { keepersOfSituation } from './situation.js';
import { calledPeople, levelFacts, plain, reporters, valuesOf } from './tell.js';
import type { Tellings } from './tell.js';

export const mergingTellings: Tellings = {
  merged(state, { into }) {
    const people = [...calledPeople(state), ...state.verification.forewarned, ...reporters(state)];
    return [{ template: 'merged', to: plain(people), facts: { into } }];
  },
  mergeRefused(state, { into, code, askedBy }) {
    const decider = askedBy.kind === 'person' ? [askedBy.id] : [];
    const people = [...decider, ...holdersOfPosts(state, [state.basis.plan.command.commander])];
    return [{ template: 'mergeRefused', to: plain(people), facts: { into, code } }];
  },
  reportAbsorbed(state, { from, facts, left, promised, questions = 0 }) {
    // What is reported while it is watched may be a recurrence, and is told as such.
    if (state.phase === 'watching') return [];
    const { command, aftermath } = state.basis.plan;
    const drafter = promised === undefined ? undefined : aftermath?.publication?.drafter;
    const people = [
      ...holdersOfPosts(state, [command.commander, ...(drafter === undefined ? [] : [drafter])]),
      ...(questions === 0 ? [] : keepersOfSituation(state)),
    ];
    return [
      {
        template: 'absorbed',
        to: plain(people),
        facts: {
          ...levelFacts(state),
          ...(from === undefined ? {} : { from }),
          known: valuesOf(facts),
          ...(questions === 0 ? {} : { questions }),
          ...(promised === undefined ? {} : { promisedAt: promised.dueAt }),
          ...(left === undefined ? {} : { statementsLeft: left.statements, questionsLeft: left.questions }),
        },
      },
    ];
  },
};
