import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { Spread } from './parameters.js';

/**
 * The chances of one run. What each is for names it, such as `travel li-na`: whatever else happens before, the first
 * journey of Li Na takes as long, so that a run and a drill with the same seed have the same people in them, and a simulator
 * that is killed takes up with the same chances.
 */
export interface Random {
  chance(share: number, what: string): boolean;
  draw(spread: Spread, what: string): number;
}

/** The same for the same seed and run, whatever else runs. */
export function randomOf(seed: number, run: number): Random {
  const base = mixed(seed ^ Math.imul(run + 1, 0x9e3779b1));
  const streams = new Map<string, () => number>();
  /** From 0 up to, and not including, 1. */
  const streamOf = (what: string): (() => number) => {
    let stream = streams.get(what);
    if (stream === undefined) {
      const key = mixed(base ^ hashed(what));
      const words = [1, 2, 3, 4].map((word) => mixed(key + Math.imul(word, 0x9e3779b1)));
      const generator = xoroshiro128plusFromState(words);
      stream = () => uniformFloat64(generator);
      streams.set(what, stream);
    }
    return stream;
  };
  return {
    chance: (share, what) => streamOf(what)() < share,
    draw({ median, spread }, what) {
      const next = streamOf(what);
      // Box and Muller; 1 - next() is never 0.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
  };
}

/** FNV-1a. */
export function hashed(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** So that neighbouring runs, and the same run of a neighbouring seed, have nothing in common (finaliser of MurmurHash3). */
function mixed(seed: number): number {
  let h = Math.imul(seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
