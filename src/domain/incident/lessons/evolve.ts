import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { isAfterEnd } from '../phases.js';
import type { LessonsSlice, State } from '../state.js';

export function evolveLessons(slice: LessonsSlice, event: Heard<'lessons'>, state: State): LessonsSlice {
  switch (event.type) {
    case 'lessonsAsked': {
      const { from: posts, at: from, dueAt, more } = event;
      // Those that were asked before have as long: what all say is collected at once.
      if (more === true) return { ...slice, asked: { posts: [...(slice.asked?.posts ?? []), ...posts], from, dueAt } };
      return { given: {}, versions: slice.versions, asked: { posts, from, dueAt } };
    }
    case 'lessonGiven':
      return withAnswer(slice, event);
    case 'lessonsCollected': {
      const { seq, at, actor: by, missing } = event;
      return { ...slice, collected: { seq, at, by, missing } };
    }
    case 'planMoved':
      return isAfterEnd(state.phase) && slice.collected === undefined ? moved(slice, state) : slice;
    // What was said stays in the record; the next end asks anew.
    case 'reopened':
      return { given: {}, versions: slice.versions };
    default:
      return slice;
  }
}

/** Whom the version of the plan still asks, and by when; whom it asks for the first time an event of its own says. */
function moved({ asked, ...slice }: LessonsSlice, { basis }: State): LessonsSlice {
  const { askedFrom = [], within, questions } = basis.plan.aftermath?.lessons ?? {};
  if (asked === undefined || within === undefined || questions === undefined) return slice;
  const posts = asked.posts.filter((post) => askedFrom.includes(post));
  return { ...slice, asked: { posts, from: asked.from, dueAt: asked.from + within } };
}

function withAnswer(slice: LessonsSlice, event: EventOf<'lessonGiven'>): LessonsSlice {
  const { post, version, seq, at, actor: by, answers, findings, onBehalf } = event;
  const given = {
    version,
    seq,
    at,
    by,
    answers,
    ...(findings === undefined ? {} : { findings }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  };
  return {
    ...slice,
    given: { ...slice.given, [post]: given },
    versions: { ...slice.versions, [post]: version },
  };
}
