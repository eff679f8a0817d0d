import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { OwnThread } from '../../documents/threads/ownThread.js';
import type { Outcome, Rehearsed } from '../../rehearsal/index.js';
import { rehearseShare } from './share.js';
import type { Share } from './share.js';

/** As compiled; a thread cannot be started from TypeScript. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Each thread takes so many at a time: few enough that none is left working alone at the end. */
const PIECE = 10;

/**
 * All runs, on all cores. A run depends on the seed and its number alone, so that it does not matter who does which.
 * `told`: is told after each piece how many are done.
 */
export async function rehearseAll(
  given: Rehearsed,
  runs: number,
  told: (done: number) => void,
  threads = availableParallelism(),
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const pieces = Array.from({ length: Math.ceil(runs / PIECE) }, (_, i) => i * PIECE);
  const takes = async (work: (share: Share) => Outcome[] | Promise<Outcome[]>) => {
    for (let from = pieces.shift(); from !== undefined; from = pieces.shift()) {
      outcomes.push(...(await work({ given, from, to: Math.min(from + PIECE, runs) })));
      told(outcomes.length);
    }
  };
  if (threads < 2 || runs <= PIECE || !existsSync(THREAD)) {
    await takes(rehearseShare);
    return outcomes;
  }
  const own = Array.from({ length: threads }, () => new OwnThread<Share, Outcome[]>(THREAD, 'the rehearsal'));
  try {
    await Promise.all(own.map((thread) => takes((share) => thread.ask(share))));
  } finally {
    await Promise.all(own.map((thread) => thread.close()));
  }
  return outcomes;
}
