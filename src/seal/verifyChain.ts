import { CHAIN_START, chainHash } from './sealEvent.js';
import type { SealedEvent } from './sealEvent.js';
import { agreesWithDigest } from './texts.js';

export type ChainVerdict =
  | { intact: true; length: number; head: string }
  /** `seq`: the first event that is not what was sealed. */
  | { intact: false; seq: number; why: 'missing' | 'hash' | 'text' };

/**
 * Checks the events of one incident from its first. What was cut off at the end cannot be seen from the rest: compare
 * `length` and `head` with what is known from elsewhere.
 */
export function verifyChain(incidentId: string, rows: Iterable<SealedEvent>): ChainVerdict {
  let head = CHAIN_START;
  let length = 0;
  for (const { seq, event, texts, hash } of rows) {
    const expected = length + 1;
    if (seq !== expected || event.seq !== expected) return { intact: false, seq: expected, why: 'missing' };
    if (chainHash(head, incidentId, event, texts) !== hash) return { intact: false, seq, why: 'hash' };
    if (!Object.values(texts).every(agreesWithDigest)) return { intact: false, seq, why: 'text' };
    head = hash;
    length = expected;
  }
  return { intact: true, length, head };
}
