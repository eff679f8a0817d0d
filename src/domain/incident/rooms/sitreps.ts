import { isOver } from '../phases.js';
import { earliest } from '../../time.js';
import type { Room } from '../room.js';
import { draftSitrep, editSitrep, releaseSitrep } from '../sitreps/decide.js';
import { evolveSitreps } from '../sitreps/evolve.js';
import { react } from '../sitreps/react.js';
import { wake } from '../sitreps/wake.js';

/**
 * Situation reports 信息报送, at the rhythm that the plan gives the level: Muster drafts, people put it into their words and
 * release it, and one that is overdue is brought before ever more people. At most one is open at a time.
 */
export const sitreps: Room<'sitreps'> = {
  name: 'sitreps',
  initial: {
    last: 0,
    told: { upTo: 0, at: 0 },
    next: undefined,
    open: undefined,
    unsent: {},
    sent: undefined,
    released: [],
  },
  evolve: evolveSitreps,
  decide: { draftSitrep, editSitrep, releaseSitrep },
  react,

  due({ sitreps: { open, next }, phase }) {
    if (isOver(phase)) return undefined;
    return open === undefined ? next?.draftAt : earliest(open.tellAt, open.repeatAt);
  },
  wake,
};
