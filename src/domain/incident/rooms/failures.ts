import type { Effect } from '../effects.js';
import type { Room } from '../room.js';

/** Where the program itself failed, and when people were last told. What it failed at did not happen. */
export const failures: Room<'failures'> = {
  name: 'failures',
  initial: { count: 0 },

  evolve(slice, event) {
    switch (event.type) {
      case 'machineFailed': {
        const { at, error, during } = event;
        return { ...slice, count: slice.count + 1, latest: { at, error, ...(during === undefined ? {} : { during }) } };
      }
      case 'effectRequested':
        return isFailureNotice(event.effect) ? { ...slice, toldAt: event.at } : slice;
      default:
        return slice;
    }
  },
};

function isFailureNotice(effect: Effect): boolean {
  return effect.kind === 'notify' && effect.template === 'machineFailed';
}
