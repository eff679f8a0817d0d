import { CHAIN_START, chainHash } from './sealEvent.js';
import type { Chained, SealedEvent } from './sealEvent.js';
import { agreesWithDigest } from './texts.js';

export type ChainVerdict =
  | { intact: true; length: number; head: string }
  /** `seq`: the first event that is not what was sealed. */
  | { intact: false; seq: number; why: ChainFault['why'] };

export type ChainFault = { seq: number } & (
  { why: 'missing' } | { why: 'hash'; found: string; needed: string } | { why: 'text'; field: string }
);

/** Of a gap, so many are named one by one. */
const MOST_NAMED = 100;

/**
 * Takes the events of one incident in their order and names each that is not what was sealed. What comes after such an
 * event is held against both what is stored and what should be, so that one changed byte is one fault.
 */
export class Chain {
  length = 0;
  /** What the next event may be chained to. */
  private heads = [CHAIN_START];

  constructor(private readonly incidentId: string) {}

  take({ seq, event, texts, hash }: SealedEvent<Chained>): ChainFault[] {
    const expected = this.length + 1;
    // Behind a gap nobody knows what it should be chained to.
    const computed = seq === expected ? this.heads.map((head) => chainHash(head, this.incidentId, event, texts)) : [];
    const fits = computed.length === 0 || computed.includes(hash);
    if (seq < expected || (event.seq !== seq && fits)) return [{ seq: expected, why: 'missing' }];
    const gap = Math.min(seq - expected, MOST_NAMED);
    const faults: ChainFault[] = Array.from({ length: gap }, (_, i) => ({ seq: expected + i, why: 'missing' }));
    const [needed = hash] = computed;
    this.length = seq;
    this.heads = fits ? [hash] : [hash, needed];
    if (!fits) return [...faults, { seq, why: 'hash', found: hash, needed }];
    const changed = Object.entries(texts).find(([, text]) => !agreesWithDigest(text));
    if (changed) faults.push({ seq, why: 'text', field: changed[0] });
    return faults;
  }

  /** An event that cannot be read; what follows is held against its hash, where that is known. */
  skip(seq: number, hash: string): void {
    this.length = seq;
    this.heads = hash === '' ? [] : [hash];
  }

  endsWith(hash: string): boolean {
    return this.heads.length === 0 || this.heads.includes(hash);
  }

  get head(): string {
    return this.heads[0] ?? '';
  }
}

/**
 * Checks the events of one incident from its first. What was cut off at the end cannot be seen from the rest: compare
 * `length` and `head` with what is known from elsewhere.
 */
export function verifyChain(incidentId: string, rows: Iterable<SealedEvent<Chained>>): ChainVerdict {
  const chain = new Chain(incidentId);
  for (const row of rows) {
    const [fault] = chain.take(row);
    if (fault) return { intact: false, seq: fault.seq, why: fault.why };
  }
  return { intact: true, length: chain.length, head: chain.head };
}
