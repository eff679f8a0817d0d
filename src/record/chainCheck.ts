import type { KnownHead } from '../domain/record.js';
import type { IncidentEvent } from '../domain/incident/index.js';
import { Chain } from '../seal/index.js';
import type { Chained, ChainFault } from '../seal/index.js';
import type { Findings } from './findings.js';
import type { KeptEvent } from './kept.js';
import { readEvent } from './readEvent.js';
import type { ReadEvent } from './readEvent.js';

/** By event, the names of the texts that an erasure on record has taken out. */
export type ErasedTexts = ReadonlyMap<number, ReadonlySet<string>>;

/** Of what was cut off, so many are named one by one. */
const MOST_CUT = 100;

type Told = Chained & { type: string };

/** Holds events against their chain, in order, and says which is not as it was sealed. */
export class ChainCheck<E extends Told = IncidentEvent> {
  private readonly chain: Chain;
  private readonly met = new Set<KnownHead>();

  constructor(
    /** Under which they were sealed. */
    id: string,
    private readonly erased: ErasedTexts,
    private readonly findings: Findings,
    private readonly heads: readonly KnownHead[] = [],
  ) {
    this.chain = new Chain(id);
  }

  /** Undefined where it is not whole. */
  take(kept: KeptEvent): ReadEvent<E> | undefined {
    this.findings.checked.events += 1;
    const read = readEvent<E>(kept);
    this.compareHeads(kept, read?.event.type);
    if (read === undefined) {
      this.findings.fault({ code: 'event_unreadable', seq: kept.seq });
      this.chain.skip(kept.seq, kept.hash);
      return undefined;
    }
    const faults = this.chain.take(read.sealed);
    for (const fault of faults) this.tell(fault, read);
    const { type } = read.event;
    if (faults.length === 0 && kept.type !== undefined && kept.type !== type) {
      this.findings.fault({ code: 'state_changed', seq: kept.seq, item: 'type', found: kept.type, needed: type });
    }
    return faults.length === 0 && this.goneAsRecorded(read) ? read : undefined;
  }

  /** Whether nothing is missing up to there. */
  end(upTo: number, headHash: string): boolean {
    const { chain, findings } = this;
    for (let seq = chain.length + 1; seq <= upTo && seq <= chain.length + MOST_CUT; seq++) {
      findings.fault({ code: 'event_missing', seq });
    }
    if (chain.length === upTo && !chain.endsWith(headHash)) {
      findings.fault({ code: 'head_changed', seq: upTo, found: headHash, needed: chain.head });
    }
    for (const { seq, hash } of this.heads.filter((known) => !this.met.has(known))) {
      findings.fault({ code: 'head_differs', seq, needed: hash });
    }
    return chain.length >= upTo;
  }

  /** A chain that was written anew fits together; what somebody wrote down before does not fit it. */
  private compareHeads({ seq, hash: found }: KeptEvent, type: string | undefined): void {
    for (const known of this.heads.filter((one) => one.seq === seq)) {
      this.met.add(known);
      // Where it cannot be read that is told.
      if (found === '' || found.startsWith(known.hash)) continue;
      const at = type === undefined ? { seq } : { seq, type };
      this.findings.fault({ code: 'head_differs', ...at, found, needed: known.hash });
    }
  }

  /** A text is gone where its erasure is on record, and only there. */
  private goneAsRecorded({ event, erased, sealed }: ReadEvent<E>): boolean {
    const at = { seq: event.seq, type: event.type };
    const named = this.erased.get(event.seq) ?? new Set<string>();
    const takenOut = erased.filter((field) => !named.has(field));
    for (const item of takenOut) this.findings.fault({ code: 'text_taken_out', ...at, item });
    for (const item of named) {
      if (sealed.texts[item]?.text !== undefined) this.findings.fault({ code: 'not_erased', ...at, item });
    }
    return takenOut.length === 0;
  }

  private tell(fault: ChainFault, { sealed, event }: ReadEvent<E>): void {
    const { seq } = fault;
    // Of one that is missing there is nothing but the number.
    const at = seq === sealed.seq ? { seq, type: event.type } : { seq };
    switch (fault.why) {
      case 'missing':
        return this.findings.fault({ code: 'event_missing', seq });
      case 'hash':
        return this.findings.fault({ code: 'event_changed', ...at, found: fault.needed, needed: fault.found });
      case 'text': {
        const { digest } = sealed.texts[fault.field]!;
        return this.findings.fault({ code: 'text_changed', ...at, item: fault.field, needed: digest });
      }
    }
  }
}
