import { log, sleep, workflowInfo } from '@temporalio/workflow';
import {
  answerTo,
  decide,
  evolve,
  fail,
  initial,
  isFinished,
  isMalformed,
  isOver,
  MASS_ANSWERS,
  nextWake,
  nowOf,
  open,
  paceOf,
  readDecision,
  readPeopleChanged,
  realTimeOf,
  refusal,
  restored,
  SYSTEM,
  timesOf,
  wake,
} from '../domain/incident/index.js';
import type {
  Decision,
  IncidentEvent,
  Malformed,
  Message,
  MobilisationAnswer,
  State,
  Via,
} from '../domain/incident/index.js';
import type { Instant } from '../domain/time.js';
import { Alarm } from './alarm.js';
import { EffectRunner } from './effectRunner.js';
import type { DecisionAnswer, IncidentInput, IncidentResult } from './messages.js';
import { Recorder } from './recorder.js';
import { describeToTemporal, listInTemporal } from './story.js';

/** Continue as new past this many history events: replay must stay well under a second. Measured: 2–5 ms a task. */
const FULL_HISTORY = 1_000;

/** How long a full run waits while none of its effects ends: longer than an attempt at a notice usually takes, 4 s. */
const LEAVE_AFTER = '5s';

/** How often it waits so while some of them end: starting a large mobilisation again on a busy machine makes it slower. */
const LEAVE_AT_LAST = 3;

/** An effect that ended so long ago says that others are still ending. */
const STILL_ENDING = 2_000;

/** After a bug in the machine: how long until it is asked again what is due, so that the bug cannot spin. */
const PAUSE_AFTER_FAILURE = 60_000;

type Failed = Parameters<typeof fail>[1];

/**
 * Keeps one machine alive. Rules: (1) `state` changes only through `apply`; (2) what is due is applied before every
 * message; (3) nothing here throws because of what somebody sent; (4) effects and recording run beside the loop and
 * never hold up a decision; (5) one recording is under way at a time, in order of `seq`.
 */
export class Shell {
  private state: State;
  /** What the wall clock last showed; the clock of a drill follows from it. */
  private lastReal: Instant = 0;
  private listed = true;
  /** The record holds a full run: until it is through, the run stays and starts effects. */
  private held = false;
  private leaving = false;
  private waits = 0;
  /** When an effect last ended, by the wall clock. */
  private endedAt: Instant = 0;
  private readonly alarm = new Alarm(() => (this.stirring = true));
  private stirring = false;
  /** By the wall clock. */
  private noWakeBefore: Instant = 0;
  /** Some effects wait for the next turn. */
  private effectsLeft = false;
  private readonly recorder: Recorder;
  private readonly effects = new EffectRunner({
    state: () => this.state,
    take: (answer) => this.take({ ...answer, requestId: '', actor: SYSTEM, via: 'system' }),
    ended: () => {
      this.endedAt = this.realNow();
      this.stirring = true;
    },
  });

  constructor(private readonly input: IncidentInput) {
    const { basis, carried } = input;
    this.state = carried ? restored(basis, carried.state) : initial(basis);
    this.lastReal = carried?.lastAt ?? 0;
    this.recorder = new Recorder(basis, carried?.unrecorded ?? { events: [], messages: [] }, () => {
      this.held = false;
      this.stirring = true;
      this.list();
    });
  }

  /** The first events of a new incident; nothing after continue-as-new. */
  begin(): void {
    const { opening, basis, carried } = this.input;
    const isNew = opening !== undefined && carried === undefined;
    if (isNew) {
      this.lastReal = opening.at;
      const { report, by, at, engaged, basisHash } = opening;
      this.apply(open(report, basis, by, at, engaged, basisHash));
    }
    describeToTemporal(this.state);
    // A new incident brings its search attributes along with its start, which saves the first task a write.
    if (!isNew) listInTemporal(this.state);
    this.listed = true;
    this.wakeDue();
  }

  /** Any JSON at all, from a signal or an Update. */
  takeRaw(type: Decision['type'] | undefined, payload: unknown, via?: Via): DecisionAnswer {
    return this.takeRead(readDecision(type, payload, via), via);
  }

