import { CancellationScope, isCancellation, log, workflowInfo } from '@temporalio/workflow';
import { SYSTEM } from '../domain/incident/actor.js';
import type { Malformed } from '../domain/incident/index.js';
import {
  answerTo,
  decide,
  evolve,
  followsIncident,
  hear,
  initial,
  isFinished,
  mayBegin,
  nextWake,
  open,
  readDrillDecision,
  readPreemption,
  refuse,
  restored,
  simulatedStep,
  wake,
} from '../domain/drill/index.js';
import type { DrillEffect, DrillEvent, DrillMessage, DrillState, Refused } from '../domain/drill/index.js';
import type { Instant } from '../domain/time.js';
import { Alarm } from './alarm.js';
import { carryOut, followIncident, playAbsent, recordDrill } from './drillEffects.js';
import type { DrillDecisionAnswer, DrillInput } from './messages.js';

/** Continue as new past this many history events. */
const FULL_HISTORY = 2_000;

/** Events in one recording: a text has at most 2,000 characters, so that this is far below what Temporal takes. */
const MOST_EVENTS = 50;

/** After a bug in the machine: how long until it is asked again what is due. */
const PAUSE_AFTER_FAILURE = 60_000;

/**
 * Keeps one drill going, by the rules of the incident's shell: state changes only through `apply`, what is due comes before
 * every decision, nothing throws because of what somebody sent, and whatever is asked of the world runs beside the loop.
 */
export class DrillShell {
  private state: DrillState;
  private lastAt: Instant;
  private unrecorded: DrillEvent[];
  /** Of the incident's events: the last one that was looked at. */
  private followed: number;
  private recording = false;
  private readonly atWork = new Map<string, CancellationScope>();
  private following: CancellationScope | undefined;
  private playing: CancellationScope | undefined;
  /** The response is over, or nobody is left to be played. */
  private played = false;
  private readonly alarm = new Alarm(() => (this.stirring = true));
  private stirring = false;
  private noWakeBefore: Instant = 0;

  constructor({ opening, carried }: DrillInput) {
    this.state = carried ? restored(carried.state) : initial;
    this.lastAt = carried?.lastAt ?? 0;
    this.unrecorded = carried?.unrecorded ?? [];
    this.followed = carried?.followed ?? 0;
    if (!carried && opening) this.apply(open(opening));
  }

  /** Any JSON at all. */
  take(payload: unknown): DrillDecisionAnswer {
    this.wakeDue();
    const read = readDrillDecision(payload);
    return 'field' in read ? this.refuseMalformed(read) : this.decide(read);
  }

  /** Any JSON at all; what is none is left alone. */
  preempt(payload: unknown): void {
    const asked = readPreemption(payload);
    if (asked === undefined) log.warn('a drill was told of a real incident in words that it does not know');
    else this.guarded(() => hear(this.state, { type: 'preempt', ...asked }, this.now()));
  }

  wakeDue(): void {
    const at = this.now();
    if (at < this.noWakeBefore) return;
    if (this.guarded(() => wake(this.state, at))) this.noWakeBefore = at + PAUSE_AFTER_FAILURE;
  }

  startEffects(): void {
    if (this.full()) return;
    for (const effect of this.state.effects) {
      if (!this.atWork.has(effect.id) && mayBegin(this.state, effect)) void this.settle(effect);
    }
  }

  follow(): void {
    if (!followsIncident(this.state)) this.following?.cancel();
    else if (this.following === undefined && !this.full()) void this.look();
  }

  /** Whoever is not there: in the incident by an activity beside the loop, in the drill itself here. */
  simulate(): void {
    const { status, simulateAbsent } = this.state;
    if (simulateAbsent === undefined) return;
    if (status !== 'running') this.playing?.cancel();
    else if (this.playing === undefined && !this.played && !this.full()) void this.play();
    for (let step = simulatedStep(this.state); step !== undefined; step = simulatedStep(this.state)) {
      const { seq } = this.state;
      this.decide(step);
      if (this.state.seq === seq) return;
    }
  }

  record(): void {
    if (this.recording || this.unrecorded.length === 0) return;
    const events = this.unrecorded.slice(0, MOST_EVENTS);
    this.unrecorded = this.unrecorded.slice(MOST_EVENTS);
    this.recording = true;
    void recordDrill({ drill: this.state.drill, events }).then(() => {
      this.recording = false;
      this.stirring = true;
    });
  }

  setTimer(): void {
    const next = nextWake(this.state);
    if (next !== undefined) this.alarm.at(Math.max(next, this.noWakeBefore), this.now());
  }

