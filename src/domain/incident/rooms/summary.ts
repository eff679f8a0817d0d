import type { Room } from '../room.js';
import { decideSummary } from '../summary/decide.js';
import { evolveSummary } from '../summary/evolve.js';
import { react } from '../summary/react.js';

/**
 * The summary evaluation 总结评估: a meeting of all departments after the end that rates the response by the criteria of
 * drills, so that the two can be laid side by side, and says what follows. Where the level asks for none, one may still be held.
 */
export const summary: Room<'summary'> = {
  name: 'summary',
  initial: { versions: 0 },
  evolve: evolveSummary,
  decide: { summary: decideSummary },
  react,
};
