import { heartbeat } from '@temporalio/activity';

/** Well under the heartbeat timeout of 3 s, so that a killed worker is noticed soon and a busy one is not taken for dead. */
const EVERY_MS = 1_400;

/** Heartbeats for as long as the activity runs: without it a killed worker is noticed only at `startToCloseTimeout`. */
export function withHeartbeat<Args extends unknown[], Result>(
  activity: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    const beating = setInterval(() => heartbeat(), EVERY_MS);
    try {
      return await activity(...args);
    } finally {
      clearInterval(beating);
    }
  };
}
