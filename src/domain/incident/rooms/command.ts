import type { EventBody } from '../events.js';
import type { Room } from '../room.js';

/** Who commands. The posts of command are filled when the incident opens, by their primary holders. */
export const command: Room<'command'> = {
  name: 'command',
  initial: { posts: {} },

  evolve(slice, event) {
    return event.type === 'postFilled' ? { posts: { ...slice.posts, [event.post]: event.person } } : slice;
  },

  react(state, event) {
    if (event.type !== 'reported') return [];
    const { commander, deputies } = state.basis.plan.command;
    return [commander, ...deputies].flatMap((post): EventBody[] => {
      const person = state.basis.holders[post]?.[0];
      return person === undefined ? [] : [{ type: 'postFilled', post, person }];
    });
  },
};
