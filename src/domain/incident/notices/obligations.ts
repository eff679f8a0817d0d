import { isOwnLimit } from '../../plan/legalLimit.js';
import type { ObligationTold, Recipient } from '../effects.js';
import type { ObligationsTold } from '../events.js';
import { ruleOf } from '../obligations/clock.js';
import { toldOf } from '../obligations/people.js';
import type { State } from '../state.js';
import { levelFacts, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const obligationTellings: Tellings = {
  obligationsOpened: (state, { tell }) => [due(state, tell)],
  obligationsConfirmed: (state, { tell }) => [due(state, tell)],
  obligationClocksMoved: (state, { tell }) => [due(state, tell)],
  obligationsLifted: (state, { tell }) => [
    { template: 'obligationsLifted', to: recipients(state, tell), facts: levelFacts(state) },
  ],
  obligationsJudged(state, { applies, obligations, actor, at }) {
    const told = withoutActor(actor, recipients(state, toldOf(state, obligations, 'command', at)));
    return [{ template: applies ? 'obligations' : 'obligationsLifted', to: told, facts: levelFacts(state) }];
  },
  obligationClockSet(state, { clock, actor, at }) {
    const told = withoutActor(actor, recipients(state, toldOf(state, [clock.obligation], 'deputy', at)));
    return [{ template: 'obligations', to: told, facts: levelFacts(state) }];
  },
  obligationsReminded: (state, { tell }) => [
    { template: 'obligationsNear', to: recipients(state, tell), facts: levelFacts(state) },
  ],
  obligationsMissed: (state, { tell }) => [
    { template: 'obligationsMissed', to: recipients(state, tell), facts: levelFacts(state) },
  ],
  obligationsFiled(state, { obligations, actor, at, filedAt }) {
    const told = withoutActor(actor, recipients(state, toldOf(state, obligations, 'command', at)));
    return [{ template: 'obligationsFiled', to: told, facts: { filedAt, ...levelFacts(state) } }];
  },
};

function due(state: State, tell: ObligationsTold[]): Telling {
  return { template: 'obligations', to: recipients(state, tell), facts: levelFacts(state) };
}

function recipients(state: State, tell: ObligationsTold[]): Recipient[] {
  return tell.map(({ person, obligations }) => ({
    person,
    obligations: obligations.map((id) => obligationTold(state, id)),
  }));
}

function obligationTold(state: State, id: string): ObligationTold {
  const rule = ruleOf(state, id);
  const duty = state.obligations.duties[id];
  return {
    obligation: id,
    ...(duty?.due === undefined ? {} : { due: duty.due }),
    ...(duty?.status === 'provisional' ? { provisional: true } : {}),
    ...(rule !== undefined && isOwnLimit(rule) ? { own: true } : {}),
    ...(rule?.verified === false ? { unverified: true } : {}),
  };
}
