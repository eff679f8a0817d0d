import { postsFor } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import { mustReturnFirst } from '../resources/out.js';
import type { State } from '../state.js';
import { DAY } from '../../time.js';
import type { Due } from './dues.js';
import { undoneSteps } from './mandatory.js';

/** Nothing stands against the closure, and nobody owes any of `others`. */
export function isReady(state: State, others: readonly Due[]): boolean {
  return (
    state.phase === 'aftermath' &&
    others.length === 0 &&
    state.incidentReport.draft !== undefined &&
    undoneSteps(state).length === 0 &&
    mustLiftFirst(state) === undefined &&
    mustReturnFirst(state) === undefined
  );
}

/**
 * To close it: within a day once it is ready, which is told at once. One that never becomes ready has to be closed all the same when
 * personal data is to be destroyed, because nothing of it is destroyed before.
 */
export function closureDue(state: State, others: readonly Due[]): Due[] {
  const { readyAt, destroyBy } = state.aftermath;
  if (state.phase !== 'aftermath') return [];
  const own = { item: 'closure', within: TERM, posts: postsFor(state, 'close') };
  if (readyAt !== undefined && isReady(state, others)) return [{ ...own, from: readyAt, dueAt: readyAt + DAY }];
  return destroyBy === undefined ? [] : [{ ...own, from: destroyBy - TERM, dueAt: destroyBy }];
}

/** Reminders begin a quarter of it before. */
const TERM = 4 * DAY;
