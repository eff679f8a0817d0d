import { removeLeftFolders } from '../office/printFolder.js';
import type { PlanFormat, PrintedPlan, PrintPlanInput } from '../printPlan.js';
import type { CoverageOrder } from '../exercised/coverageFile.js';
import type { DrillOrder } from '../drill/drillFile.js';
import type { ReadinessOrder } from '../readiness/readinessFile.js';
import type { RecordedFile } from '../recordedFiles.js';
import { OwnThread } from '../threads/ownThread.js';
import type { Printed } from './thread.js';

export type PaperOrder = DrillOrder | ReadinessOrder | CoverageOrder;

/** Prints beside a process that answers requests, never in its way. */
export interface Press {
  print(input: PrintPlanInput): Promise<PrintedPlan>;
  /** A paper of a drill, as it stands. */
  printDrill(order: DrillOrder): Promise<RecordedFile>;
  /** The report on an inspection of readiness. */
  printReadiness(order: ReadinessOrder): Promise<RecordedFile>;
  /** What of the plan was exercised, and what is due. */
  printCoverage(order: CoverageOrder): Promise<RecordedFile>;
  /** What is under way is given up and rejects; LibreOffice and its folders are gone then. */
  close(): Promise<void>;
}

/** As compiled; a thread cannot be started from TypeScript. */
const THREAD = new URL('./thread.js', import.meta.url);
const DRILL_THREAD = new URL('./drillThread.js', import.meta.url);

/** A thread for each format: HTML takes a tenth of a second and does not wait for DOCX. */
export function createPress(): Press {
  const thread = () => new OwnThread<PrintPlanInput, Printed>(THREAD, 'the press');
  const drills = new OwnThread<PaperOrder, RecordedFile>(DRILL_THREAD, 'the press of drills');
  const threads: Record<PlanFormat, OwnThread<PrintPlanInput, Printed>> = { docx: thread(), html: thread() };
  void removeLeftFolders();
  return {
    async print(input) {
      const { bytes, ...printed } = await threads[input.format].ask(input);
      return { ...printed, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    },
    printDrill: (order) => drills.ask(order),
    printReadiness: (order) => drills.ask(order),
    printCoverage: (order) => drills.ask(order),
    async close() {
      await Promise.all([drills.close(), ...Object.values(threads).map((one) => one.close())]);
    },
  };
}
