import { printPlan } from '../printPlan.js';
import type { PrintedPlan, PrintPlanInput } from '../printPlan.js';
import { answerInThread } from '../threads/answerInThread.js';

/** The thread of a press. At its end what is under way is given up, LibreOffice and its folder go. */

export type Printed = Omit<PrintedPlan, 'bytes'> & { bytes: Uint8Array<ArrayBuffer> };

answerInThread(
  'the press',
  async (input: PrintPlanInput, signal): Promise<Printed> => {
    const { bytes, ...printed } = await printPlan(input, signal);
    return { ...printed, bytes: new Uint8Array(bytes) };
  },
  ({ bytes }) => [bytes.buffer],
);
