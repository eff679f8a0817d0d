import { setImmediate } from 'node:timers/promises';

const WORK_MS = 10;

/** Long work in small pieces, so that whatever else this process has to decide comes in between. */
export class Breath {
  private since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.since < WORK_MS) return;
    await setImmediate();
    this.since = performance.now();
  }
}
