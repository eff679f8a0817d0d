import { CancellationScope, isCancellation, log, sleep } from '@temporalio/workflow';
import { isForLedger, pending } from '../domain/incident/index.js';
import type { Answer, Effect, State } from '../domain/incident/index.js';
import { carryOut } from './effects.js';
import type { DecisionAnswer } from './messages.js';

/** Before an effect that failed for good is started once more. */
const PAUSE_BEFORE_RESTART = '30s';

/** Effects started in one turn: what one workflow task hands over must stay under gRPC's 4 MB. */
const STARTED_AT_ONCE = 20;

interface Incident {
  state(): State;
  take(answer: Answer): DecisionAnswer;
  ended(): void;
}

/** What the machine asks of the world and what is under way of it. */
export class EffectRunner {
  private readonly running = new Map<string, CancellationScope>();

  constructor(private readonly incident: Incident) {}

  /** Starts what is asked for and not under way. Whether some of it waits for the next turn. */
  start(): boolean {
    const all = pending(this.incident.state());
    // One after the other: a claim that is tried again must not overtake the release that followed it.
    const [ledger] = all.filter(isForLedger);
    const waiting = all.filter((effect) => !this.running.has(effect.id) && (!isForLedger(effect) || effect === ledger));
    for (const effect of waiting.slice(0, STARTED_AT_ONCE)) {
      const scope = new CancellationScope();
      this.running.set(effect.id, scope);
      void this.run(effect, scope);
    }
    return waiting.length > STARTED_AT_ONCE;
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
      if (refusal?.code === 'machine_error') await pauseIn(scope);
    } catch (error) {
      if (!isCancellation(error)) {
        log.error('an effect failed for good and is started again', { effect: effect.id, error: String(error) });
        await pauseIn(scope);
      }
    }
    this.running.delete(effect.id);
    this.incident.ended();
  }
}

/** Before an effect is started again that would fail again at once. */
async function pauseIn(scope: CancellationScope): Promise<void> {
  await scope.run(() => sleep(PAUSE_BEFORE_RESTART)).catch(() => undefined);
}
