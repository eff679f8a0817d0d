import type { PersonId } from '../../plan/compiled.js';
import { grade, hasReasons } from '../../plan/grade.js';
import type { Instant } from '../../time.js';
import { destroyBy } from '../aftermath/destroyBy.js';
import { authorityOf, holdersOfPosts, postsFor, postsForLevel } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody, EventOf } from '../events.js';
import { knownFacts } from '../knownFacts.js';
import { teamMembers } from '../members.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import { mustReturnFirst } from '../resources/out.js';
import type { Room } from '../room.js';
import type { State, VerificationSlice } from '../state.js';
import { levelsWanted, moreSevere, provisionalLevels } from './grading.js';
import {
  afterEscalation,
  afterReminder,
  afterStandby,
  firstStep,
  reminders,
  untilTimeout,
} from './verification/steps.js';

/** Whether the report is an incident: confirmed with a level, watched on standby, or rejected with a reason. */
export const verification: Room<'verification'> = {
  name: 'verification',
  initial: { remindersLeft: 0, forewarned: [] },

  evolve(slice, event, state) {
    const { verification: rule } = state.basis.plan;
    switch (event.type) {
      case 'reported':
        return { ...slice, ...firstStep(rule, event.category, event.at) };
      case 'verificationReminded':
        return { ...slice, ...afterReminder(slice, rule, event) };
      case 'verificationOverdue':
        return { ...slice, ...untilTimeout(rule, event) };
      case 'verificationEscalated':
        return { ...slice, ...afterEscalation(rule, event.at) };
      case 'treatedAsReal':
        return { ...slice, outcome: 'provisional', at: event.at, ...reminders(rule, event.at) };
      case 'standbyDeclared':
        return { ...decided(slice, 'standby', event), ...prolongedBy(event), ...afterStandby(rule, event.at) };
      case 'forewarned':
        return {
          ...slice,
          forewarned: [...new Set([...slice.forewarned, ...event.calls.flatMap(({ people }) => people)])],
        };
      case 'confirmed':
        return decided(slice, 'confirmed', event);
      case 'reopened':
        // Whoever says that it has come back says that it is real.
        return slice.outcome === 'confirmed' ? slice : decided(slice, 'confirmed', event);
      case 'rejected':
        return decided(slice, 'rejected', event);
      case 'merged':
      case 'terminated':
        return withoutNext(slice);
      default:
        return slice;
    }
  },

  decide: { verify },

  react(state, event) {
    switch (event.type) {
      case 'standbyDeclared':
        return forewarned(state, event);
      case 'levelProposed':
        return startsByItself(state) ? [treatedAsReal(state, 'automatic')] : [];
      default:
        return [];
    }
  },

  due: (state) => state.verification.next?.at,
  wake(state, at) {
    const { next, remindersLeft } = state.verification;
    switch (next?.step) {
      case 'remindInTime':
        return [{ type: 'verificationReminded', people: verifiers(state), left: remindersLeft, by: next.by }];
      case 'askDeputies':
        return [overdue(state, at)];
      case 'timeout':
        // Another version of the plan may have come meanwhile: nothing starts that it does not start.
        return [
          state.basis.plan.verification.onTimeout?.do === 'treatAsReal'
            ? treatedAsReal(state, 'timeBox')
            : escalated(state),
        ];
      case 'remind':
        return remindersLeft > 0
          ? [{ type: 'verificationReminded', people: verifiers(state), left: remindersLeft - 1 }]
          : [escalated(state)];
      case undefined:
        return [];
    }
  },
};

/** A person has not decided yet, whatever the plan has started meanwhile. Whoever ends the response has decided. */
function isOpen({ phase, verification: { outcome } }: State): boolean {
  return phase === 'reported' || phase === 'standby' || (phase === 'responding' && outcome === 'provisional');
}

function decided(
  { forewarned }: VerificationSlice,
  outcome: NonNullable<VerificationSlice['outcome']>,
  event: EventOf<'confirmed' | 'standbyDeclared' | 'rejected' | 'reopened'>,
): VerificationSlice {
  return { outcome, by: event.actor, at: event.at, reason: event.texts.reason, remindersLeft: 0, forewarned };
}

function prolongedBy({ prolonged }: EventOf<'standbyDeclared'>): Pick<VerificationSlice, 'prolonged'> {
  return prolonged === undefined ? {} : { prolonged };
}

function withoutNext({ next: _, ...slice }: VerificationSlice): VerificationSlice {
  return slice;
}

export function verifiers(state: State): PersonId[] {
  return holdersOfPosts(state, state.basis.plan.verification.posts);
}

