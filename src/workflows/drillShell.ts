import { CancellationScope, isCancellation, log } from '@temporalio/workflow';
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
import type {
  DrillEffect,
  DrillEvent,
  DrillMessage,
  DrillRefusal,
  DrillState,
  Refused,
} from '../domain/drill/index.js';
import { carryOut, followIncident, playAbsent, recordDrill } from './drillEffects.js';
import { MachineShell } from './machineShell.js';
import type { UnreadHead } from './machineShell.js';
import type { DrillInput } from './messages.js';

/** Continue as new past this many history events. */
const FULL_HISTORY = 2_000;

const MACHINE = {
  named: ({ drill }: DrillState) => ({ drill }),
  read: readDrillDecision,
  unread: (head: UnreadHead, refused: Refused): DrillEvent => ({ ...head, ...refused }),
  ...{ answerTo, decide, evolve, isFinished, nextWake, refuse, wake },
};

/** Keeps one drill going: what its machine asks of the world, and what its incident shows. */
export class DrillShell extends MachineShell<DrillState, DrillEvent, DrillMessage, DrillRefusal> {
  /** Of the incident's events: the last one that was looked at. */
  private followed: number;
  private readonly atWork = new Map<string, CancellationScope>();
  private following: CancellationScope | undefined;
  private playing: CancellationScope | undefined;
  /** The response is over, or nobody is left to be played. */
  private played = false;

  constructor({ opening, carried }: DrillInput) {
    const begun = carried
      ? { ...carried, state: restored(carried.state) }
      : { state: initial, lastAt: 0, unrecorded: [] };
    super(MACHINE, FULL_HISTORY, begun);
    this.followed = carried?.followed ?? 0;
    if (!carried && opening) this.apply(open(opening));
  }

  /** Any JSON at all; what is none is left alone. */
  preempt(payload: unknown): void {
    const asked = readPreemption(payload);
    if (asked === undefined) log.warn('a drill was told of a real incident in words that it does not know');
    else this.guarded(() => hear(this.state, { type: 'preempt', ...asked }, this.now()));
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

  /** The next run asks for the same under the same keys. */
  letGo(): void {
    for (const scope of this.atWork.values()) scope.cancel();
    this.following?.cancel();
    this.playing?.cancel();
  }

  carry(): DrillInput {
    return { carried: { ...this.carried(), followed: this.followed } };
  }

  protected keep(events: DrillEvent[]) {
    return recordDrill({ drill: this.state.drill, events });
  }

  protected idle(): boolean {
    return this.atWork.size === 0 && this.following === undefined && this.playing === undefined;
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
}
