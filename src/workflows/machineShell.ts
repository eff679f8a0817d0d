import { log, workflowInfo } from '@temporalio/workflow';
import { SYSTEM } from '../domain/incident/actor.js';
import { isMalformed } from '../domain/incident/index.js';
import type { Malformed } from '../domain/incident/index.js';
import type { Details } from '../domain/incident/refusals.js';
import type { Instant } from '../domain/time.js';
import { Alarm } from './alarm.js';

/** Events in one recording: a text has at most 2,000 characters, so that this is far below what Temporal takes. */
const MOST_EVENTS = 50;

/** After a bug in the machine: how long until it is asked again what is due. */
export const PAUSE_AFTER_FAILURE = 60_000;

interface Refusal<Code> {
  code: Code;
  found: Details;
  needed: Details;
}

type Refused<Code> = Refusal<Code> & { type: 'refused' };

/** The head of what is recorded where a decision could not be read. */
export interface UnreadHead {
  seq: number;
  at: Instant;
  actor: typeof SYSTEM;
  via: 'temporal';
}

/** What the shell asks of the machine that it keeps going. */
export interface Machine<State, Event, Message, Code> {
  /** What it is, and which one, for the log. */
  named(state: State): Record<string, string>;
  read(payload: unknown): Message | Malformed;
  decide(state: State, message: Message, at: Instant): Event[];
  wake(state: State, at: Instant): Event[];
  nextWake(state: State): Instant | undefined;
  evolve(state: State, event: Event): State;
  isFinished(state: State): boolean;
  answerTo(state: State, requestId: string): { refusal?: Refusal<Code> } | undefined;
  refuse(code: 'malformed' | 'machine_error', found: Details, needed?: Details): Refused<Code>;
  unread(head: UnreadHead, refused: Refused<Code>): Event;
}

/** How a decision was answered. */
interface Answer<Status, Code> {
  seq: number;
  status: Status;
  refusal?: Refusal<Code>;
}

export interface Carried<State, Event> {
  state: State;
  lastAt: Instant;
  unrecorded: Event[];
}

/**
 * Keeps a machine going, by the rules of the incident's shell: state changes only through `apply`, what is due comes before
 * every decision, nothing throws because of what somebody sent, and whatever is asked of the world runs beside the loop.
 */
export abstract class MachineShell<
  State extends { seq: number; status: string },
  Event extends { seq: number; type: string },
  Message extends { requestId: string },
  Code extends string,
> {
  protected state: State;
  protected stirring = false;
  private lastAt: Instant;
  private unrecorded: Event[];
  private recording = false;
  private readonly alarm = new Alarm(() => (this.stirring = true));
  private noWakeBefore: Instant = 0;

  constructor(
    private readonly machine: Machine<State, Event, Message, Code>,
    /** Continue as new past this many history events. */
    private readonly fullHistory: number,
    { state, lastAt, unrecorded }: Carried<State, Event>,
  ) {
    this.state = state;
    this.lastAt = lastAt;
    this.unrecorded = unrecorded;
  }

  protected abstract keep(events: Event[]): Promise<unknown>;
  /** Nothing that was asked of the world is under way. */
  protected abstract idle(): boolean;

  /** Any JSON at all. */
  take(payload: unknown): Answer<State['status'], Code> {
    this.wakeDue();
    const read = this.machine.read(payload);
    return isMalformed(read) ? this.refuseMalformed(read) : this.decide(read);
  }

  wakeDue(): void {
    const at = this.now();
    if (at < this.noWakeBefore) return;
    if (this.guarded(() => this.machine.wake(this.state, at))) this.noWakeBefore = at + PAUSE_AFTER_FAILURE;
  }

  record(): void {
    if (this.recording || this.unrecorded.length === 0) return;
    const events = this.unrecorded.slice(0, MOST_EVENTS);
    this.unrecorded = this.unrecorded.slice(MOST_EVENTS);
    this.recording = true;
    void this.keep(events).then(() => {
      this.recording = false;
      this.stirring = true;
    });
  }

  setTimer(): void {
    const next = this.machine.nextWake(this.state);
    if (next !== undefined) this.alarm.at(Math.max(next, this.noWakeBefore), this.now());
  }

  stirred(): boolean {
    const stirred = this.stirring;
    this.stirring = false;
    return stirred;
  }

  full(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return historyLength > this.fullHistory || continueAsNewSuggested;
  }

  quiet(): boolean {
    return !this.recording && this.idle() && this.unrecorded.length <= MOST_EVENTS;
  }

  finished(): boolean {
    const hasBegun = this.state.seq > 0;
    return !hasBegun || (this.machine.isFinished(this.state) && this.quiet() && this.unrecorded.length === 0);
  }

  result(): Answer<State['status'], Code> {
    return { seq: this.state.seq, status: this.state.status };
  }

  protected carried(): Carried<State, Event> {
    const { state, lastAt, unrecorded } = this;
    return { state, lastAt, unrecorded };
  }

  protected decide(message: Message): Answer<State['status'], Code> {
    const before = this.state.seq;
    const failed = this.guarded(() => this.machine.decide(this.state, message, this.now()));
    if (failed) return this.answer(this.machine.refuse('machine_error', { error: failed }));
    const refused = this.unrecorded.filter(isRefused<Event, Code>).find(({ seq }) => seq > before);
    return this.answer(refused ?? this.machine.answerTo(this.state, message.requestId)?.refusal);
  }

  /** A bug in the machine must not stop what it is about: it goes on as it was. */
  protected guarded(act: () => Event[]): string | undefined {
    const { state } = this;
    try {
      this.apply(act());
      return undefined;
    } catch (error) {
      this.state = state;
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log.error('the machine failed; it goes on as it was', { ...this.machine.named(state), error: text });
      return text;
    }
  }

  protected apply(events: Event[]): void {
    if (events.length === 0) return;
    this.state = events.reduce((state, event) => this.machine.evolve(state, event), this.state);
    this.unrecorded.push(...events);
    this.stirring = true;
  }

  /** Never earlier than anything already recorded, whatever the clocks of two machines say. */
  protected now(): Instant {
    this.lastAt = Math.max(this.lastAt, Date.now());
    return this.lastAt;
  }

  private refuseMalformed({ field, needed, requestId }: Malformed): Answer<State['status'], Code> {
    const found = { field, ...(requestId === undefined ? {} : { requestId }) };
    const refused = this.machine.refuse('malformed', found, { form: needed });
    const head = { seq: this.state.seq + 1, at: this.now(), actor: SYSTEM, via: 'temporal' } as const;
    this.guarded(() => [this.machine.unread(head, refused)]);
    return this.answer(refused);
  }

  private answer(refusal: Refusal<Code> | undefined): Answer<State['status'], Code> {
    const { seq, status } = this.state;
    if (refusal === undefined) return { seq, status };
    const { code, found, needed } = refusal;
    return { seq, status, refusal: { code, found, needed } };
  }
}

function isRefused<Event extends { type: string }, Code>(event: Event): event is Event & Refused<Code> {
  return event.type === 'refused';
}
