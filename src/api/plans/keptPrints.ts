import type { PrintedPlan } from '../../documents/index.js';

interface Kept {
  printed: PrintedPlan;
  forgetting: NodeJS.Timeout;
}

interface Bounds {
  /** Of all files together. */
  bytes: number;
  ms: number;
}

/** The last prints, in memory alone: people's contacts are in some of them. */
export class KeptPrints {
  /** The one that was asked for longest ago comes first. */
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(private readonly most: Bounds) {}

  get(key: string): PrintedPlan | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.printed;
  }

  add(key: string, printed: PrintedPlan): void {
    this.forget(key);
    const forgetting = setTimeout(() => this.forget(key), this.most.ms).unref();
    this.kept.set(key, { printed, forgetting });
    this.bytes += printed.bytes.length;
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.most.bytes) break;
      this.forget(oldest);
    }
  }

  forgetAll(): void {
    for (const key of this.kept.keys()) this.forget(key);
  }

  private forget(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    clearTimeout(found.forgetting);
    this.bytes -= found.printed.bytes.length;
    this.kept.delete(key);
  }
}
