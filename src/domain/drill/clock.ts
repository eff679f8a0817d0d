import type { Duration, Instant } from '../time.js';

/** From `realAt` on the story runs `pace` times as fast as the world, and was at `at` then. 0: it stands still. */
export interface StoryClock {
  at: Instant;
  realAt: Instant;
  pace: number;
}

/** Of the story, when the world has `realNow`; never before it was set. */
export function storyNow({ at, realAt, pace }: StoryClock, realNow: Instant): Instant {
  return at + Math.floor(Math.max(0, realNow - realAt) * pace);
}

/** When the world has the moment at which the story comes to `at`; undefined while it stands still. */
export function realAtOf(clock: StoryClock, at: Instant): Instant | undefined {
  if (clock.pace === 0) return undefined;
  const left: Duration = Math.max(0, at - clock.at);
  return clock.realAt + Math.ceil(left / clock.pace);
}
