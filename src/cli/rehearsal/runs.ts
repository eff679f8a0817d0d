import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { OwnThread } from '../../documents/threads/ownThread.js';
import type { Outcome, Rehearsed } from '../../rehearsal/index.js';
import { rehearseShares } from './share.js';
import type { Share } from './share.js';

/** As compiled; a thread cannot be started from TypeScript. */
const THREAD = new URL('./thread.js', import.meta.url);

/** Each thread takes so many at a time: few enough that none is left working alone at the end. */
const PIECE = 10;

/** A run leaves much behind and keeps little of it: with the usual room for what is new an eighth of the time went into clearing up. */
const YOUNG_MB = 96;

type Work = (share: Share) => Outcome[] | Promise<Outcome[]>;

/** Rehearses on all cores. The same threads serve for one rehearsal after another, and are faster from the second on. */
export class Rehearsals {
  private readonly threads: OwnThread<Share, Outcome[]>[];
  private readonly workers: Work[];

  /** `most`: so many runs at most in one of them. */
  constructor(threads = availableParallelism(), most = Infinity) {
    const count = threads < 2 || most <= PIECE || !existsSync(THREAD) ? 0 : threads;
    this.threads = Array.from(
      { length: count },
      () => new OwnThread(THREAD, 'the rehearsal', { maxYoungGenerationSizeMb: YOUNG_MB }),
    );
    const inThreads = this.threads.map(
      (thread): Work =>
        (share) =>
          thread.ask(share),
    );
    this.workers = count === 0 ? [rehearseShares()] : inThreads;
  }

  /**
   * All runs; one rehearsal after the other. A run depends on the seed and its number alone, so that it does not matter who does
   * which. `told`: is told after each piece how many are done.
   */
  async run(given: Rehearsed, runs: number, told: (done: number) => void): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const pieces = Array.from({ length: Math.ceil(runs / PIECE) }, (_, i) => i * PIECE);
    const takes = async (work: Work) => {
      let news: { given?: Rehearsed } = { given };
      for (let from = pieces.shift(); from !== undefined; from = pieces.shift()) {
        outcomes.push(...(await work({ ...news, from, to: Math.min(from + PIECE, runs) })));
        news = {};
        told(outcomes.length);
      }
    };
    await Promise.all(this.workers.map(takes));
    return outcomes;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
