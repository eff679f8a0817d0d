import type { CategoryId, VerificationRule } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import type { EventOf } from '../../events.js';
import type { VerificationSlice } from '../../state.js';

/**
 * What presses for a decision, step by step. With a time box: one reminder at half of it (`remindInTime`), the deputies at
 * its end (`askDeputies`), and after a moment for them what the plan says (`timeout`). Without one, on standby, and while a
 * report is only treated as real: reminders (`remind`), then everybody in command, over and over at the same rate.
 */
type Steps = Pick<VerificationSlice, 'remindersLeft' | 'next'>;

export function firstStep(rule: VerificationRule, category: CategoryId, at: Instant): Steps {
  const box = rule.timeBox.find(({ categories }) => categories === undefined || categories.includes(category));
  if (box === undefined) return reminders(rule, at);
  const by = at + box.within;
  return { remindersLeft: 0, next: { step: 'remindInTime', at: at + Math.floor(box.within / 2), by } };
}

export function afterReminder(
  { next }: VerificationSlice,
  rule: VerificationRule,
  event: EventOf<'verificationReminded'>,
): Steps {
  if (next?.step === 'remindInTime') return { remindersLeft: 0, next: { step: 'askDeputies', at: next.by } };
  return { remindersLeft: event.left, next: { step: 'remind', at: event.at + rule.remindAfter } };
}

export function untilTimeout(rule: VerificationRule, { at, thenAt }: EventOf<'verificationOverdue'>): Steps {
  return thenAt === undefined ? reminders(rule, at) : { remindersLeft: 0, next: { step: 'timeout', at: thenAt } };
}

export function afterStandby(rule: VerificationRule, at: Instant): Steps {
  const { reminders: left, remindAfter, standby } = rule;
  // The first reminder is the one that says: decide again.
  return {
    remindersLeft: Math.max(1, left),
    next: { step: 'remind', at: at + (standby?.reverifyAfter ?? remindAfter) },
  };
}

export function reminders(rule: VerificationRule, at: Instant): Steps {
  return { remindersLeft: rule.reminders, next: { step: 'remind', at: at + rule.remindAfter } };
}

/** After everybody in command has been told in vain, not more often than one round of reminders takes. */
export function afterEscalation(rule: VerificationRule, at: Instant): Steps {
  return { remindersLeft: 0, next: { step: 'remind', at: at + rule.remindAfter * Math.max(1, rule.reminders) } };
}
