import type { PersonId, PostId } from '../../plan/compiled.js';
import { firstToTell, holdersOfPosts } from '../authority.js';
import type { Recipient } from '../effects.js';
import { collectors, isVacant, postsOf } from '../lessons/people.js';
import type { State } from '../state.js';
import { chairs } from '../summary/people.js';
import { levelFacts, plain, withoutActor } from './tell.js';
import type { Tellings } from './tell.js';

export const lessonTellings: Tellings = {
  lessonsAsked(state, { from, dueAt }) {
    const vacant = from.filter((post) => isVacant(state, post));
    const questions = state.basis.plan.aftermath?.lessons.questions ?? 0;
    return [
      {
        template: 'lessonsAsked',
        to: askedOf(
          state,
          from.filter((post) => !vacant.includes(post)),
        ),
        facts: { ...levelFacts(state), dueAt, questions },
      },
      {
        template: 'lessonsVacant',
        to: vacant.length === 0 ? [] : plain(firstToTell(state, collectors(state))),
        facts: { ...levelFacts(state), dueAt, vacant },
      },
    ];
  },
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
    return [{ template: 'lessonsCollected', to, facts: { ...levelFacts(state), dueAt: asked.dueAt, missing } }];
  },
};

/** Whoever speaks for several departments is asked once. */
function askedOf(state: State, departments: PostId[]): Recipient[] {
  const people = new Map<PersonId, PostId[]>();
  for (const department of departments) {
    for (const person of holdersOfPosts(state, postsOf(state, department)).slice(0, 1)) {
      people.set(person, [...(people.get(person) ?? []), department]);
    }
  }
  return [...people].map(([person, theirs]) => ({ person, departments: theirs }));
}