  stirred(): boolean {
    const stirred = this.stirring;
    this.stirring = false;
    return stirred;
  }

  full(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return historyLength > FULL_HISTORY || continueAsNewSuggested;
  }

  /** The next run asks for the same under the same keys. */
  letGo(): void {
    for (const scope of this.atWork.values()) scope.cancel();
    this.following?.cancel();
    this.playing?.cancel();
  }

  quiet(): boolean {
    const isIdle = this.atWork.size === 0 && this.following === undefined && this.playing === undefined;
    return !this.recording && isIdle && this.unrecorded.length <= MOST_EVENTS;
  }

  finished(): boolean {
    const hasBegun = this.state.seq > 0;
    return !hasBegun || (isFinished(this.state) && this.quiet() && this.unrecorded.length === 0);
  }

  carry(): DrillInput {
    const { state, lastAt, unrecorded, followed } = this;
    return { carried: { state, lastAt, unrecorded, followed } };
  }

  result(): DrillDecisionAnswer {
    return { seq: this.state.seq, status: this.state.status };
  }

  private async settle(effect: DrillEffect): Promise<void> {
    const { id: effectId } = effect;
    const scope = new CancellationScope();
    this.atWork.set(effectId, scope);
    try {
      const more = await scope.run(() => carryOut(effect, this.state, this.now()));
      this.guarded(() => hear(this.state, { type: 'settled', effectId, ...more }, this.now()));
    } catch (error) {
      if (!isCancellation(error)) {
        log.warn('what a drill asked for could not be done', { effect: effectId, error: String(error) });
        this.guarded(() => hear(this.state, { type: 'settled', effectId, failed: true }, this.now()));
      }
    }
    this.atWork.delete(effectId);
    this.stirring = true;
  }

  private async look(): Promise<void> {
    const scope = new CancellationScope();
    this.following = scope;
    try {
      const { incidentId } = this.state;
      const { events, upTo } = await scope.run(() => followIncident({ incidentId, after: this.followed }));
      this.followed = upTo;
      this.guarded(() => hear(this.state, { type: 'seen', events }, this.now()));
    } catch (error) {
      if (!isCancellation(error)) log.warn('the incident of a drill could not be followed', { error: String(error) });
    }
    this.following = undefined;
    this.stirring = true;
  }

  private async play(): Promise<void> {
    const scope = new CancellationScope();
    this.playing = scope;
    try {
      const { drill, incidentId, startedAt: start = 0 } = this.state;
      await scope.run(() => playAbsent({ drill, incidentId, start }));
      this.played = true;
    } catch (error) {
      if (!isCancellation(error)) log.warn('whoever is not there could not be played', { error: String(error) });
    }
    this.playing = undefined;
    this.stirring = true;
  }

  private decide(message: DrillMessage): DrillDecisionAnswer {
    const before = this.state.seq;
    const failed = this.guarded(() => decide(this.state, message, this.now()));
    if (failed) return this.answer(refuse('machine_error', { error: failed }));
    const fresh = this.unrecorded.find((event) => event.seq > before && event.type === 'refused');
    return this.answer(fresh?.type === 'refused' ? fresh : answerTo(this.state, message.requestId)?.refusal);
  }

  private refuseMalformed({ field, needed, requestId }: Malformed): DrillDecisionAnswer {
    const found = { field, ...(requestId === undefined ? {} : { requestId }) };
    const refused = refuse('malformed', found, { form: needed });
    const event: DrillEvent = { seq: this.state.seq + 1, at: this.now(), actor: SYSTEM, via: 'temporal', ...refused };
    this.guarded(() => [event]);
    return this.answer(refused);
  }

  private answer(refused: Omit<Refused, 'type'> | undefined): DrillDecisionAnswer {
    const { seq, status } = this.state;
    if (refused === undefined) return { seq, status };
    const { code, found, needed } = refused;
    return { seq, status, refusal: { code, found, needed } };
  }

  /** A bug in the machine must not stop the drill: it goes on as it was. */
  private guarded(act: () => DrillEvent[]): string | undefined {
    const { state } = this;
    try {
      this.apply(act());
      return undefined;
    } catch (error) {
      this.state = state;
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log.error('the machine failed; the drill goes on', { drill: state.drill, error: text });
      return text;
    }
  }

  private apply(events: DrillEvent[]): void {
    if (events.length === 0) return;
    this.state = events.reduce(evolve, this.state);
    this.unrecorded.push(...events);
    this.stirring = true;
  }

  /** Never earlier than anything already recorded, whatever the clocks of two machines say. */
  private now(): Instant {
    this.lastAt = Math.max(this.lastAt, Date.now());
    return this.lastAt;
  }
}
