import type { Instant } from '../../time.js';
import type { EventBody, EventOf } from '../events.js';
import type { OpenSitrep, State } from '../state.js';
import { drafterNow } from './people.js';

type Drafted = Extract<EventBody, { type: 'sitrepDrafted' }>;

/** The next report, from where the last release stopped. */
export function drafted(
  state: State,
  at: Instant,
  {
    why,
    dueAt,
    nextDueAt,
    missed = 0,
  }: Pick<Drafted, 'why' | 'dueAt'> & { nextDueAt?: Instant | undefined; missed?: number },
): Drafted {
  const { last, told } = state.sitreps;
  const final = why === 'terminated';
  return {
    type: 'sitrepDrafted',
    number: last + 1,
    why,
    since: told.upTo,
    upTo: state.seq,
    from: told.at,
    to: at,
    dueAt,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    missed,
    ...(final ? { final } : {}),
    tell: drafterNow(state, final),
  };
}

/** What is open keeps its number and its words; only its time changes. */
export function rescheduledTo(
  open: OpenSitrep,
  {
    why,
    dueAt,
    nextDueAt,
    missed = 0,
  }: Pick<EventOf<'sitrepRescheduled'>, 'why' | 'dueAt'> & { nextDueAt?: Instant | undefined; missed?: number },
): EventBody[] {
  const final = why === 'terminated' || (open.final === true && why !== 'reopened');
  return [
    {
      type: 'sitrepRescheduled',
      number: open.number,
      why,
      dueAt,
      ...(nextDueAt === undefined ? {} : { nextDueAt }),
      missed: open.missed + missed,
      ...(final ? { final } : {}),
    },
  ];
}
