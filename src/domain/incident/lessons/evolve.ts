import type { EventOf, IncidentEvent } from '../events.js';
import type { LessonsSlice } from '../state.js';

export function evolveLessons(slice: LessonsSlice, event: IncidentEvent): LessonsSlice {
  switch (event.type) {
    case 'lessonsAsked': {
      const { from: posts, at: from, dueAt } = event;
      return { given: {}, versions: slice.versions, asked: { posts, from, dueAt } };
    }
    case 'lessonGiven':
      return withAnswer(slice, event);
    case 'lessonsCollected': {
      const { seq, at, actor: by, missing } = event;
      return { ...slice, collected: { seq, at, by, missing } };
    }
    // What was said stays in the record; the next end asks anew.
    case 'reopened':
      return { given: {}, versions: slice.versions };
    default:
      return slice;
  }
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
