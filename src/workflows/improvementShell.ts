import {
  ActivityCancellationType,
  CancellationScope,
  isCancellation,
  log,
  proxyActivities,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
import { SYSTEM } from '../domain/incident/actor.js';
import type { Malformed } from '../domain/incident/index.js';
import {
  answerTo,
  awaitedOf,
  decide,
  evolve,
  initial,
  isFinished,
  nextWake,
  open,
  prove,
  readImprovementDecision,
  refuse,
  restored,
  settle,
  wake,
} from '../domain/improvement/index.js';
import type {
  Awaited,
  ImprovementEffect,
  ImprovementEvent,
  ImprovementMessage,
  ImprovementState,
  ProvingAnswer,
  Refused,
} from '../domain/improvement/index.js';
import type { Instant } from '../domain/time.js';
import { Alarm } from './alarm.js';
import type { ImprovementAnswer, ImprovementInput } from './messages.js';

/** Continue as new past this many history events: with a reminder a day, after some weeks. */
const FULL_HISTORY = 1_000;

/** Events in one recording: a text has at most 2,000 characters, so that this is far below what Temporal takes. */
const MOST_EVENTS = 50;

/** After a bug in the machine: how long until it is asked again what is due. */
const PAUSE_AFTER_FAILURE = 60_000;

/** The record is never given up: silence lasts until the store is back. */
const { recordImprovement } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '3s',
  retry: { initialInterval: '500ms', maximumInterval: '30s' },
});

/** A mail server may be down over a night; then somebody else is told, and the owner again with the next reminder. */
const { tellImprovement } = proxyActivities<Activities>({
  startToCloseTimeout: '60s',
  scheduleToCloseTimeout: '18h',
  heartbeatTimeout: '3s',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '5s', maximumInterval: '15m' },
});

/**
 * A version of the plan takes effect, and a drill is held, weeks later: until then the activity fails and is asked again, which
 * leaves nothing in the history.
 */
const { planVerification, verificationOver, versionInForce } = proxyActivities<Activities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '3s',
  cancellationType: ActivityCancellationType.TRY_CANCEL,
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/**
 * Keeps one improvement alive, by the rules of the incident's shell: state changes only through `apply`, what is due comes
 * before every decision, nothing throws because of what somebody sent, and mails and record run beside the loop.
 */
export class ImprovementShell {
  private state: ImprovementState;
  private lastAt: Instant;
  private unrecorded: ImprovementEvent[];
  private recording = false;
  /** What is being told, whether it is still wanted or not. */
  private telling: { id: string; scope: CancellationScope } | undefined;
  /** What is being waited for to have it shown by a drill, or verified. */
  private proving: { key: string; scope: CancellationScope } | undefined;
  private readonly alarm = new Alarm(() => (this.stirring = true));
  private stirring = false;
  private noWakeBefore: Instant = 0;

  constructor({ opening, carried }: ImprovementInput) {
    this.state = carried ? restored(carried.state) : initial;
    this.lastAt = carried?.lastAt ?? 0;
    this.unrecorded = carried?.unrecorded ?? [];
    if (carried || !opening) return;
    const opened = open(opening);
    // Whoever starts it has asked the same function first.
    if (Array.isArray(opened)) this.apply(opened);
  }

  /** Any JSON at all. */
  take(payload: unknown): ImprovementAnswer {
    this.wakeDue();
    const read = readImprovementDecision(payload);
    return 'field' in read ? this.refuseMalformed(read) : this.decide(read);
  }

  wakeDue(): void {
    const at = this.now();
    if (at < this.noWakeBefore) return;
    if (this.guarded(() => wake(this.state, at))) this.noWakeBefore = at + PAUSE_AFTER_FAILURE;
  }

  tellPeople(): void {
    const wanted = this.state.telling;
    if (this.telling && this.telling.id !== wanted?.id) this.letGo();
    else if (wanted && !this.telling && !this.full()) void this.tell(wanted);
  }

  haveProven(): void {
    const wanted = awaitedOf(this.state);
    if (this.proving && this.proving.key !== wanted?.key) this.proving.scope.cancel();
    else if (wanted && !this.proving && !this.full()) void this.prove(wanted);
  }

