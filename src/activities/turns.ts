import { setTimeout as sleep } from 'node:timers/promises';

/** When no turn has ended for so long, what runs is held up by something outside. */
const HELD_UP_MS = 500;

/** Lets at most so many run at once; the others wait in the order in which they came. */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];
  private onEnd: (() => void)[] = [];

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  /** Whether the next one would not have to wait. */
  hasRoom(): boolean {
    return this.free > 0;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
      this.tellEnd();
    }
  }

  /** Gives way to those who wait for a turn, as long as they get one soon, and at most for so long. */
  async giveWay(atMostMs: number): Promise<void> {
    const until = Date.now() + atMostMs;
    while (this.waiting.length > 0 && Date.now() < until) {
      const ended = new Promise<true>((resolve) => this.onEnd.push(() => resolve(true)));
      const patience = sleep(Math.min(HELD_UP_MS, until - Date.now()), false, { ref: false });
      if (!(await Promise.race([ended, patience]))) return;
    }
  }

  private tellEnd(): void {
    const told = this.onEnd;
    this.onEnd = [];
    for (const tell of told) tell();
  }
}