  takeAnswers(messages: unknown): void {
    if (!Array.isArray(messages)) return void this.refuseMalformed({ field: '', needed: 'a list of messages' });
    for (const message of messages) this.takeRaw(answerType(message), message);
  }

  recheckClaims(): void {
    this.take({ type: 'recheckClaims', requestId: '', actor: SYSTEM, via: 'system' });
  }

  recheckStock(): void {
    this.take({ type: 'recheckStock', requestId: '', actor: SYSTEM, via: 'system' });
  }

  /** Any JSON at all. */
  changePeople(payload: unknown): void {
    this.takeRead(readPeopleChanged(payload));
  }

  /** Applies what has fallen due. */
  wakeDue(): void {
    const { at, realAt } = this.moment();
    if (realAt < this.noWakeBefore) return;
    const failed = this.guarded('wake', () => {
      for (let due = nextWake(this.state); due !== undefined && due <= at; due = nextWake(this.state)) {
        const events = wake(this.state, at, realAt);
        if (events.length === 0) throw new Error(`something is due at ${due} and nothing follows from it`);
        this.apply(events);
      }
    });
    if (failed) this.noWakeBefore = realAt + PAUSE_AFTER_FAILURE;
  }

  /** A full run leaves what is asked of the world to the next. */
  startEffects(): void {
    this.effectsLeft = (!this.full() || this.held) && this.effects.start();
  }

  /**
   * Writes new events to the store, in order. A full run whose effects have ended leaves the rest to the next run:
   * under a steady stream of decisions there would always be something to record, and the run would never end.
   */
  record(): void {
    const { recorder } = this;
    if (recorder.busy || recorder.isEmpty()) return;
    const leavesRest = this.full() && this.effects.isIdle() && !isOver(this.state.phase);
    if (leavesRest && recorder.fitsInOne()) return;
    recorder.record(this.state.incidentId);
  }

  /** With the record instead of the decision: the write that it costs would keep whoever decided waiting. */
  private list(): void {
    if (!this.listed) listInTemporal(this.state);
    this.listed = true;
  }

  setTimer(): void {
    const next = this.nextDue();
    if (next !== undefined) this.alarm.at(Math.max(next, this.noWakeBefore), this.realNow());
    else if (paceOf(this.state) === 0) this.alarm.off();
  }

  /** By the wall clock. Where not even this can be said, `wakeDue` finds out and names the bug. */
  private nextDue(): Instant | undefined {
    try {
      const due = nextWake(this.state);
      return due === undefined ? undefined : realTimeOf(this.state, due);
    } catch {
      return this.noWakeBefore;
    }
  }

  /** Whether something happened since the loop last looked. */
  stirred(): boolean {
    const stirred = this.stirring;
    this.stirring = false;
    return stirred;
  }

  /** Lets what one turn has started leave before the next effects are started. */
  async handOver(): Promise<void> {
    if (!this.effectsLeft) return;
    await sleep(1);
    this.stirring = true;
  }

  /** A full run that something holds up lets go of it in time, so that new calls do not wait behind it. */
  leaveInTime(): void {
    const heldUp = this.recorder.busy || !this.effects.isIdle();
    if (this.leaving || this.held || !heldUp || !this.full()) return;
    this.leaving = true;
    this.waits += 1;
    const { begun } = this.recorder;
    void sleep(LEAVE_AFTER).then(() => {
      this.leaving = false;
      this.held = this.recorder.busy && this.recorder.begun === begun;
      // What ended right away tells nothing of what still runs.
      const patient = this.realNow() - this.endedAt < STILL_ENDING && this.waits < LEAVE_AT_LAST;
      if (this.held) this.list();
      if (this.held || patient) this.stirring = true;
      else this.effects.letGo();
    });
  }

  full(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return historyLength > FULL_HISTORY || continueAsNewSuggested;
  }

  /** Nothing is under way outside, and what is not recorded yet fits into the next run's input. */
  quiet(): boolean {
    return !this.recorder.busy && this.effects.isIdle() && this.recorder.fitsInOne();
  }

