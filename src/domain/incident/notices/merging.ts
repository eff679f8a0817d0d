import { holdersOfPosts } from '../authority.js';
import { deciders, isSign } from '../termination/recurrence.js';
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
  reportAbsorbed(state, event) {
    const { from, facts, left, questions = 0 } = event;
    const known = { known: valuesOf(facts), ...(from === undefined ? {} : { from }) };
    if (isSign(state, event)) {
      return [{ template: 'recurrence', to: plain(deciders(state)), facts: { ...levelFacts(state), ...known } }];
    }
    const commanders = holdersOfPosts(state, [state.basis.plan.command.commander]);
    const people = questions === 0 ? commanders : [...commanders, ...keepersOfSituation(state)];
    return [
      {
        template: 'absorbed',
        to: plain(people),
        facts: {
          ...levelFacts(state),
          ...known,
          ...(questions === 0 ? {} : { questions }),
          ...(left === undefined ? {} : { statementsLeft: left.statements, questionsLeft: left.questions }),
        },
      },
    ];
  },
};