function overdue(state: State, at: Instant): EventBody {
  const { command, verification: rule, notification } = state.basis.plan;
  const people = holdersOfPosts(state, command.deputies);
  const then = rule.onTimeout?.do;
  // As long as an alert is given before it is repeated: time to read it and to decide.
  const grace = then === undefined ? {} : { then, thenAt: at + notification.alert.remindAfter };
  return { type: 'verificationOverdue', people: people.length > 0 ? people : verifiers(state), ...grace };
}

function escalated(state: State): EventBody {
  const { command, verification: rule, notification } = state.basis.plan;
  const posts = rule.onTimeout?.escalateTo ?? notification.alert.escalateTo;
  const people = holdersOfPosts(state, [command.commander, ...command.deputies, ...rule.posts, ...posts]);
  return { type: 'verificationEscalated', people };
}

function treatedAsReal(state: State, why: EventOf<'treatedAsReal'>['why']): EventBody {
  return { type: 'treatedAsReal', why, ...provisionalLevels(state), proposed: proposalOf(state) };
}

export function startsByItself(state: State): boolean {
  const { proposal } = state.grading;
  const { automatic } = state.basis.plan.verification;
  const waits = state.phase === 'reported' || state.phase === 'standby';
  return waits && hasReasons(proposal) && automatic.includes(proposal.level);
}

/** Once each: where standby is prolonged, only whoever joined the team, or whose team another version of the plan named. */
function forewarned(state: State, { prolonged }: EventOf<'standbyDeclared'>): EventBody[] {
  const teams = state.basis.plan.verification.standby?.teams ?? [];
  const before = new Set(state.verification.forewarned);
  const all = teams.map((team) => ({
    target: { kind: 'team' as const, id: team },
    people: teamMembers(state, team).filter((person) => !before.has(person)),
  }));
  const calls = prolonged ? all.filter(({ people }) => people.length > 0) : all;
  return calls.length === 0 ? [] : [{ type: 'forewarned', calls }];
}

function verify(state: State, message: MessageOf<'verify'>, at: Instant): EventBody[] {
  if (!isOpen(state)) {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['reported', 'standby'] })];
  }
  if (message.reason.trim() === '') return [refusal('reason_required')];
  switch (message.outcome) {
    case 'standby':
      return declareStandby(state, message);
    case 'rejected':
      return reject(state, message, at);
    case 'confirmed':
      return confirm(state, message);
  }
}

function declareStandby(state: State, message: MessageOf<'verify'>): EventBody[] {
  if (state.phase === 'responding') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['reported', 'standby'] })];
  }
  const by = authorityOf(state, message.actor, postsFor(state, 'standby'));
  if ('code' in by) return [by];
  const prolonged = state.phase === 'standby' ? ({ prolonged: true } as const) : {};
  return [{ type: 'standbyDeclared', ...prolonged, ...by, texts: { reason: message.reason } }];
}

function reject(state: State, message: MessageOf<'verify'>, at: Instant): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'reject'));
  if ('code' in by) return [by];
  const stands = mustLiftFirst(state) ?? mustReturnFirst(state);
  if (stands) return stands;
  const from = state.phase === 'reported' ? {} : { from: state.phase as 'standby' | 'responding' };
  return [{ type: 'rejected', ...from, ...by, ...destroyBy(state.basis.plan, at), texts: { reason: message.reason } }];
}

/** What runs already keeps its levels unless others are asked for; a change of them is a decision of its own. */
function confirm(state: State, message: MessageOf<'verify'>): EventBody[] {
  const { level: now, incidentLevel: was } = state.grading;
  const asked = { level: message.level ?? now, incidentLevel: message.incidentLevel ?? was };
  const wanted = levelsWanted(state, now === undefined ? message : asked);
  if ('code' in wanted) return [{ type: 'refused', ...wanted }];
  // Whoever may not lower the level may not do so by confirming either.
  const level = now === undefined ? wanted.level : moreSevere(state, now, wanted.level);
  const by = authorityOf(state, message.actor, postsForLevel(state, level));
  if ('code' in by) return [by];
  const head = { ...by, texts: { reason: message.reason } };
  const proposed = proposalOf(state);
  if (now === undefined || was === undefined) return [{ type: 'confirmed', ...wanted, proposed, ...head }];
  const stays = { incidentLevel: was, level: now };
  const confirmed: EventBody = { type: 'confirmed', ...stays, proposed, provisional: true, ...head };
  if (wanted.level === now && wanted.incidentLevel === was) return [confirmed];
  return [
    confirmed,
    { type: 'levelChanged', from: now, to: wanted.level, incidentLevel: wanted.incidentLevel, ...head },
  ];
}

function proposalOf(state: State) {
  return state.grading.proposal ?? grade(state.basis.plan, knownFacts(state), state.report.category);
}
