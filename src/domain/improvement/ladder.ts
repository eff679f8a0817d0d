import { DAY } from '../time.js';
import type { Duration, Instant } from '../time.js';
import type { Told } from './people.js';
import { provingOf } from './proof.js';
import type { ImprovementState } from './state.js';
import type { ImprovementTemplate } from './templates.js';
import { lackingOf } from './waiting.js';

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
    // The daily ones between are the same; before it is due each is another.
    const until = state.status === 'open' && next.at < state.dueAt ? next.at : Math.max(next.at, at - DAY);
    next = nextRung({ ...state, toldUntil: until });
  }
  return due;
}

function untilDone(state: ImprovementState): Rung[] {
  const { openedAt, dueAt, toldUntil } = state;
  return [
    ...REMIND_BEFORE.map((before): Rung => ({ at: dueAt - before, template: 'near', to: ['owner'] })),
    { at: dueAt, template: 'due', to: ['owner'] },
    { at: dueAt + DAY, template: 'overdue', to: ['owner', 'keeper'] },
    { at: daily(dueAt + 2 * DAY, toldUntil), template: 'overdue', to: ['owner', 'keeper', 'command'] },
    ...reviews(state, openedAt, dueAt),
  ];
}

/** Where a drill has to show it: after that was due, and not whoever could verify it. */
function untilVerified(state: ImprovementState): Rung[] {
  const { doneAt = 0, planned, inForceAt = 0, reviewEvery = 0, toldUntil } = state;
  const lacking = lackingOf(state);
  // Nobody can do more than see to it that the version comes.
  if (lacking === 'version') {
    return [
      { at: Math.max(doneAt, toldUntil) + atLeastDaily(reviewEvery), template: 'waiting', to: ['owner', 'keeper'] },
    ];
  }
  if (lacking === 'link') {
    return [
      ...REMIND_AFTER.map((after): Rung => ({ at: doneAt + after, template: 'toLink', to: ['owner'] })),
      { at: daily(doneAt + COMMAND_AFTER, toldUntil), template: 'toLink', to: ['owner', 'keeper', 'command'] },
    ];
  }
  const from = Math.max(doneAt, planned?.dueAt ?? 0, inForceAt);
  const [template, first]: [ImprovementTemplate, Told] =
    provingOf(state) === undefined ? ['unverified', 'verifier'] : ['unproven', 'keeper'];
  return [
    ...REMIND_AFTER.map((after): Rung => ({ at: from + after, template, to: [first] })),
    { at: daily(from + COMMAND_AFTER, toldUntil), template, to: [first, 'command'] },
    ...reviews(state, doneAt, from),
  ];
}

/** As often as the plan says, whoever keeps improvements looks how it stands, until somebody is reminded of it anyway. */
function reviews({ reviewEvery, toldUntil }: ImprovementState, from: Instant, until: Instant): Rung[] {
  if (reviewEvery === undefined) return [];
  const every = atLeastDaily(reviewEvery);
  const at = from + Math.max(1, Math.floor((toldUntil - from) / every) + 1) * every;
  return at < until ? [{ at, template: 'review', to: ['keeper'] }] : [];
}

function atLeastDaily(every: Duration): Duration {
  return Math.max(DAY, every);
}

/** The first of the days from `from` on that lies after `after`. */
function daily(from: Instant, after: Instant): Instant {
  return after < from ? from : from + (Math.floor((after - from) / DAY) + 1) * DAY;
}
