import { DAY } from '../time.js';
import type { Duration, Instant } from '../time.js';
import type { Told } from './people.js';
import { provingOf } from './proof.js';
import type { ImprovementState } from './state.js';
import type { ImprovementTemplate } from './templates.js';

/** Before it is due, the last first. */
const REMIND_BEFORE: readonly Duration[] = [DAY, 7 * DAY];
/** After evidence was handed in. */
const REMIND_AFTER: readonly Duration[] = [3 * DAY];
const COMMAND_AFTER = 7 * DAY;

export interface Rung {
  at: Instant;
  template: ImprovementTemplate;
  to: Told[];
}

/** What falls due next, after what was told last; nothing once it is over. From its last rung on, daily. */
export function nextRung(state: ImprovementState): Rung | undefined {
  const { status, toldUntil } = state;
  if (status !== 'open' && status !== 'done') return undefined;
  const rungs = status === 'open' ? untilDone(state) : untilVerified(state);
  return rungs.filter(({ at }) => at > toldUntil).sort((a, b) => a.at - b.at)[0];
}

/** Of all that has fallen due by now only the last: nobody wants the reminders of an outage. */
export function fallenDue(state: ImprovementState, at: Instant): Rung | undefined {
  let due: Rung | undefined;
  for (let next = nextRung(state); next !== undefined && next.at <= at;) {
    due = next;
    // The daily ones between are the same.
    const until = Math.max(next.at, at - DAY);
    next = nextRung({ ...state, toldUntil: until });
  }
  return due;
}

function untilDone({ dueAt, toldUntil }: ImprovementState): Rung[] {
  return [
    ...REMIND_BEFORE.map((before): Rung => ({ at: dueAt - before, template: 'near', to: ['owner'] })),
    { at: dueAt, template: 'due', to: ['owner'] },
    { at: dueAt + DAY, template: 'overdue', to: ['owner', 'keeper'] },
    { at: daily(dueAt + 2 * DAY, toldUntil), template: 'overdue', to: ['owner', 'keeper', 'command'] },
  ];
}

/** Where a drill has to show it: after that was due, and not whoever could verify it. */
function untilVerified(state: ImprovementState): Rung[] {
  const { doneAt = 0, planned, toldUntil } = state;
  const from = Math.max(doneAt, planned?.dueAt ?? 0);
  const [template, first]: [ImprovementTemplate, Told] =
    provingOf(state) === undefined ? ['unverified', 'verifier'] : ['unproven', 'keeper'];
  return [
    ...REMIND_AFTER.map((after): Rung => ({ at: from + after, template, to: [first] })),
    { at: daily(from + COMMAND_AFTER, toldUntil), template, to: [first, 'command'] },
  ];
}

/** The first of the days from `from` on that lies after `after`. */
function daily(from: Instant, after: Instant): Instant {
  return after < from ? from : from + (Math.floor((after - from) / DAY) + 1) * DAY;
}
