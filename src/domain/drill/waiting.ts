import type { PersonId } from '../plan/compiled.js';
import { DAY, WEEK } from '../time.js';
import type { Instant } from '../time.js';
import { authors, mayAccept, mayApprove } from './people.js';
import type { DrillState } from './state.js';

/** Nothing goes on until somebody acts: hands the scheme in, approves it, says when it begins, accepts the report. */
export const WAITING = ['scheme', 'approval', 'date', 'acceptance'] as const;
export type Waiting = (typeof WAITING)[number];

/** They are reminded after a day, and then every week. */
const FIRST = DAY;
const AGAIN = WEEK;

/** For what it waits, as it stands. */
export function waitsFor({ status, plannedAt, effects }: Pick<DrillState, 'status' | 'plannedAt' | 'effects'>) {
  switch (status) {
    case 'drafting':
      return 'scheme';
    case 'review':
      return 'approval';
    case 'ready':
      return plannedAt === undefined && effects.every(({ kind }) => kind !== 'replan') ? 'date' : undefined;
    case 'submitted':
      return 'acceptance';
    default:
      return undefined;
  }
}

/** Who has to act; the director where nobody else is there. */
export function whoHasToAct(state: DrillState, waits: Waiting): PersonId[] {
  const { roles } = state;
  const people = {
    scheme: [...new Set([...authors(state), roles.director])],
    approval: mayApprove(state),
    date: [roles.director],
    acceptance: mayAccept(state),
  }[waits];
  return people.length === 0 ? [roles.director] : people;
}

/** Keeps since when it has waited. */
export function withWaiting(before: DrillState, after: DrillState, at: Instant): DrillState {
  if (after.rules.edition !== 2) return after;
  const [was, is] = [waitsFor(before), waitsFor(after)];
  if (is === undefined) {
    const { waiting: _, ...rest } = after;
    return after.waiting === undefined ? after : rest;
  }
  if (was === is && after.waiting !== undefined) return after;
  return { ...after, waiting: { since: at, remindAt: at + FIRST } };
}

export function remindedAgain({ since }: NonNullable<DrillState['waiting']>, at: Instant) {
  return { since, remindAt: at + AGAIN };
}

/** Somebody has overlooked it, or nobody knows whose it is. What an earlier release planned says less of it. */
export function waitingSince({ waiting, report, openedAt }: DrillState): Instant {
  return waiting?.since ?? report?.at ?? openedAt;
}
