import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/time.js';

/** The one timer of an incident: set to what is due next, it rings then and forgets. */
export class Alarm {
  private set: { at: Instant; scope: CancellationScope } | undefined;

  constructor(private readonly ring: () => void) {}

  /** There is nothing to ring for. */
  off(): void {
    this.set?.scope.cancel();
    this.set = undefined;
  }

  /** An earlier time replaces a later one; with an earlier one already set nothing changes: what is due then asks again. */
  at(due: Instant, now: Instant): void {
    if (this.set && this.set.at <= due) return;
    this.set?.scope.cancel();
    const scope = new CancellationScope();
    this.set = { at: due, scope };
    void scope
      .run(() => sleep(Math.max(1, due - now)))
      .then(
        () => {
          if (this.set?.scope === scope) this.set = undefined;
          this.ring();
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}