  record(): void {
    if (this.recording || this.unrecorded.length === 0) return;
    const events = this.unrecorded.slice(0, MOST_EVENTS);
    this.unrecorded = this.unrecorded.slice(MOST_EVENTS);
    this.recording = true;
    void recordImprovement({ improvement: this.state.improvement, events }).then(() => {
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

  /** The next run tells the same people under the same keys, and asks for the same drill. */
  letGo(): void {
    this.telling?.scope.cancel();
    this.proving?.scope.cancel();
  }

  quiet(): boolean {
    return (
      !this.recording &&
      this.telling === undefined &&
      this.proving === undefined &&
      this.unrecorded.length <= MOST_EVENTS
    );
  }

  finished(): boolean {
    const hasBegun = this.state.seq > 0;
    return !hasBegun || (isFinished(this.state) && this.quiet() && this.unrecorded.length === 0);
  }

  carry(): ImprovementInput {
    return { carried: { state: this.state, lastAt: this.lastAt, unrecorded: this.unrecorded } };
  }

  result(): ImprovementAnswer {
    return { seq: this.state.seq, status: this.state.status };
  }

  private async tell(effect: ImprovementEffect): Promise<void> {
    const { id: effectId } = effect;
    const scope = new CancellationScope();
    this.telling = { id: effectId, scope };
    try {
      const { improvement, texts, owner, handedIn, ownersBefore, kind, priority, dueAt, origin } = this.state;
      const { version, planned, ownedBy } = this.state;
      const about = {
        improvement,
        texts,
        owner,
        handedIn,
        kind,
        priority,
        dueAt,
        origin,
        ...(ownersBefore ? { ownersBefore } : {}),
        ...(ownedBy ? { ownedBy } : {}),
        ...(version ? { version } : {}),
        ...(planned ? { planned } : {}),
      };
      const reached = await scope.run(() => tellImprovement({ ...about, effect }));
      this.guarded(() => settle(this.state, { type: 'told', effectId, ...reached }, this.now()));
    } catch (error) {
      if (!isCancellation(error)) {
        log.warn('nobody could be told of an improvement', { effect: effectId, error: String(error) });
        this.guarded(() => settle(this.state, { type: 'told', effectId, people: [], unreachable: [] }, this.now()));
      }
    }
    this.telling = undefined;
    this.stirring = true;
  }

  private async prove(wanted: Awaited): Promise<void> {
    const scope = new CancellationScope();
    this.proving = { key: wanted.key, scope };
    try {
      const answer = await scope.run(() => this.proofFor(wanted));
      this.guarded(() => prove(this.state, answer, this.now()));
    } catch (error) {
      if (!isCancellation(error)) {
        log.error('what an improvement waits for could not be asked', { key: wanted.key, error: String(error) });
        await sleep(PAUSE_AFTER_FAILURE);
      }
    }
    this.proving = undefined;
    this.stirring = true;
  }

  private async proofFor(wanted: Awaited): Promise<ProvingAnswer> {
    if (wanted.kind === 'version') return { type: 'versionInForce', version: await versionInForce(wanted.version) };
    const { improvement, origin, version } = this.state;
    const { criterion = '' } = origin;
    if (wanted.kind === 'await') {
      return { type: 'drillOver', proof: await verificationOver({ drill: wanted.drill, criterion }) };
    }
    const { attempt, notUnder } = wanted;
    const planned = await planVerification({
      ...{ improvement, attempt, origin },
      ...(version ? { version } : {}),
      ...(notUnder === undefined ? {} : { notUnder }),
    });
    return 'drill' in planned ? { type: 'drillPlanned', ...planned } : { type: 'drillUnplannable', ...planned };
  }

  private decide(message: ImprovementMessage): ImprovementAnswer {
    const before = this.state.seq;
    const failed = this.guarded(() => decide(this.state, message, this.now()));
    if (failed) return this.answer(refuse('machine_error', { error: failed }));
    const fresh = this.unrecorded.find((event) => event.seq > before && event.type === 'refused');
    return this.answer(fresh?.type === 'refused' ? fresh : answerTo(this.state, message.requestId)?.refusal);
  }

  private refuseMalformed({ field, needed, requestId }: Malformed): ImprovementAnswer {
    const found = { field, ...(requestId === undefined ? {} : { requestId }) };
    const refused = refuse('malformed', found, { form: needed });
    const event: ImprovementEvent = {
      seq: this.state.seq + 1,
      at: this.now(),
      actor: SYSTEM,
      via: 'temporal',
      ...refused,
    };
    this.guarded(() => [event]);
    return this.answer(refused);
  }

  private answer(refused: Omit<Refused, 'type'> | undefined): ImprovementAnswer {
    const { seq, status } = this.state;
    if (refused === undefined) return { seq, status };
    const { code, found, needed } = refused;
    return { seq, status, refusal: { code, found, needed } };
  }

  /** A bug in the machine must not stop the improvement: it goes on as it was. */
  private guarded(act: () => ImprovementEvent[]): string | undefined {
    const { state } = this;
    try {
      this.apply(act());
      return undefined;
    } catch (error) {
      this.state = state;
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log.error('the machine failed; the improvement goes on', { improvement: state.improvement, error: text });
      return text;
    }
  }

  private apply(events: ImprovementEvent[]): void {
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
