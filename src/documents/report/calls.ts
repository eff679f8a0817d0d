import { noticeIdFor, whoActed } from '../../domain/incident/index.js';
import type { EventOf, IncidentEvent, Target } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { Answer, Delivery } from '../../domain/words/index.js';
import { callKey } from '../acted.js';

/** One person called for one team or post, and what became of it. */
export interface CallOutcome {
  target: Target;
  person: PersonId;
  calledAt: Instant;
  notices: string[];
  delivery: Delivery;
  /** The channel's reason, with `unreachable` and `delayed`. */
  code?: string;
  acknowledgedAt?: Instant;
  arrivedAt?: Instant;
  eta?: Instant;
  /** The first thing that the person did on the record after the call, and before a stand-down. */
  actedAt?: Instant;
  /** Unless the person came after all. */
  declinedAt?: Instant;
  silentAt?: Instant;
  stoodDownAt?: Instant;
  /** By another incident. */
  takenOffAt?: Instant;
}

/** In the order of the calls. Whoever is called again after a stand-down appears again. */
export function callOutcomes(events: readonly IncidentEvent[]): CallOutcome[] {
  const outcomes: CallOutcome[] = [];
  const current = new Map<string, CallOutcome>();
  const at = (target: Target, person: PersonId): CallOutcome | undefined => current.get(callKey(target, person));
  const own = new Map<PersonId, CallOutcome[]>();
  for (const event of events) {
    const acting = whoActed(event);
    for (const outcome of acting === undefined ? [] : (own.get(acting) ?? [])) {
      if (outcome.stoodDownAt === undefined) outcome.actedAt ??= event.at;
    }
    switch (event.type) {
      case 'called':
        for (const { target, people } of event.calls) {
          for (const person of people) {
            const notices = [noticeIdFor(event.seq)];
            const outcome: CallOutcome = { target, person, calledAt: event.at, notices, delivery: 'unknown' };
            outcomes.push(outcome);
            current.set(callKey(target, person), outcome);
            own.set(person, [...(own.get(person) ?? []), outcome]);
          }
        }
        break;
      case 'reminded':
        for (const outcome of concerned(event, at)) outcome.notices.push(noticeIdFor(event.seq));
        break;
      case 'silent':
        for (const outcome of concerned(event, at)) outcome.silentAt = event.at;
        break;
      case 'stoodDown':
        for (const outcome of concerned(event, at)) outcome.stoodDownAt = event.at;
        break;
      case 'takenOff':
        for (const target of event.targets) {
          const outcome = at(target, event.person);
          if (outcome) outcome.takenOffAt = event.at;
        }
        break;
      case 'acknowledged':
        for (const target of event.targets) {
          const outcome = at(target, event.person);
          if (outcome === undefined) continue;
          // Another time, or a return, is not the first answer to the call.
          const isLater = event.etaChanged === true || event.comes === 'back';
          if (!isLater || outcome.acknowledgedAt === undefined) outcome.acknowledgedAt = event.at;
          if (event.eta !== undefined) outcome.eta = event.eta;
          delete outcome.declinedAt;
        }
        break;
      case 'declined':
        for (const target of event.targets) {
          const outcome = at(target, event.person);
          if (outcome) outcome.declinedAt = event.at;
        }
        break;
      case 'arrived':
        for (const target of event.targets) {
          const outcome = at(target, event.person);
          if (outcome === undefined) continue;
          outcome.acknowledgedAt ??= event.at;
          outcome.arrivedAt ??= event.at;
          delete outcome.declinedAt;
        }
        break;
      case 'noticeAttempted':
        for (const person of event.accepted) settle(outcomes, event.noticeId, person, 'accepted');
        for (const { person, code } of event.unreachable) settle(outcomes, event.noticeId, person, 'unreachable', code);
        for (const { person, code } of event.delayed) settle(outcomes, event.noticeId, person, 'delayed', code);
        break;
      case 'noticeCancelled':
        for (const person of event.people) settle(outcomes, event.noticeId, person, 'cancelled');
        break;
      default:
        break;
    }
  }
  return outcomes;
}

export function answerOf(outcome: CallOutcome): Answer {
  const { acknowledgedAt, actedAt, declinedAt, silentAt, stoodDownAt, takenOffAt } = outcome;
  if (declinedAt !== undefined) return 'declined';
  if (acknowledgedAt !== undefined) return silentAt === undefined ? 'acknowledged' : 'acknowledgedLate';
  if (actedAt !== undefined) return 'active';
  if (silentAt !== undefined) return 'silent';
  if (takenOffAt !== undefined) return 'takenOffUnanswered';
  return stoodDownAt === undefined ? 'open' : 'stoodDownUnanswered';
}

function concerned(
  event: EventOf<'reminded' | 'silent' | 'stoodDown'>,
  at: (target: Target, person: PersonId) => CallOutcome | undefined,
): CallOutcome[] {
  const all = event.calls.flatMap(({ target, people }) => people.map((person) => at(target, person)));
  return all.filter((outcome) => outcome !== undefined);
}

/** Once one notice of the call was accepted, a later one that fails takes nothing back. */
function settle(outcomes: CallOutcome[], notice: string, person: PersonId, delivery: Delivery, code?: string): void {
  for (const outcome of outcomes) {
    if (outcome.person !== person || !outcome.notices.includes(notice) || outcome.delivery === 'accepted') continue;
    outcome.delivery = delivery;
    if (code === undefined) delete outcome.code;
    else outcome.code = code;
  }
}