  finished(): boolean {
    return isFinished(this.state) && this.quiet() && this.recorder.isEmpty();
  }

  carry(): IncidentInput {
    const { basis, ...state } = this.state;
    return { basis, carried: { state, lastAt: this.lastReal, unrecorded: this.recorder.carry() } };
  }

  result(): IncidentResult {
    return { phase: this.state.phase, seq: this.state.seq };
  }

  private takeRead(read: Message | Malformed, via?: Via): DecisionAnswer {
    return isMalformed(read) ? this.refuseMalformed(read, via) : this.take(read);
  }

  private take(message: Message): DecisionAnswer {
    this.wakeDue();
    const before = this.state;
    const failed = this.guarded(message.type, () => {
      const { at, realAt } = this.moment();
      const events = decide(this.state, message, at, realAt);
      const first = events[0];
      if (first) this.recorder.addMessage(message, first.seq);
      this.apply(events);
    });
    const refused = failed ? refusal('machine_error', { error: failed }) : this.refusalSince(before, message.requestId);
    return { seq: this.state.seq, phase: this.state.phase, ...(refused ? { refusal: refused } : {}) };
  }

  private refusalSince(before: State, requestId: string) {
    const latest = this.recorder.refusalAfter(before.seq);
    if (latest) return { code: latest.code, found: latest.found, needed: latest.needed };
    return answerTo(this.state, requestId)?.refusal;
  }

  private refuseMalformed({ field, needed, requestId }: Malformed, via: Via = 'temporal'): DecisionAnswer {
    const found = { field, ...(requestId === undefined ? {} : { requestId }) };
    const refused = refusal('malformed', found, { form: needed });
    this.guarded(undefined, () => {
      this.apply([{ ...this.bareHead(), via, ...refused }]);
    });
    return { seq: this.state.seq, phase: this.state.phase, refusal: refused };
  }

  private apply(events: IncidentEvent[]): void {
    if (events.length === 0) return;
    const before = this.state;
    this.state = events.reduce(evolve, before);
    this.recorder.add(events);
    this.stirring = true;
    const changed = before.phase !== this.state.phase || before.grading !== this.state.grading;
    if (!changed) return;
    this.listed = false;
    if (before.seq > 0) describeToTemporal(this.state);
  }

  /** A bug in the machine must not stop the incident: it is recorded and told, and the incident goes on as it was. */
  private guarded(during: Failed['during'], act: () => void): string | undefined {
    const { state } = this;
    const takeBack = this.recorder.mark();
    try {
      act();
      return undefined;
    } catch (error) {
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log.error('the machine failed; the incident goes on', { incidentId: state.incidentId, error: text });
      this.state = state;
      takeBack();
      this.tellOfFailure({ error: text, ...(during === undefined ? {} : { during }) });
      return text;
    }
  }

  /** The bug may be in what tells people, or in `evolve`: then it is only recorded, or only in the log. */
  private tellOfFailure(failure: Failed): void {
    const { at, realAt } = this.moment();
    const bare = { ...this.bareHead(), via: 'system', type: 'machineFailed', ...failure } as const;
    for (const events of [() => fail(this.state, failure, at, realAt), () => [bare]]) {
      try {
        this.apply(events());
        return;
      } catch (error) {
        log.error('a failure of the machine could not be told', { error: String(error) });
      }
    }
  }

  /** Of an event that the machine does not make itself. */
  private bareHead() {
    return { seq: this.state.seq + 1, ...timesOf(this.state, this.realNow()), actor: SYSTEM };
  }

  /** By the clock of the incident, and by the wall clock. */
  private moment(): { at: Instant; realAt: Instant } {
    const realAt = this.realNow();
    return { at: nowOf(this.state, realAt), realAt };
  }

  /** Never earlier than anything already recorded, whatever the clocks of two machines say. */
  private realNow(): Instant {
    this.lastReal = Math.max(this.lastReal, Date.now());
    return this.lastReal;
  }
}

/** What is no answer to a call is read as the most frequent one, and refused for what it lacks. */
function answerType(message: unknown): MobilisationAnswer['type'] {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
  return MASS_ANSWERS.find((known) => known === type) ?? 'acknowledge';
}
