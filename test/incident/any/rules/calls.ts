import type { EventOf, Target } from '../../../../src/domain/incident/index.js';
import { callOf, targetKey } from '../../../../src/domain/incident/index.js';
import type { PersonId } from '../../../../src/domain/plan/compiled.js';
import type { Moment } from '../tell.js';
import { calledTooOften, leftUnasked } from '../../askedAgain.js';
import { calledByTwo } from '../../twoCalls.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const callRules: Rules = {
  'nobody is called twice for the same thing but after a rest, and no partner is asked twice': ({ moments }) => {
    for (const again of calledTooOften(moments)) throw new Error(again);
  },

  'nobody gets two calls for the same thing where the older one was not on its way before the newer': ({ moments }) => {
    for (const twice of calledByTwo(moments)) throw new Error(twice);
  },

  'a team that is short has asked whoever of it has rested or is back': ({ story }) => {
    for (const unasked of leftUnasked(story.state, story.at)) throw new Error(unasked);
  },

  'nobody is reminded more often than once, nor of what they have answered, nor told of as silent before': ({
    moments,
  }) => {
    const reminded = new Set<string>();
    for (const { event, before } of moments) {
      if (event.type !== 'reminded' && event.type !== 'silent') continue;
      for (const { target, people } of event.calls) {
        for (const id of people) {
          const call = callOf(before.mobilisation.bodies[targetKey(target)]!.people, id);
          must(call?.status === 'called', () => `${named(event)}: ${id} is ${call?.status}`);
          // The call itself names what is reminded of: whoever is called anew may be reminded anew.
          const key = `${targetKey(target)} ${id} ${call?.notices[0]}`;
          must(reminded.has(key) === (event.type === 'silent'), () => `${named(event)}: ${key}`);
          reminded.add(key);
        }
      }
    }
  },

  'of the call to a post nobody is reminded or told as silent after having done something since': ({ moments }) => {
    moments.forEach(({ event }, i) => {
      if (event.type !== 'reminded' && event.type !== 'silent') return;
      for (const { target, people } of event.calls.filter(({ target }) => target.kind === 'post')) {
        for (const id of people) must(!hasActed(moments.slice(0, i), id, target), () => `${named(event)}: ${id}`);
      }
    });
  },

  'whoever should verify is reminded no more often than the plan says before more people are told': ({ moments }) => {
    let most = 0;
    let count = 0;
    for (const { event, after } of moments) {
      if (STARTS_ANEW.includes(event.type)) {
        most = Math.max(1, after.basis.plan.verification.reminders);
        count = 0;
      }
      if (event.type === 'planMoved') most = Math.max(most, event.basis.plan.verification.reminders);
      if (event.type !== 'verificationReminded') continue;
      count += 1;
      must(count <= most, () => `${named(event)}: the ${count}. of ${most}`);
    }
  },

  'nobody is asked to be told the same notice twice': ({ moments }) => {
    const seen = new Set<string>();
    for (const { event } of moments) {
      if (event.type !== 'effectRequested' || event.effect.kind !== 'notify') continue;
      for (const { person } of event.effect.recipients) {
        const key = `${event.effect.noticeId} ${person}`;
        must(!seen.has(key), () => key);
        seen.add(key);
      }
    }
  },

  'an effect is asked for under an id of its own': ({ moments }) => {
    const ids = new Set<string>();
    for (const { event } of moments) {
      if (event.type !== 'effectRequested') continue;
      must(!ids.has(event.effect.id), () => event.effect.id);
      ids.add(event.effect.id);
    }
  },

  'nobody is called, reminded or told of as silent after the end': ({ moments }) => {
    let over = false;
    for (const { event } of moments) {
      over ||= event.type === 'terminated' || event.type === 'rejected' || event.type === 'merged';
      if (event.type === 'reopened') over = false;
      must(!over || !['called', 'reminded', 'silent', 'quorumMissed', 'reliefDue'].includes(event.type), () =>
        named(event),
      );
    }
  },

  'every call that is asked for is a notice to exactly those who are called, and so is every stand-down': ({
    story,
  }) => {
    for (const turn of story.turns) {
      for (const { event } of turn) {
        if (event.type !== 'called' && event.type !== 'stoodDown') continue;
        if (event.type === 'stoodDown' && (event.why === 'rejected' || event.why === 'merged')) continue;
        const told = new Set(
          turn.flatMap(({ event: next }) =>
            next.type === 'effectRequested' &&
            next.effect.kind === 'notify' &&
            next.effect.noticeId === `n${event.seq}` &&
            TO_THOSE_CALLED.includes(next.effect.template)
              ? next.effect.recipients.filter(({ targets }) => targets !== undefined).map(({ person }) => person)
              : [],
          ),
        );
        const people = new Set<string>((event as EventOf<'called'>).calls.flatMap((call) => call.people));
        must(
          told.size === people.size && [...told].every((id) => people.has(id)),
          () => `${named(event)}: told ${[...told].join()}, meant ${[...people].join()}`,
        );
      }
    }
  },
};

const STARTS_ANEW = ['reported', 'standbyDeclared', 'treatedAsReal', 'verificationOverdue', 'verificationEscalated'];
const TO_THOSE_CALLED = ['call', 'alert', 'standDown', 'terminated'];

/** Since the last call to it. */
export function hasActed(moments: readonly Moment[], person: PersonId, { kind, id }: Target): boolean {
  const call = moments.findLastIndex(
    ({ event }) =>
      event.type === 'called' &&
      event.calls.some(({ target, people }) => target.kind === kind && target.id === id && people.includes(person)),
  );
  return moments.slice(call + 1).some(({ event: { type, actor } }) => {
    const isTheirs = actor.kind === 'person' && actor.id === person;
    return isTheirs && type !== 'refused' && type !== 'declined';
  });
}
