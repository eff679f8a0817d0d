import type { Room } from '../room.js';
import { decideLesson } from '../lessons/decide.js';
import { evolveLessons } from '../lessons/evolve.js';
import { react } from '../lessons/react.js';

/**
 * Lessons 经验教训: at the end every department that the plan names is asked what it has learnt, and may say it better until
 * one post has collected them all. That goes on without some only for a reason, and who was missing stays on the record.
 */
export const lessons: Room<'lessons'> = {
  name: 'lessons',
  initial: { given: {}, versions: {} },
  evolve: evolveLessons,
  decide: { lesson: decideLesson },
  react,
};
