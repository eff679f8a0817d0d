import type { LevelId, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { authorityOf, holdersOfPosts, postsForLevel, whoCommands } from '../authority.js';
import type { EventBody, EventOf } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import { moreSevere, proposesMore } from '../rooms/grading.js';
import type { State, TerminationSlice } from '../state.js';

/**
 * Signs of a recurrence 复发: while it is watched it is reported again, or what is known calls again for the level at which
 * it had ended, or for more. Whether it has come back is for people to say, and they are pressed for it as for an alert: whoever may decide is told, reminded after the
 * plan's `remindAfter` for alerts, and as long after that everybody in command is asked, again and again at the rate of
 * `escalateAfter`. Until somebody reopens or dismisses it the watch does not end.
 */
type Undecided = NonNullable<TerminationSlice['recurrence']>;

export function isSign(state: State, event: EventOf<'reportAbsorbed' | 'levelProposed'>): boolean {
  const { phase, grading } = state;
  if (phase !== 'watching' || grading.level === undefined) return false;
  if (event.type === 'reportAbsorbed') return true;
  // Figures that come in late and call for less than what was done say nothing new.
  return event.risen !== undefined && moreSevere(state, event.level, grading.level) === event.level;
}

export function firstAsked({ basis }: State, since: Instant): Undecided {
  return { since, next: { step: 'remind', at: since + basis.plan.notification.alert.remindAfter } };
}

export function pressedAgain({ basis }: State, { since, at, asked }: EventOf<'recurrenceUndecided'>): Undecided {
  const { remindAfter, escalateAfter } = basis.plan.notification.alert;
  const all = asked === undefined ? {} : { asked };
  return { since, ...all, next: { step: 'askAll', at: at + (asked === undefined ? remindAfter : escalateAfter) } };
}

export function undecided(state: State, { since, next }: Undecided): EventBody {
  const asked = next.step === 'askAll' ? { asked: true as const } : {};
  const people = next.step === 'askAll' ? everybody(state) : deciders(state);
  return { type: 'recurrenceUndecided', since, people, ...asked };
}

/** The reports since the end. */
export function reportedInWatch({ merging, termination: { terminatedAt } }: State): State['merging']['absorbed'] {
  return merging.absorbed.filter(({ at }) => terminatedAt !== undefined && at >= terminatedAt);
}

/** Whoever may decide now, and command. */
export function deciders(state: State): PersonId[] {
  return [...new Set([...whoCommands(state), ...holdersOfPosts(state, postsToDecide(state))])];
}

function everybody(state: State): PersonId[] {
  const { command, notification } = state.basis.plan;
  const posts = holdersOfPosts(state, [...command.deputies, ...notification.alert.escalateTo]);
  return [...new Set([...deciders(state), ...posts])];
}

/** By whoever may decide on the level that is called for. */
export function decideDismissal(state: State, { actor, reason }: MessageOf<'dismissRecurrence'>): EventBody[] {
  const { phase } = state;
  if (phase !== 'watching') return [refusal('wrong_phase', { phase }, { phases: ['watching'] })];
  const by = authorityOf(state, actor, postsToDecide(state));
  if ('code' in by) return [by];
  const { recurrence } = state.termination;
  if (recurrence === undefined) return [refusal('no_recurrence')];
  if (reason.trim() === '') return [refusal('reason_required')];
  const tell = recurrence.asked === undefined ? deciders(state) : everybody(state);
  return [{ type: 'recurrenceDismissed', ...by, tell, texts: { reason } }];
}

function postsToDecide(state: State): PostId[] {
  return postsToReopen(state, proposesMore(state)?.level);
}

/**
 * Who may reopen at the level, else at the one at which it had ended. Once the deputies have been asked, they may as well,
 * but not at more than it had ended with.
 */
export function postsToReopen(state: State, level?: LevelId): PostId[] {
  const { level: from = '' } = state.grading;
  const worst = level === undefined ? from : moreSevere(state, from, level);
  const posts = postsForLevel(state, worst);
  const { recurrence } = state.termination;
  return recurrence?.asked === undefined || worst !== from
    ? posts
    : [...new Set([...posts, ...state.basis.plan.command.deputies])];
}
