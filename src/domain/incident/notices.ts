import type { PersonId } from '../plan/compiled.js';
import { hasReasons } from '../plan/grade.js';
import { holderOf, postsFor } from './authority.js';
import { peopleCalled } from './calls.js';
import { noticeIdFor, RECIPIENTS_PER_EFFECT } from './effects.js';
import type { EffectOf, NoticeTemplate, Recipient } from './effects.js';
import type { CalledTarget, EventBody, EventOf, IncidentEvent } from './events.js';
import type { Details } from './refusals.js';
import { MINUTE } from '../time.js';
import { targetKey } from './state.js';
import type { State } from './state.js';

/** Who must be told of an event, and by which notice. An event without a line here is told to nobody. */
export function noticesFor(state: State, event: IncidentEvent): EventBody[] {
  switch (event.type) {
    case 'called': {
      const template = event.calls.some((call) => call.target.kind === 'team') ? 'call' : 'alert';
      return notify(event, template, byPerson(event.calls), levelFacts(state));
    }
    case 'verificationReminded':
      return notify(event, 'verificationReminder', plain(event.people), { since: state.report.reportedAt });
    case 'standbyDeclared':
      return notify(event, 'standby', plain(calledPeople(state)), {});
    case 'rejected':
      return notify(event, 'rejected', plain([...calledPeople(state), ...reporter(state)]), {});
    case 'reminded':
      return notify(event, 'reminder', byPerson(event.calls), levelFacts(state));
    case 'silent':
      return notify(event, 'silence', plain(event.tell), {
        targets: event.calls.map((call) => targetKey(call.target)),
        silent: event.calls.flatMap((call) => call.people),
      });
    case 'stoodDown':
      return noticesOfStandDown(state, event);
    case 'terminationProposed': {
      const { secondSignature } = state.basis.plan.termination;
      const { level } = state.grading;
      if (level === undefined || !secondSignature.includes(level)) return [];
      const people = postsFor(state, 'confirmTermination').map((post) => holderOf(state, post));
      const signatories = people.filter((p) => p !== undefined);
      const proposer = event.actor.kind === 'person' ? event.actor.id : undefined;
      const others = signatories.filter((person) => person !== proposer);
      const { criteria } = event;
      const facts = { ...levelFacts(state), criteria, ...(proposer === undefined ? {} : { proposer }) };
      return notify(event, 'terminationProposed', plain(others), facts);
    }
    case 'machineFailed':
      return noticesOfFailure(state, event);
    default:
      return [];
  }
}

/** A bug that repeats each minute must not flood those who have to decide in its place. */
const FAILURE_TOLD_EVERY = 10 * MINUTE;

/** Characters of an error that a notice shows: enough for the operator to find it in the log. */
const ERROR_SHOWN = 200;

/** To command and to whoever was alerted. From the state alone, since it may be the plan on which the machine fails. */
function noticesOfFailure(state: State, event: EventOf<'machineFailed'>): EventBody[] {
  const { toldAt } = state.failures;
  if (toldAt !== undefined && event.at - toldAt < FAILURE_TOLD_EVERY) return [];
  const posts = Object.values(state.mobilisation.bodies).filter((body) => body.target.kind === 'post');
  const alerted = posts.flatMap((body) => peopleCalled(body.people));
  return notify(event, 'machineFailed', plain([...Object.values(state.command.posts), ...alerted]), {
    error: event.error.slice(0, ERROR_SHOWN),
    ...(event.during === undefined ? {} : { during: event.during }),
  });
}

function noticesOfStandDown(state: State, event: EventOf<'stoodDown'>): EventBody[] {
  const called = byPerson(event.calls);
  switch (event.why) {
    case 'levelChanged':
    case 'planMoved':
      return notify(event, 'standDown', called, levelFacts(state));
    case 'terminated': {
      const { proposed } = state.termination;
      const proposer = proposed?.by.kind === 'person' ? [proposed.by.id] : [];
      const others = plain([...proposer, ...reporter(state)]).filter((r) => !called.some((c) => c.person === r.person));
      return notify(event, 'terminated', [...called, ...others], levelFacts(state));
    }
    case 'rejected':
      // Whoever was called to a rejected report is told by `rejected`.
      return [];
  }
}

/** Characters of a text that a notice may quote. Each effect carries them, and there may be hundreds of effects. */
const QUOTED = 500;

/** The free text that a notice quotes; it stays outside the effect, so that erasing it later reaches every copy. */
export function noticeTexts(state: State, effect: EffectOf<'notify'>): Record<string, string> {
  const texts = Object.entries(state.report.texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const reason = state.effects.pending[effect.id]?.reason;
  const all = [...texts, ...(reason === undefined ? [] : [['reason', reason] as const])];
  return Object.fromEntries(all.map(([field, text]) => [field, text.slice(0, QUOTED)]));
}

/** The words of the decision that a notice tells of. */
export function reasonBehind(state: State, template: NoticeTemplate): string | undefined {
  switch (template) {
    case 'standby':
    case 'rejected':
      return state.verification.reason;
    case 'call':
    case 'reminder':
    case 'standDown':
      return state.grading.reason;
    case 'terminationProposed':
    case 'terminated':
      return state.termination.proposed?.reason;
    case 'alert':
    case 'verificationReminder':
    case 'silence':
    case 'machineFailed':
      return undefined;
  }
}

function notify(event: IncidentEvent, template: NoticeTemplate, to: Recipient[], facts: Details): EventBody[] {
  const noticeId = noticeIdFor(event.seq);
  const acknowledge = template === 'alert' || template === 'call' || template === 'reminder';
  return chunks(to, RECIPIENTS_PER_EFFECT).map((recipients, i) => ({
    type: 'effectRequested',
    effect: { kind: 'notify', id: `${noticeId}.${i + 1}`, noticeId, template, facts, acknowledge, recipients },
  }));
}

function levelFacts(state: State): Details {
  const { level, incidentLevel } = state.grading;
  const { proposal } = state.grading;
  return {
    ...(level ? { level } : hasReasons(proposal) ? { proposedLevel: proposal.level } : {}),
    ...(incidentLevel ? { incidentLevel } : {}),
  };
}

function calledPeople(state: State): PersonId[] {
  return Object.values(state.mobilisation.bodies).flatMap((body) => peopleCalled(body.people));
}

function reporter(state: State): PersonId[] {
  return state.report.reporter.kind === 'person' ? [state.report.reporter.id] : [];
}

function plain(people: PersonId[]): Recipient[] {
  return [...new Set(people)].map((person) => ({ person }));
}

function byPerson(calls: CalledTarget[]): Recipient[] {
  const targets = new Map<PersonId, string[]>();
  for (const { target, people } of calls) {
    for (const person of people) targets.set(person, [...(targets.get(person) ?? []), targetKey(target)]);
  }
  return [...targets].map(([person, keys]) => ({ person, targets: keys }));
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
