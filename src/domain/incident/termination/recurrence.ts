import type { LevelId, PersonId, PostId } from '../../plan/compiled.js';
import type { Facts, FactValue } from '../../plan/condition.js';
import { grade } from '../../plan/grade.js';
import type { Actor } from '../actor.js';
import { authorityOf, holdersOfPosts, postsForLevel, whoCommands } from '../authority.js';
import type { EventBody, EventOf } from '../events.js';
import { knownFacts } from '../knownFacts.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import { moreSevere, proposesMore } from '../rooms/grading.js';
import type { State, TerminationSlice } from '../state.js';
import { worse } from '../worse.js';

/**
 * Signs of a recurrence 复发: while it is watched it is reported again, or facts that got worse call for the level at which
 * it had ended, or for more. Whether it has come back is for people to say, and they are pressed for it as for an alert:
 * whoever may decide is told, reminded after the plan's `remindAfter` for alerts, and as long after that everybody in
 * command is asked, again and again at the rate of `escalateAfter`. Until somebody reopens or dismisses it the watch does
 * not end.
 */
type Undecided = NonNullable<TerminationSlice['recurrence']>;

/** From what people say, not from the plan: whoever moves it has told nothing. */
export function signIn(state: State, event: EventOf<'reportAbsorbed' | 'factAdded'>): EventBody[] {
  if (state.phase !== 'watching') return [];
  const isOpen = state.termination.recurrence !== undefined;
  if (event.type === 'reportAbsorbed') {
    const { reporter, facts } = event;
    const quiet = isOpen && Object.keys(facts).length === 0 ? { quiet: true as const } : {};
    return [{ type: 'recurrenceSuspected', why: 'report', ...personOf(reporter), ...quiet }];
  }
  return callsAgain(state, event) ? [{ type: 'recurrenceSuspected', why: 'facts', ...personOf(event.actor) }] : [];
}

function personOf(actor: Actor): { by?: PersonId } {
  return actor.kind === 'person' ? { by: actor.id } : {};
}

/** Of what was told now something got worse, and calls for the level at which it had ended, or for more. */
function callsAgain(state: State, { values }: EventOf<'factAdded'>): boolean {
  const { basis, grading, report } = state;
  const { level: ended, proposal: before } = grading;
  if (ended === undefined) return false;
  const { hits, raises } = grade(basis.plan, knownFacts(state), report.category);
  const levelOf = (incidentLevel: string) => basis.plan.incidentLevels.find(({ id }) => id === incidentLevel)?.level;
  const reasons = [...hits.map((hit) => ({ level: levelOf(hit.incidentLevel), ...hit })), ...raises];
  const asMuch = reasons.filter(({ level }) => level !== undefined && moreSevere(state, level, ended) === level);
  const known: Facts = Object.fromEntries(
    [...(before?.hits ?? []), ...(before?.raises ?? [])].flatMap((reason) => Object.entries(reason.evidence)),
  );
  return asMuch.some(({ evidence }) =>
    Object.entries(evidence).some(([fact, value]) => fact in values && isWorse(state, known, fact, value)),
  );
}

function isWorse({ basis }: State, known: Facts, fact: string, value: FactValue): boolean {
  return value !== known[fact] && worse(basis.plan, known, { [fact]: value })[fact] === value;
}

/** Another sign does not give those more time who have not decided on the first. */
export function suspected(
  { basis }: State,
  open: Undecided | undefined,
  event: EventOf<'recurrenceSuspected'>,
): Undecided {
  const { at, by } = event;
  const people = by === undefined ? open?.by : [...new Set([...(open?.by ?? []), by])];
  const first: Undecided = { since: at, next: { step: 'remind', at: at + basis.plan.notification.alert.remindAfter } };
  return { ...(open ?? first), ...(people === undefined ? {} : { by: people }) };
}

export function pressedAgain(
  { basis, termination }: State,
  { since, seq, at, asked }: EventOf<'recurrenceUndecided'>,
): Undecided {
  const { remindAfter, escalateAfter } = basis.plan.notification.alert;
  const next = { step: 'askAll', at: at + (asked === undefined ? remindAfter : escalateAfter) } as const;
  return { ...termination.recurrence, since, pressed: seq, ...(asked === undefined ? {} : { asked }), next };
}

export function undecided(state: State, { since, next }: Undecided): EventBody {
  const asked = next.step === 'askAll' ? { asked: true as const } : {};
  const people = next.step === 'askAll' ? everybody(state) : deciders(state);
  return { type: 'recurrenceUndecided', since, people, ...asked };
}

/** Whether somebody has reported it since the first sign that nobody has decided on. */
export function isReportedAgain({ merging, termination: { recurrence } }: State): boolean {
  return recurrence !== undefined && (merging.absorbed.at(-1)?.at ?? -Infinity) >= recurrence.since;
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
  const asked = recurrence.asked === undefined ? deciders(state) : everybody(state);
  const tell = [...new Set([...asked, ...(recurrence.by ?? [])])];
  return [{ type: 'recurrenceDismissed', ...by, tell, texts: { reason } }];
}

export function postsToDecide(state: State): PostId[] {
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
