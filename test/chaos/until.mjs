import { setTimeout as pause } from 'node:timers/promises';

const WITHIN_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** Whether it holds before long. */
export async function until(holds) {
  for (const giveUpAt = Date.now() + WITHIN_MS; Date.now() < giveUpAt; await pause(LOOK_AGAIN_MS)) {
    if (await holds()) return true;
  }
  return false;
}
