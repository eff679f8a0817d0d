import { decideOpinion } from '../publicOpinion/decide.js';
import { evolveOpinion } from '../publicOpinion/evolve.js';
import type { Room } from '../room.js';

/**
 * Public opinion 舆情: what is said in public, as people and monitors enter it, and what was answered. What the plan wants
 * to be told of is told once for each rise, see `publicOpinion/alerts.ts`; when the next entry is due, `publicOpinion/dues.ts`.
 */
export const publicOpinion: Room<'publicOpinion'> = {
  name: 'publicOpinion',
  initial: { count: 0, latest: [], unanswered: [], raised: {} },
  evolve: evolveOpinion,
  decide: { publicOpinion: decideOpinion },
};
