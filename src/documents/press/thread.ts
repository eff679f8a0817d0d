import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { printPlan } from '../printPlan.js';
import type { PrintedPlan, PrintPlanInput } from '../printPlan.js';

/** The thread of a press. Null ends it: what is under way is given up, LibreOffice and its folder go. */

export type Asked = { id: number; input: PrintPlanInput } | null;
export type Answered =
  | { id: number; printed: Omit<PrintedPlan, 'bytes'> & { bytes: Uint8Array<ArrayBuffer> } }
  | { id: number; error: unknown };

const port = parentPort!;
const stop = new AbortController();
const prints = new Set<Promise<void>>();

// Elsewhere this means the whole process. Decisions are made in another thread of it.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

port.on('message', (asked: Asked) => {
  if (asked === null) return void end();
  const print = answer(asked).finally(() => prints.delete(print));
  prints.add(print);
});

async function answer({ id, input }: NonNullable<Asked>): Promise<void> {
  try {
    const { bytes, ...printed } = await printPlan(input, stop.signal);
    const own = new Uint8Array(bytes);
    port.postMessage({ id, printed: { ...printed, bytes: own } } satisfies Answered, [own.buffer]);
  } catch (error) {
    port.postMessage({ id, error } satisfies Answered);
  }
}

async function end(): Promise<void> {
  stop.abort(new Error('the press is closed'));
  await Promise.all(prints);
  port.close();
}
