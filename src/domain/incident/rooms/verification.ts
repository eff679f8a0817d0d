import type { PersonId } from '../../plan/compiled.js';
import { grade } from '../../plan/grade.js';
import type { Instant } from '../../time.js';
import { authorityOf, holderOf, postsFor, postsForLevel } from '../authority.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';
import { levelsWanted } from './grading.js';

/** Whether the report is an incident: confirmed with a level, watched on standby, or rejected with a reason. */
export const verification: Room<'verification'> = {
  name: 'verification',
  initial: { remindersLeft: 0 },

  evolve(slice, event, state) {
    const { remindAfter, reminders } = state.basis.plan.verification;
    switch (event.type) {
      case 'reported':
        return withReminder({ ...slice, remindersLeft: reminders }, event.at + remindAfter);
      case 'verificationReminded':
        return withReminder({ ...slice, remindersLeft: event.left }, event.at + remindAfter);
      case 'standbyDeclared':
        return withReminder(
          { outcome: 'standby', by: event.actor, at: event.at, reason: event.texts.reason, remindersLeft: reminders },
          event.at + remindAfter,
        );
      case 'confirmed':
        return { outcome: 'confirmed', by: event.actor, at: event.at, reason: event.texts.reason, remindersLeft: 0 };
      case 'rejected':
        return { outcome: 'rejected', by: event.actor, at: event.at, reason: event.texts.reason, remindersLeft: 0 };
      default:
        return slice;
    }
  },

  decide: { verify },

  due: (state) => state.verification.remindAt,
  wake(state) {
    return [{ type: 'verificationReminded', people: verifiers(state), left: state.verification.remindersLeft - 1 }];
  },
};

function withReminder(slice: State['verification'], at: Instant): State['verification'] {
  const { remindAt: _, ...rest } = slice;
  return slice.remindersLeft > 0 ? { ...rest, remindAt: at } : rest;
}

function verifiers(state: State): PersonId[] {
  const people = state.basis.plan.verification.posts.map((post) => holderOf(state, post));
  return [...new Set(people.filter((p) => p !== undefined))];
}

function verify(state: State, message: MessageOf<'verify'>): EventBody[] {
  if (state.phase !== 'reported' && state.phase !== 'standby') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['reported', 'standby'] })];
  }
  if (message.reason.trim() === '') return [refusal('reason_required')];
  switch (message.outcome) {
    case 'standby':
      return declareStandby(state, message);
    case 'rejected':
      return reject(state, message);
    case 'confirmed':
      return confirm(state, message);
  }
}

function declareStandby(state: State, message: MessageOf<'verify'>): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'standby'));
  if ('code' in by) return [by];
  if (state.phase === 'standby') return [refusal('no_change', { phase: 'standby' })];
  return [{ type: 'standbyDeclared', ...by, texts: { reason: message.reason } }];
}

function reject(state: State, message: MessageOf<'verify'>): EventBody[] {
  const by = authorityOf(state, message.actor, postsFor(state, 'reject'));
  return ['code' in by ? by : { type: 'rejected', ...by, texts: { reason: message.reason } }];
}

function confirm(state: State, message: MessageOf<'verify'>): EventBody[] {
  const wanted = levelsWanted(state, message);
  if ('code' in wanted) return [{ type: 'refused', ...wanted }];
  const by = authorityOf(state, message.actor, postsForLevel(state, wanted.level));
  if ('code' in by) return [by];
  const { plan } = state.basis;
  const proposed = state.grading.proposal ?? grade(plan, state.report.facts, state.report.category);
  return [{ type: 'confirmed', ...wanted, ...by, proposed, texts: { reason: message.reason } }];
}
