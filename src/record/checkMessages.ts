import { decide, fingerprint } from '../domain/incident/index.js';
import type { IncidentEvent, Message, State } from '../domain/incident/index.js';
import { canonical, sha256 } from '../seal/index.js';
import type { Findings } from './findings.js';
import type { KeptMessage } from './kept.js';
import { objectIn } from './readEvent.js';
import type { ReadEvent } from './readEvent.js';
import { isBroughtByWorld, notBrought } from './worldAnswers.js';

const MOST_NAMED = 20;

/**
 * Holds the accepted messages against the events that they caused. An event carries request id and mark of a message that
 * somebody sent; besides, each message is decided once more on the state of that moment, and the events compared.
 */
export class MessageCheck {
  private next: IteratorResult<KeptMessage, undefined> | undefined;
  private readonly messages: AsyncIterator<KeptMessage, undefined>;
  /** What the message that is being run again should be followed by. */
  private rest: { seq: number; events: IncidentEvent[] } | undefined;
  /** The last event that was seen. */
  private seen = 0;
  private unmarked = 0;
  /** Messages of which a part was erased. */
  erased = 0;
  private readonly notRepeated: number[] = [];

  constructor(
    messages: AsyncIterable<KeptMessage>,
    /** What is left of them, by the erasures on record: SHA-256 by first event. */
    private readonly erasedTo: ReadonlyMap<number, string>,
    private readonly findings: Findings,
  ) {
    this.messages = messages[Symbol.asyncIterator]() as AsyncIterator<KeptMessage, undefined>;
  }

  /** `before`: the state that the event met; undefined where it is not known. */
  async take(read: ReadEvent, before: State | undefined): Promise<void> {
    const { event } = read;
    await this.passBefore(event.seq);
    const kept = this.next?.value;
    if (kept?.firstSeq === event.seq) {
      this.next = undefined;
      this.endRepeat();
      this.check(kept, event, before);
    } else if ((event.request !== undefined && event.seq > 1) || isBroughtByWorld(event)) {
      this.findings.fault({ code: 'message_missing', seq: event.seq, type: event.type });
    }
    this.compareRepeat(read);
  }

  /** What the event says cannot be relied on. */
  async skip(seq: number): Promise<void> {
    this.rest = undefined;
    await this.passBefore(seq);
    if (this.next?.value?.firstSeq === seq) this.next = undefined;
  }

  /** `upTo`: the event with which the record ends. */
  async end(upTo: number): Promise<void> {
    this.endRepeat();
    await this.passBefore(upTo + 1);
    if (this.next?.value) this.findings.fault({ code: 'message_stray', seq: this.next.value.firstSeq });
    const { findings, unmarked, notRepeated } = this;
    findings.remark({ code: 'messages_by_mark', count: unmarked });
    const more = notRepeated.length > MOST_NAMED ? ' …' : '';
    const item = `${notRepeated.slice(0, MOST_NAMED).join(', ')}${more}`;
    findings.remark({ code: 'messages_not_repeated', count: notRepeated.length, item });
  }

  /** Those of an event that is missing are passed over: that it is missing is told. */
  private async passBefore(seq: number): Promise<void> {
    for (;;) {
      this.next ??= await this.messages.next();
      if (this.next.done || this.next.value.firstSeq >= seq) break;
      const { firstSeq } = this.next.value;
      if (firstSeq <= this.seen) this.findings.fault({ code: 'message_stray', seq: firstSeq });
      this.next = undefined;
    }
    this.seen = seq;
  }

  private check(kept: KeptMessage, event: IncidentEvent, before: State | undefined): void {
    const { findings } = this;
    const at = { seq: event.seq, type: event.type };
    findings.checked.messages += 1;
    const found = sha256(kept.message);
    const left = this.erasedTo.get(kept.firstSeq);
    const wrongSum = [left, kept.sha256].find((needed) => typeof needed === 'string' && needed !== found);
    if (typeof wrongSum === 'string') {
      return findings.fault({ code: 'message_changed', ...at, found, needed: wrongSum });
    }
    const message = objectIn(kept.message) as Message | undefined;
    if (message === undefined) return findings.fault({ code: 'message_unreadable', ...at });
    try {
      const wrong = departure(message, event, left === undefined);
      if (wrong) return findings.fault({ code: 'message_differs', ...at, ...wrong });
      if (message.actor.kind === 'system') this.unmarked += 1;
    } catch {
      return findings.fault({ code: 'message_unreadable', ...at });
    }
    if (left !== undefined) this.erased += 1;
    else if (before !== undefined) this.rest = { seq: event.seq, events: decideAgain(before, message, event) };
  }

  private compareRepeat({ event, erased }: ReadEvent): void {
    const { rest } = this;
    if (rest === undefined) return;
    const expected = rest.events.shift();
    const same = expected !== undefined && canonical(without(expected, erased)) === canonical(without(event, erased));
    if (!same) return this.endRepeat();
    if (rest.events.length > 0) return;
    this.findings.checked.repeated += 1;
    this.rest = undefined;
  }

  private endRepeat(): void {
    if (this.rest) this.notRepeated.push(this.rest.seq);
    this.rest = undefined;
  }
}

/** `whole`: nothing of it was erased, so that its mark can be compared. */
function departure(
  message: Message,
  event: IncidentEvent,
  whole: boolean,
): { item: string; found: string; needed: string } | undefined {
  const differs = (item: string, found: string, needed: string) =>
    found === needed ? undefined : { item, found, needed };
  const who = differs('actor', canonical(message.actor), canonical(event.actor));
  const way = who ?? differs('via', message.via, event.via);
  if (way !== undefined) return way;
  if (message.actor.kind === 'system') return notBrought(message, event);
  // A key that was used for something else is refused by an event without it: the key is not this message's.
  const reused = event.type === 'refused' && event.code === 'request_id_reused';
  if (reused) return differs('requestId', message.requestId, String(event.found['requestId']));
  return (
    differs('requestId', message.requestId, event.request?.id ?? '') ??
    (whole ? differs('content', fingerprint(message), event.request?.fingerprint ?? '') : undefined)
  );
}

function decideAgain(state: State, message: Message, { at, realAt = at }: IncidentEvent): IncidentEvent[] {
  try {
    return JSON.parse(JSON.stringify(decide(state, message, at, realAt))) as IncidentEvent[];
  } catch {
    return [];
  }
}

/** Without what cannot be compared any more. */
function without(event: IncidentEvent, erased: string[]): object {
  if (erased.length === 0) return event;
  const texts = 'texts' in event ? (event.texts as Record<string, unknown>) : {};
  return { ...event, texts: Object.fromEntries(Object.entries(texts).filter(([field]) => !erased.includes(field))) };
}
