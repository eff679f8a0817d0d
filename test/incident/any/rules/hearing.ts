import { deafRooms } from '../../deafRooms.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

/** Looking at each event in every room costs as much as the story itself; another one is looked at in every story. */
const EACH = 5;

export const hearingRules: Rules = {
  'a room that is not told of an event would do nothing about it': ({ given, moments }) => {
    const first = given.steps.length % EACH;
    for (const { event, before, after } of moments.filter(({ event: { seq } }) => seq % EACH === first)) {
      const deaf = deafRooms(before, event, after);
      must(deaf.length === 0, () => `${named(event)}: ${deaf.join()}`);
    }
  },
};
