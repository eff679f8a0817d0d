import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Spread } from './parameters.js';

/** The chances of one run. */
export interface Random {
  /** From 0 up to, and not including, 1. */
  next(): number;
  chance(share: number): boolean;
  draw(spread: Spread): number;
}

/** The same for the same seed and run, whatever else runs. */
export function randomOf(seed: number, run: number): Random {
  const generator = xoroshiro128plus(mixed(seed, run));
  const next = () => uniformFloat64(generator);
  return {
    next,
    chance: (share) => next() < share,
    draw({ median, spread }) {
      // Box and Muller; 1 - next() is never 0.
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
  };
}

/** So that neighbouring runs, and the same run of a neighbouring seed, have nothing in common (finaliser of MurmurHash3). */
function mixed(seed: number, run: number): number {
  let h = Math.imul(seed ^ Math.imul(run + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
