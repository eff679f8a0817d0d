import { EVENT_TYPES, evolve, initial, isFinished, isToPutRight } from '../domain/incident/index.js';
import type { State } from '../domain/incident/index.js';
import type { KnownHead } from '../domain/record.js';
import type { Basis } from '../domain/plan/compiled.js';
import { Breath } from './breath.js';
import { ChainCheck } from './chainCheck.js';
import { MessageCheck } from './checkMessages.js';
import { erasedOnRecord } from './erasedOnRecord.js';
import type { Findings } from './findings.js';
import type { KeptRecord } from './kept.js';
import { NamedInEvents } from './namedInEvents.js';
import type { ReadEvent } from './readEvent.js';

export interface CheckedEvents {
  named: NamedInEvents;
  /** What they give; undefined where they are not whole. */
  state: State | undefined;
  /** Every one of them is there and as it was sealed. */
  whole: boolean;
  /** It is over and nothing is asked for: nothing more is under way. */
  isFinished: boolean;
  /** Nor can anything begin any more. */
  isOver: boolean;
  /** When the last of them happened. */
  lastAt: number;
  /** Of texts, by an erasure on record. */
  erased: number;
  /** Of messages. */
  messagesErased: number;
  /** Types that this release does not know, as they were sealed. */
  unknown: string[];
}

/** The chain, the messages that caused it, and the state that follows, in one pass. */
export async function checkEvents(
  record: KeptRecord,
  basis: Basis | undefined,
  findings: Findings,
  heads: readonly KnownHead[],
): Promise<CheckedEvents> {
  const { id, seq: upTo, lastSeq, headHash } = record.incident;
  const onRecord = await erasedOnRecord(record);
  const chain = new ChainCheck(id, onRecord.texts, findings, heads);
  const messages = new MessageCheck(record.messages(), onRecord.messages, findings);
  const named = new NamedInEvents();
  const breath = new Breath();
  let state = basis && initial(basis);
  let whole = true;
  let lastAt = 0;
  let erased = 0;
  const unknown = new Set<string>();
  for await (const kept of record.events()) {
    await breath.take();
    if (kept.seq > upTo) {
      findings.fault({ code: 'event_stray', seq: kept.seq, needed: `≤ ${upTo}` });
      continue;
    }
    const read = chain.take(kept);
    if (read === undefined || !isNamed(read, whole ? state : undefined, named, findings)) {
      whole = false;
      await messages.skip(kept.seq);
    } else {
      await messages.take(read, whole ? state : undefined);
      state = whole && state ? evolved(state, read, findings) : undefined;
      if (!EVENT_TYPES.has(read.event.type)) unknown.add(read.event.type);
      lastAt = read.event.at;
      erased += read.erased.length;
    }
  }
  if (lastSeq > upTo) findings.fault({ code: 'event_stray', seq: lastSeq, needed: `≤ ${upTo}` });
  await messages.end(upTo);
  if (!chain.end(upTo, headHash)) whole = false;
  const known = whole ? state : undefined;
  const finished = known !== undefined && isFinished(known);
  return {
    named,
    state: known,
    whole,
    isFinished: finished,
    isOver: finished && !isToPutRight(known),
    lastAt,
    erased,
    messagesErased: messages.erased,
    unknown: [...unknown],
  };
}

/** Whether what it names can be read. */
function isNamed({ event }: ReadEvent, before: State | undefined, named: NamedInEvents, findings: Findings): boolean {
  try {
    named.take(event, before);
    return true;
  } catch {
    findings.fault({ code: 'event_unreadable', seq: event.seq, type: event.type });
    return false;
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
