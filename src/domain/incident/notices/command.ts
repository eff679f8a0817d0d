import type { PersonId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import { callEntries } from '../calls.js';
import type { State } from '../state.js';
import { recurrenceTellings } from './recurrence.js';
import { levelFacts, plain } from './tell.js';
import type { Tellings } from './tell.js';

export const commandTellings: Tellings = {
  /** At the opening the alert tells as much. */
  postFilled(state, { post, person }) {
    const isOpening = Object.keys(state.mobilisation.bodies).length === 0;
    return isOpening ? [] : [{ template: 'postTaken', to: plain([person]), facts: { post, ...levelFacts(state) } }];
  },
  handoverOffered: (state, { from, to }) => [
    { template: 'handoverOffered', to: plain([to]), facts: { from, ...levelFacts(state) } },
  ],
  handoverReminded: (state, { from, to }) => [
    { template: 'handoverOffered', to: plain([to]), facts: { from, ...levelFacts(state) } },
  ],
  handoverUnanswered: (state, { from, to }) => [
    { template: 'handoverUnanswered', to: plain([from]), facts: { silent: [to], ...levelFacts(state) } },
  ],
  handoverDeclined: (_state, { from, to }) => [
    { template: 'handoverAnswered', to: plain([from]), facts: { from, by: to, answer: 'declined' } },
  ],
  handoverWithdrawn: (_state, { from, to, actor }) => [
    {
      template: 'handoverAnswered',
      to: plain([to]),
      facts: { from, by: actor.kind === 'person' ? actor.id : from, answer: 'withdrawn' },
    },
  ],
  /** The one relieved, the one who commands now, and everybody who has to know whom to turn to. */
  commandPassed(state, { from, to, why, asked = [] }) {
    const others = [...whoMustKnow(state), ...asked].filter((person) => person !== from && person !== to);
    const facts = { from, to, why, ...levelFacts(state) };
    return [
      { template: 'commandTaken', to: plain([to]), facts },
      { template: 'relieved', to: plain([from]), facts },
      { template: 'commandPassed', to: plain(others), facts },
      // What waits for a decision is theirs now.
      ...(state.termination.recurrence === undefined ? [] : recurrenceTellings(state, 'recurrence', [to])),
    ];
  },
  checkInReminded: (state, { person }) => [{ template: 'checkInDue', to: plain([person]), facts: levelFacts(state) }],
  commandAsked: (state, { person, silent }) => [
    { template: 'commandAsked', to: plain([person]), facts: { silent: [silent], ...levelFacts(state) } },
  ],
  commandUnanswered: (state, { silent, asked, tell }) => [
    { template: 'commandUnanswered', to: plain(tell), facts: { silent: [silent, ...asked], ...levelFacts(state) } },
  ],
  checkedIn: (state, { person, asked }) => [
    { template: 'commandHeld', to: plain(asked), facts: { from: person, ...levelFacts(state) } },
  ],
};

/** The posts of command, the leads of the teams that are called, and whoever else was alerted. */
function whoMustKnow(state: State): PersonId[] {
  const { command, teams } = state.basis.plan;
  const called = Object.values(state.mobilisation.bodies).filter((body) => body.status === 'called');
  const leads = teams.filter(({ id }) => called.some(({ target }) => target.kind === 'team' && target.id === id));
  const alerted = called
    .filter(({ target }) => target.kind === 'post')
    .flatMap((body) => callEntries(body.people).map(([person]) => person));
  const posts = [command.commander, ...command.deputies, ...leads.map(({ lead }) => lead)];
  return [...new Set([...holdersOfPosts(state, posts), ...alerted])];
}
