import type { PersonId, PostId } from '../../plan/compiled.js';
import { firstToTell, holdersOfPosts } from '../authority.js';
import type { Instant } from '../../time.js';
import type { Recipient } from '../effects.js';
import { collectors, isVacant, missing, postsOf } from '../lessons/people.js';
import type { State } from '../state.js';
import { chairs } from '../summary/people.js';
import { levelFacts, plain, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const lessonTellings: Tellings = {
  lessonsAsked: (state, { from, dueAt }) => toAnswer(state, from, dueAt),
  lessonGiven: (state, { complete, actor }) =>
    complete === true
      ? [
          {
            template: 'lessonsIn',
            to: withoutActor(actor, plain(firstToTell(state, collectors(state)))),
            facts: levelFacts(state),
          },
        ]
      : [],
  /** What the meeting is held on is there now. */
  lessonsCollected(state, { actor, missing }) {
    const { asked, called, held } = state.summary;
    if (asked === undefined || called !== undefined || held !== undefined) return [];
    const to = withoutActor(actor, plain(firstToTell(state, chairs(state))));
    return [{ template: 'lessonsCollected', to, facts: { dueAt: asked.dueAt, missing, ...levelFacts(state) } }];
  },
};

/** Of the departments that are silent so far, as far as `isNew` says that somebody has still to be asked. */
export function lessonRequests(state: State, isNew: IsNew): Telling[] {
  const { asked, collected } = state.lessons;
  return asked === undefined || collected !== undefined ? [] : toAnswer(state, missing(state), asked.dueAt, isNew);
}

type IsNew = (person: PersonId, department: PostId) => boolean;

function toAnswer(state: State, departments: PostId[], dueAt: Instant, isNew: IsNew = () => true): Telling[] {
  const questions = state.basis.plan.aftermath?.lessons.questions ?? 0;
  const collector = firstToTell(state, collectors(state));
  const vacant = departments.filter((post) => isVacant(state, post) && collector.some((person) => isNew(person, post)));
  return [
    {
      template: 'lessonsAsked',
      to: askedOf(state, departments, isNew),
      facts: { dueAt, questions, ...levelFacts(state) },
    },
    {
      template: 'lessonsVacant',
      to: vacant.length === 0 ? [] : plain(collector),
      facts: { dueAt, vacant, ...levelFacts(state) },
    },
  ];
}

/** Whoever speaks for several departments is asked once. */
function askedOf(state: State, departments: PostId[], isNew: IsNew): Recipient[] {
  const people = new Map<PersonId, PostId[]>();
  for (const department of departments) {
    const [person] = holdersOfPosts(state, postsOf(state, department));
    if (person === undefined || !isNew(person, department)) continue;
    people.set(person, [...(people.get(person) ?? []), department]);
  }
  return [...people].map(([person, theirs]) => ({ person, departments: theirs }));
}
