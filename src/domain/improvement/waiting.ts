import type { ImprovementState } from './state.js';
import type { PlanLink } from './events.js';
import { provingOf } from './proof.js';
import type { Proving } from './proof.js';

/**
 * What a change of the plan that is reported as done still lacks before anybody can verify it: a link to the version that brings it,
 * or that this one takes effect. What an earlier release opened, and nobody has handed in or linked since, says of neither: its
 * histories are to replay.
 */
export function lackingOf(state: ImprovementState): 'link' | 'version' | undefined {
  const { status, reviewEvery, planChange, verifiedBy, version, inForceAt, planned, unplannable } = state;
  if (status !== 'done' || reviewEvery === undefined || !planChange) return undefined;
  if (version === undefined) return 'link';
  // Whoever plans the drill waits for the version as well.
  const isThere = verifiedBy === 'drill' ? planned !== undefined || unplannable !== undefined : inForceAt !== undefined;
  return isThere ? undefined : 'version';
}

/** What the world is asked for next. The same `key` is the same task. */
export type Awaited = Proving | { kind: 'version'; key: string; version: PlanLink };

export function awaitedOf(state: ImprovementState): Awaited | undefined {
  const { status, reviewEvery, planChange, verifiedBy, version, inForceAt } = state;
  if (verifiedBy === 'drill') return provingOf(state);
  const isOver = status !== 'open' && status !== 'done';
  if (isOver || reviewEvery === undefined || !planChange || version === undefined || inForceAt !== undefined)
    return undefined;
  const { plan, version: number } = version;
  return { kind: 'version', key: `version ${plan} ${number}`, version: { plan, version: number } };
}
