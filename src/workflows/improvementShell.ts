import {
  ActivityCancellationType,
  CancellationScope,
  isCancellation,
  log,
  proxyActivities,
  sleep,
} from '@temporalio/workflow';
import type { Activities } from '../activities/index.js';
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
  ImprovementRefusal,
  ImprovementState,
  ProvingAnswer,
  Refused,
} from '../domain/improvement/index.js';
import { MachineShell, PAUSE_AFTER_FAILURE } from './machineShell.js';
import type { UnreadHead } from './machineShell.js';
import type { ImprovementInput } from './messages.js';

/** Continue as new past this many history events: with a reminder a day, after some weeks. */
const FULL_HISTORY = 1_000;

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

const MACHINE = {
  named: ({ improvement }: ImprovementState) => ({ improvement }),
  read: readImprovementDecision,
  unread: (head: UnreadHead, refused: Refused): ImprovementEvent => ({ ...head, ...refused }),
  ...{ answerTo, decide, evolve, isFinished, nextWake, refuse, wake },
};

/** Keeps one improvement alive: who has to hear of it, and what is waited for to have it shown by a drill. */
export class ImprovementShell extends MachineShell<
  ImprovementState,
  ImprovementEvent,
  ImprovementMessage,
  ImprovementRefusal
> {
  /** What is being told, whether it is still wanted or not. */
  private telling: { id: string; scope: CancellationScope } | undefined;
  /** What is being waited for to have it shown by a drill, or verified. */
  private proving: { key: string; scope: CancellationScope } | undefined;

  constructor({ opening, carried }: ImprovementInput) {
    const begun = carried
      ? { ...carried, state: restored(carried.state) }
      : { state: initial, lastAt: 0, unrecorded: [] };
    super(MACHINE, FULL_HISTORY, begun);
    if (carried || !opening) return;
    const opened = open(opening);
    // Whoever starts it has asked the same function first.
    if (Array.isArray(opened)) this.apply(opened);
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

  /** The next run tells the same people under the same keys, and asks for the same drill. */
  letGo(): void {
    this.telling?.scope.cancel();
    this.proving?.scope.cancel();
  }

  carry(): ImprovementInput {
    return { carried: this.carried() };
  }

  protected keep(events: ImprovementEvent[]) {
    return recordImprovement({ improvement: this.state.improvement, events });
  }

  protected idle(): boolean {
    return this.telling === undefined && this.proving === undefined;
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
}
