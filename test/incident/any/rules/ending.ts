import { nextWake, openItems } from '../../../../src/domain/incident/index.js';
import { againstTheEnd } from '../../../../src/domain/incident/stillOpen.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const endingRules: Rules = {
  'the response ends only while nothing stands against it, or by two people and with all that did on record': ({
    moments,
  }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'terminated') continue;
      const open = openItems(before, event.at);
      if (event.override !== true) {
        const against = againstTheEnd(open).map(({ code, id }) => `${code} ${id ?? ''}`);
        must(against.length === 0, () => `${named(event)}: ${against.join()}`);
        continue;
      }
      const { proposedBy, actor } = event;
      const two = proposedBy.kind === 'person' && actor.kind === 'person' && proposedBy.id !== actor.id;
      must(two, () => `${named(event)}: ${JSON.stringify([proposedBy, actor])}`);
      must(JSON.stringify(event.open) === JSON.stringify(open), () => `${named(event)}: ${JSON.stringify(event.open)}`);
    }
  },

  'it is reopened only while it is watched, and runs then as one that has not ended': ({ moments }) => {
    let ended = -1;
    for (const { event, before, after } of moments) {
      if (event.type === 'terminated') ended = event.seq;
      if (event.type === 'called') must(after.phase !== 'watching' && after.phase !== 'aftermath', () => named(event));
      if (event.type === 'watchEnded') must(event.at >= before.termination.watchUntil!, () => named(event));
      must((after.termination.watchUntil !== undefined) === (after.phase === 'watching'), () => named(event));
      if (event.type !== 'reopened') continue;
      const { watchUntil, recurrence } = before.termination;
      const inTime = event.at < watchUntil! || recurrence !== undefined;
      must(before.phase === 'watching' && inTime, () => named(event));
      const { terminatedAt, proposed } = after.termination;
      must(terminatedAt === undefined && proposed === undefined, () => named(event));
      must(event.from === before.grading.level && event.level === after.grading.level, () => named(event));
      const cleared = moments.find((later) => later.event.type === 'criteriaLapsed' && later.event.cause === event.seq);
      must(Object.keys(before.termination.confirmed ?? {}).length === 0 || cleared !== undefined, () => named(event));
      must(ended > 0, () => named(event));
    }
  },

  'what may be a recurrence is pressed for until somebody decides, and the watch does not end before': ({
    moments,
  }) => {
    for (const { event, before, after } of moments) {
      const [open, now] = [before.termination.recurrence, after.termination.recurrence];
      if (event.type === 'watchEnded') must(open === undefined, () => named(event));
      if (event.type === 'recurrenceUndecided') must(event.people.length > 0, () => named(event));
      if (now !== undefined) must(after.phase === 'watching' && nextWake(after)! <= now.next.at, () => named(event));
      if (open === undefined || now !== undefined) {
        must(open === undefined || now?.since === open.since, () => named(event));
        continue;
      }
      must(event.type === 'recurrenceDismissed' || event.type === 'reopened', () => named(event));
      must(event.actor.kind === 'person', () => named(event));
    }
  },

  'a report of the same thing while it is watched waits for a decision, and somebody is told': ({ moments }) => {
    for (const { event, before } of moments) {
      if (event.type !== 'reportAbsorbed' || before.phase !== 'watching') continue;
      const sign = moments.find(
        ({ event: later }) => later.type === 'recurrenceSuspected' && later.cause === event.seq,
      );
      must(sign?.after.termination.recurrence !== undefined, () => named(event));
      if (before.termination.recurrence !== undefined) continue;
      const mail = moments.some(
        ({ event: later }) =>
          later.type === 'effectRequested' &&
          later.cause === sign?.event.seq &&
          later.effect.kind === 'notify' &&
          later.effect.template === 'recurrence',
      );
      must(mail, () => named(event));
    }
  },

  'a limit that passed with nothing filed stays visible where its clock runs anew or until later, and ever after': ({
    moments,
  }) => {
    for (const { event, before, after } of moments) {
      if (!event.type.startsWith('obligation')) continue;
      for (const [id, { missedAt, missedBefore = [] }] of Object.entries(before.obligations.duties)) {
        const now = after.obligations.duties[id]!;
        const isFiled = event.type === 'obligationsFiled' && event.obligations.includes(id);
        const setAnew = !isFiled && missedAt !== undefined && (now.due === undefined || now.due > missedAt);
        const late = (limit: number) => !isFiled || (now.filedAt ?? Infinity) > limit;
        const kept = [...missedBefore.filter(late), ...(setAnew ? [missedAt] : [])];
        must(JSON.stringify(now.missedBefore ?? []) === JSON.stringify(kept), () => `${named(event)}: ${id}`);
        must(now.start !== undefined || now.missedAt === undefined, () => `${named(event)}: ${id} misses nothing`);
      }
    }
  },

  'a criterion is met only on the word of somebody, since level, category and plan last changed': ({ moments }) => {
    let confirmed = new Set<string>();
    for (const { event, after } of moments) {
      if (event.type === 'criteriaConfirmed') confirmed = new Set([...confirmed, ...event.criteria]);
      if (event.type === 'criteriaWithdrawn') for (const id of event.criteria) confirmed.delete(id);
      if (event.type === 'criteriaLapsed') confirmed.clear();
      const is = Object.keys(after.termination.confirmed ?? {});
      must(
        is.every((id) => confirmed.has(id)),
        () => `${named(event)}: ${is.join()}`,
      );
    }
  },
};
