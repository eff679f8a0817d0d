import { CancellationScope, isCancellation, log, sleep } from '@temporalio/workflow';
import { isDocument, isForLedger, pending } from '../domain/incident/index.js';
import type { Answer, Effect, State } from '../domain/incident/index.js';
import { carryOut } from './effects.js';
import type { DecisionAnswer } from './messages.js';

/** Before an effect that failed for good is started once more. */
const PAUSE_BEFORE_RESTART = '30s';

/** Effects started in one turn: what one workflow task hands over must stay under gRPC's 4 MB. */
const STARTED_AT_ONCE = 20;

/**
 * Documents of one incident under way: they are written one after the other, and each that waits beats at Temporal more than
 * once in two seconds and is begun anew by the next run. A hundred kept the server from everything else.
 */
const DOCUMENTS_AT_ONCE = 2;

interface Incident {
  state(): State;
  take(answer: Answer): DecisionAnswer;
  ended(): void;
}

/** What the machine asks of the world and what is under way of it. */
export class EffectRunner {
  private readonly running = new Map<string, CancellationScope>();
  /** Documents that go behind the others: one that cannot be written must not hold them up. */
  private readonly failed = new Set<string>();
  private readonly paused = new Set<string>();

  constructor(private readonly incident: Incident) {}

  /** Starts what is asked for and not under way. Whether some of it waits for the next turn. */
  start(): boolean {
    const all = pending(this.incident.state());
    // One after the other: a claim that is tried again must not overtake the release that followed it.
    const [ledger] = all.filter(isForLedger);
    const documents = this.documentsInTurn(all.filter(isDocument));
    const inTurn = (effect: Effect): boolean =>
      isForLedger(effect) ? effect === ledger : !isDocument(effect) || documents.includes(effect);
    const waiting = all.filter((effect) => !this.running.has(effect.id) && inTurn(effect));
    for (const effect of waiting.slice(0, STARTED_AT_ONCE)) {
      const scope = new CancellationScope();
      this.running.set(effect.id, scope);
      void this.run(effect, scope);
    }
    return waiting.length > STARTED_AT_ONCE;
  }

  private documentsInTurn(all: Effect[]): Effect[] {
    const rank = ({ id }: Effect): number => (this.running.has(id) ? 0 : this.failed.has(id) ? 2 : 1);
    return all
      .filter(({ id }) => !this.paused.has(id))
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, DOCUMENTS_AT_ONCE);
  }

  isIdle(): boolean {
    return this.running.size === 0;
  }

  /**
   * Stops waiting for effects; they stay pending, and the next run starts them again under the same keys. What still runs
   * of them may end well: the outbox tells the next attempt, and nobody hears its own answer any more.
   */
  letGo(): void {
    for (const scope of this.running.values()) scope.cancel();
  }

  private async run(effect: Effect, scope: CancellationScope): Promise<void> {
    try {
      const answer = await scope.run(() => carryOut(this.incident.state(), effect));
      const { refusal } = this.incident.take(answer);
      if (refusal?.code === 'machine_error') await this.pause(effect, scope);
    } catch (error) {
      if (!isCancellation(error)) {
        log.error('an effect failed for good and is started again', { effect: effect.id, error: String(error) });
        this.failed.add(effect.id);
        await this.pause(effect, scope);
      }
    }
    this.running.delete(effect.id);
    this.incident.ended();
  }

  /** Before an effect is started again that would fail again at once. Others take its turn. */
  private async pause({ id }: Effect, scope: CancellationScope): Promise<void> {
    this.paused.add(id);
    this.incident.ended();
    await scope.run(() => sleep(PAUSE_BEFORE_RESTART)).catch(() => undefined);
    this.paused.delete(id);
  }
}
