import { evolve, initial } from '../domain/incident/index.js';
import type { State } from '../domain/incident/index.js';
import type { Basis } from '../domain/plan/compiled.js';
import { Chain } from '../seal/index.js';
import type { ChainFault } from '../seal/index.js';
import { Breath } from './breath.js';
import { MessageCheck } from './checkMessages.js';
import { erasedOnRecord } from './erasedOnRecord.js';
import type { ErasedOnRecord } from './erasedOnRecord.js';
import type { Findings } from './findings.js';
import type { KeptEvent, KeptRecord } from './kept.js';
import { NamedInEvents } from './namedInEvents.js';
import { readEvent } from './readEvent.js';
import type { ReadEvent } from './readEvent.js';

export interface CheckedEvents {
  named: NamedInEvents;
  /** What they give; undefined where they are not whole. */
  state: State | undefined;
  /** Every one of them is there and as it was sealed. */
  whole: boolean;
  /** When the last of them happened. */
  lastAt: number;
  /** Of texts, by an erasure on record. */
  erased: number;
  /** Of messages. */
  messagesErased: number;
}

/** The chain, the messages that caused it, and the state that follows, in one pass. */
export async function checkEvents(
  record: KeptRecord,
  basis: Basis | undefined,
  findings: Findings,
): Promise<CheckedEvents> {
  const { id, seq: upTo, lastSeq, headHash } = record.incident;
  const chain = new Chain(id);
  const onRecord = await erasedOnRecord(record);
  const messages = new MessageCheck(record.messages(), onRecord.messages, findings);
  const named = new NamedInEvents();
  const breath = new Breath();
  let state = basis && initial(basis);
  let whole = true;
  let lastAt = 0;
  let erased = 0;
  for await (const kept of record.events()) {
    await breath.take();
    if (kept.seq > upTo) {
      findings.fault({ code: 'event_stray', seq: kept.seq, needed: `≤ ${upTo}` });
      continue;
    }
    findings.checked.events += 1;
    const read = checkOne(kept, chain, named, onRecord, findings);
    if (read === undefined) {
      whole = false;
      await messages.skip(kept.seq);
    } else {
      await messages.take(read, whole ? state : undefined);
      state = whole && state ? evolved(state, read, findings) : undefined;
      lastAt = read.event.at;
      erased += read.erased.length;
    }
  }
  if (lastSeq > upTo) findings.fault({ code: 'event_stray', seq: lastSeq, needed: `≤ ${upTo}` });
  await messages.end(upTo);
  for (let seq = chain.length + 1; seq <= upTo && seq <= chain.length + MOST_CUT; seq++) {
    findings.fault({ code: 'event_missing', seq });
    whole = false;
  }
  if (chain.length === upTo && !chain.endsWith(headHash)) {
    findings.fault({ code: 'head_changed', seq: upTo, found: headHash, needed: chain.head });
  }
  return { named, state: whole ? state : undefined, whole, lastAt, erased, messagesErased: messages.erased };
}

/** Of what was cut off, so many are named one by one. */
const MOST_CUT = 100;

/** Undefined where it is not whole. */
function checkOne(
  kept: KeptEvent,
  chain: Chain,
  named: NamedInEvents,
  onRecord: ErasedOnRecord,
  findings: Findings,
): ReadEvent | undefined {
  const read = readEvent(kept);
  if (read === undefined) {
    findings.fault({ code: 'event_unreadable', seq: kept.seq });
    chain.skip(kept.seq, kept.hash);
    return undefined;
  }
  const faults = chain.take(read.sealed);
  for (const fault of faults) tell(fault, read, findings);
  if (faults.length > 0 || !goneAsRecorded(read, onRecord, findings)) return undefined;
  try {
    named.take(read.event);
    return read;
  } catch {
    findings.fault({ code: 'event_unreadable', seq: kept.seq, type: read.event.type });
    return undefined;
  }
}

/** A text is gone where its erasure is on record, and only there. */
function goneAsRecorded({ event, erased, sealed }: ReadEvent, { texts }: ErasedOnRecord, findings: Findings): boolean {
  const at = { seq: event.seq, type: event.type };
  const named = texts.get(event.seq) ?? new Set<string>();
  const takenOut = erased.filter((field) => !named.has(field));
  for (const item of takenOut) findings.fault({ code: 'text_taken_out', ...at, item });
  for (const item of named) {
    if (sealed.texts[item]?.text !== undefined) findings.fault({ code: 'not_erased', ...at, item });
  }
  return takenOut.length === 0;
}

function tell(fault: ChainFault, { sealed, event }: ReadEvent, findings: Findings): void {
  const { seq } = fault;
  // Of one that is missing there is nothing but the number.
  const at = seq === sealed.seq ? { seq, type: event.type } : { seq };
  switch (fault.why) {
    case 'missing':
      return findings.fault({ code: 'event_missing', seq });
    case 'hash':
      return findings.fault({ code: 'event_changed', ...at, found: fault.needed, needed: fault.found });
    case 'text': {
      const { digest } = sealed.texts[fault.field]!;
      return findings.fault({ code: 'text_changed', ...at, item: fault.field, needed: digest });
    }
  }
}

function evolved(state: State, { event }: ReadEvent, findings: Findings): State | undefined {
  try {
    return evolve(state, event);
  } catch (error) {
    findings.fault({ code: 'events_do_not_add_up', seq: event.seq, type: event.type, found: String(error) });
    return undefined;
  }
}
