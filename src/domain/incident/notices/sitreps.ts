import type { PartnerId, PersonId } from '../../plan/compiled.js';
import { callEntries } from '../calls.js';
import { knownFacts } from '../knownFacts.js';
import type { Details } from '../refusals.js';
import { waitsForCommand } from '../sitreps/waitsForCommand.js';
import type { Call, State } from '../state.js';
import { levelFacts, plain, valuesOf } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const sitrepTellings: Tellings = {
  sitrepDrafted: (state, { number, dueAt, final, tell }) => [
    { template: 'sitrepDraft', to: plain(tell), facts: { ...levelFacts(state), number, dueAt, final: final === true } },
  ],
  sitrepOverdue: (state, { number, dueAt, tell }) => [
    {
      template: 'sitrepOverdue',
      to: plain(tell),
      facts: { ...levelFacts(state), number, dueAt, missed: state.sitreps.open?.missed ?? 0 },
    },
  ],
  sitrepSent(state, { number, documentId, people, partners = [] }) {
    const { final = false, toDecide, nextDueAt } = state.sitreps.sent ?? {};
    // What a person wrote on it the mail quotes instead.
    const decisions = toDecide === undefined && waitsForCommand(state).length > 0;
    const facts = { ...levelFacts(state), ...standing(state), number, documentId, final, decisions };
    return [
      { template: 'sitrep', to: plain(people), facts: nextDueAt === undefined ? facts : { ...facts, nextDueAt } },
      ...passedOn(partners, { ...levelFacts(state), number, documentId, final }),
    ];
  },
};

/** Whoever speaks with several partners gets one notice for all of them. */
function passedOn(partners: { partner: PartnerId; tell: PersonId[] }[], facts: Details): Telling[] {
  const people = [...new Set(partners.flatMap(({ tell }) => tell))];
  return people.map((person) => {
    const theirs = partners.filter(({ tell }) => tell.includes(person)).map(({ partner }) => partner);
    return { template: 'sitrepPassOn', to: plain([person]), facts: { ...facts, partners: theirs } };
  });
}

/** How it stands in figures: whoever reads the mail alone knows this much. People are counted as the SITREP counts them. */
function standing(state: State): Details {
  const bodies = Object.values(state.mobilisation.bodies).filter(({ status }) => status === 'called');
  const statuses = new Map<PersonId, Set<Call['status']>>();
  for (const [person, { status }] of bodies.flatMap(({ people }) => callEntries(people))) {
    statuses.set(person, (statuses.get(person) ?? new Set()).add(status));
  }
  const all = [...statuses.values()];
  const arrived = all.filter((known) => known.has('arrived'));
  const acknowledged = all.filter((known) => known.has('acknowledged') && !known.has('arrived'));
  const called = all.filter((known) => HERE.some((status) => known.has(status)));
  return {
    called: called.length,
    arrived: arrived.length,
    acknowledged: acknowledged.length,
    known: valuesOf(knownFacts(state)),
  };
}

/** Whoever has declined, was released or works elsewhere is called no more. */
const HERE: readonly Call['status'][] = ['called', 'silent', 'acknowledged', 'arrived'];
