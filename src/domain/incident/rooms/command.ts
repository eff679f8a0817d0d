import type { EventBody } from '../events.js';
import type { Room } from '../room.js';

/**
 * Who commands. The posts of command are filled by their primary holders: when the incident opens, and those
 * that another version of the plan adds when it comes into use.
 */
export const command: Room<'command'> = {
  name: 'command',
  initial: { posts: {} },

  evolve(slice, event) {
    return event.type === 'postFilled' ? { posts: { ...slice.posts, [event.post]: event.person } } : slice;
  },

  react(state, event) {
    if (event.type !== 'reported' && event.type !== 'planMoved') return [];
    const { commander, deputies } = state.basis.plan.command;
    const open = [commander, ...deputies].filter((post) => state.command.posts[post] === undefined);
    return open.flatMap((post): EventBody[] => {
      const person = state.basis.holders[post]?.[0];
      return person === undefined ? [] : [{ type: 'postFilled', post, person }];
    });
  },
};
