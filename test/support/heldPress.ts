import { coverageFile } from '../../src/documents/exercised/coverageFile.js';
import { readinessFile } from '../../src/documents/readiness/readinessFile.js';
import { drillFile, printPlan } from '../../src/documents/index.js';
import type { PlanFormat, Press, PrintedPlan, PrintNote, PrintPlanInput } from '../../src/documents/index.js';

/** Prints HTML in this thread, in the place of DOCX only a word about it; what is held waits until it is let go. */
export class HeldPress implements Press {
  readonly asked: PrintPlanInput[] = [];
  notes: PrintNote[] = [];
  private readonly held = new Map<PlanFormat, Promise<void>>();
  private readonly gates = new Map<PlanFormat, { open: () => void; break: (error: Error) => void }>();
  private readonly watching: { count: number; seen: () => void }[] = [];

  hold(format: PlanFormat): void {
    const gate = new Promise<void>((open, reject) => this.gates.set(format, { open, break: reject }));
    gate.catch(() => undefined);
    this.held.set(format, gate);
  }

  release(format: PlanFormat): void {
    this.gates.get(format)?.open();
    this.held.delete(format);
  }

  /** Resolves once that many prints have begun. */
  begun(count: number): Promise<void> {
    if (this.asked.length >= count) return Promise.resolve();
    return new Promise((seen) => this.watching.push({ count, seen }));
  }

  async print(input: PrintPlanInput): Promise<PrintedPlan> {
    this.asked.push(input);
    for (const { count, seen } of this.watching) if (this.asked.length >= count) seen();
    await this.held.get(input.format);
    if (input.format === 'html') return printPlan(input);
    return {
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: Buffer.from(`print ${this.asked.length} in ${input.lang}`),
      notes: this.notes,
    };
  }

  readonly printDrill = drillFile;
  readonly printReadiness = readinessFile;
  readonly printCoverage = coverageFile;

  async close(): Promise<void> {
    for (const gate of this.gates.values()) gate.break(new Error('the press is closed'));
  }
}
