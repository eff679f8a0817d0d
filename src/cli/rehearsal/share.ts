import { rehearseOnce } from '../../rehearsal/index.js';
import type { Outcome, Rehearsed } from '../../rehearsal/index.js';

/** So many runs, from the first up to and without the last. */
export interface Share {
  /** Absent: what the last share came with. It is large, and whatever was made ready for it would be made ready again. */
  given?: Rehearsed;
  from: number;
  to: number;
}

export type Rehearse = (share: Share) => Outcome[];

export function rehearseShares(): Rehearse {
  let kept: Rehearsed | undefined;
  return ({ given, from, to }) => {
    kept = given ?? kept;
    if (kept === undefined) throw new Error('a share came without what is rehearsed');
    const rehearsed = kept;
    return Array.from({ length: to - from }, (_, i) => rehearseOnce(rehearsed, from + i));
  };
}
