import type { PartnerId, PersonId } from '../../plan/compiled.js';
import { callEntries } from '../calls.js';
import { activeBodies } from '../rooms/mobilisation/bodies.js';
import { knownFacts } from '../knownFacts.js';
import type { Details } from '../refusals.js';
import { waitsForCommand } from '../sitreps/waitsForCommand.js';
import type { Call, State } from '../state.js';
import { levelFacts, plain, valuesOf } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const sitrepTellings: Tellings = {
  sitrepDrafted: (state, { number, dueAt, final, tell }) => [
    { template: 'sitrepDraft', to: plain(tell), facts: { number, dueAt, final: final === true, ...levelFacts(state) } },
  ],
  sitrepOverdue: (state, { number, dueAt, tell }) => [
    {
      template: 'sitrepOverdue',
      to: plain(tell),
      facts: { number, dueAt, missed: state.sitreps.open?.missed ?? 0, ...levelFacts(state) },
    },
  ],
  sitrepSent(state, { number, documentId, people, partners = [] }) {
    const { final = false, toDecide, nextDueAt } = state.sitreps.sent ?? {};
    // What a person wrote on it the mail quotes instead.
    const decisions = toDecide === undefined && waitsForCommand(state).length > 0;
    const next = nextDueAt === undefined ? {} : { nextDueAt };
    const facts = { number, documentId, final, decisions, ...next, ...standing(state), ...levelFacts(state) };
    return [
      { template: 'sitrep', to: plain(people), facts },
      ...passedOn(partners, { number, documentId, final, ...levelFacts(state) }),
    ];
  },
};

/** Whoever speaks with several partners gets one notice for all of them. */
function passedOn(partners: { partner: PartnerId; tell: PersonId[] }[], facts: Details): Telling[] {
  const people = [...new Set(partners.flatMap(({ tell }) => tell))];
  return people.map((person) => {
    const theirs = partners.filter(({ tell }) => tell.includes(person)).map(({ partner }) => partner);
    return { template: 'sitrepPassOn', to: plain([person]), facts: { partners: theirs, ...facts } };
  });
}

/** How it stands in figures: whoever reads the mail alone knows this much. People are counted as the SITREP counts them. */
function standing(state: State): Details {
  const [called, arrived, acknowledged] = [new Set<PersonId>(), new Set<PersonId>(), new Set<PersonId>()];
  for (const { people } of activeBodies(state)) {
    for (const [person, { status }] of callEntries(people)) {
      if (HERE.includes(status)) called.add(person);
      if (status === 'arrived') arrived.add(person);
      if (status === 'acknowledged') acknowledged.add(person);
    }
  }
  // Somebody is called to several bodies, and is there once for all of them.
  for (const person of arrived) acknowledged.delete(person);
  return {
    called: called.size,
    arrived: arrived.size,
    acknowledged: acknowledged.size,
    known: valuesOf(knownFacts(state)),
  };
}

/** Whoever has declined, was released or works elsewhere is called no more. */
const HERE: readonly Call['status'][] = ['called', 'silent', 'acknowledged', 'arrived'];
