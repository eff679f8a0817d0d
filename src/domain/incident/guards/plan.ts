import type { PersonFacts } from '../../plan/compiled.js';
import type { MovePlan, PeopleChanged } from '../messages.js';
import { faultInBasis, faultInPeopleChange } from './basis.js';
import { text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const planReaders: Readers<'movePlan'> = {
  movePlan: (json) => ({ type: 'movePlan', basis: basis(json), reason: text(json, 'reason') }),
};

function basis(json: Json): MovePlan['basis'] {
  const fault = faultInBasis(json['basis']);
  if (fault) throw new Wrong(fault.field, fault.needed);
  // Exactly what the machine reads of a plan was looked at.
  return json['basis'] as MovePlan['basis'];
}

/** What it names is all that is taken of it: why somebody is away must not come into the record. */
export function peopleChanged(value: unknown): PeopleChanged {
  const fault = faultInPeopleChange(value);
  if (fault) throw new Wrong(fault.field, fault.needed);
  const { roster, plan, posts, people } = value as PeopleChanged;
  return {
    type: 'peopleChanged',
    roster,
    plan,
    posts: posts.map(({ post, at, removed, added }) => ({ post, at, removed, added })),
    people: people.map(({ person, facts }) => ({ person, ...(facts === undefined ? {} : { facts: factsOf(facts) }) })),
  };
}

function factsOf({ qualifications, away }: PersonFacts): PersonFacts {
  return {
    ...(qualifications && {
      qualifications: qualifications.map(({ qualification, until }) => ({
        qualification,
        ...(until === undefined ? {} : { until }),
      })),
    }),
    ...(away && { away: away.map(({ from, until }) => ({ from, until })) }),
  };
}
