interface Job<T> {
  work: () => Promise<T>;
  done: Promise<T>;
  settle: { resolve: (value: T) => void; reject: (error: unknown) => void };
  askers: number;
  begun: boolean;
}

/**
 * Work that is done one after the other. Equal work, by its key, that is asked for while it waits or is under way is done
 * once for all who ask; what nobody waits for any more is not begun.
 */
export class SharedTurns<T> {
  /** In the order in which they were asked for. */
  private readonly jobs = new Map<string, Job<T>>();
  private working = false;

  constructor(private readonly options: { most: number; tooMany: (waiting: number) => Error }) {}

  /** `undefined` when `gone` aborts first. */
  async ask(key: string, work: () => Promise<T>, gone: AbortSignal): Promise<T | undefined> {
    if (gone.aborted) return undefined;
    const job = this.jobs.get(key) ?? this.add(key, work);
    job.askers += 1;
    let left = (): void => undefined;
    const leaving = new Promise<undefined>((resolve) => (left = () => resolve(undefined)));
    gone.addEventListener('abort', left);
    try {
      return await Promise.race([job.done, leaving]);
    } finally {
      gone.removeEventListener('abort', left);
      job.askers -= 1;
      // What is under way goes on: whoever asks again finds it done.
      if (job.askers === 0 && !job.begun && this.jobs.get(key) === job) this.jobs.delete(key);
    }
  }

  /** Whoever waits for something that is not under way yet waits no longer. */
  refuseWaiting(error: Error): void {
    for (const [key, job] of this.jobs) {
      if (job.begun) continue;
      this.jobs.delete(key);
      job.settle.reject(error);
    }
  }

  private add(key: string, work: () => Promise<T>): Job<T> {
    const { most, tooMany } = this.options;
    if (this.jobs.size >= most) throw tooMany(this.jobs.size);
    let settle!: Job<T>['settle'];
    const done = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
    // Everybody may have gone by then.
    done.catch(() => undefined);
    const job = { work, done, settle, askers: 0, begun: false };
    this.jobs.set(key, job);
    void this.workOn();
    return job;
  }

  private async workOn(): Promise<void> {
    if (this.working) return;
    this.working = true;
    for (let next = this.first(); next; next = this.first()) {
      const [key, job] = next;
      job.begun = true;
      await job.work().then(job.settle.resolve, job.settle.reject);
      this.jobs.delete(key);
    }
    this.working = false;
  }

  private first(): [string, Job<T>] | undefined {
    for (const entry of this.jobs) return entry;
    return undefined;
  }
}
