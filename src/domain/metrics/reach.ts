import { targetKey } from '../incident/index.js';
import type { EventOf, IncidentEvent, NoticeTemplate } from '../incident/index.js';
import type { PersonId } from '../plan/compiled.js';
import { MINUTE } from '../time.js';
import type { Duration, Instant } from '../time.js';
import { all } from './find.js';
import { isUnknown, share, unknown } from './metric.js';
import type { Share, TakenShare, Unknown } from './metric.js';

/** In minutes. */
export const REACH_WINDOWS = [5, 15, 30] as const;
export type ReachWindow = (typeof REACH_WINDOWS)[number];

/** Of a notice that asks for an acknowledgement: who answered in time, of those whom it still concerned then. */
export interface NoticeReach {
  notice: string;
  template: NoticeTemplate;
  at: Instant;
  within: Record<ReachWindow, Share>;
}

export interface ReachMetrics {
  notices: NoticeReach[];
  /** Of all alerts and calls. A reminder goes to those who are counted already. */
  overall: Record<ReachWindow, Share>;
  byChannel: Unknown;
}

interface Asked {
  seq: number;
  at: Instant;
  person: PersonId;
  targets: string[];
}

/** A refusal, too, shows that it was read. */
const ANSWERS = ['acknowledged', 'declined', 'arrived'] as const;
type Answer = EventOf<(typeof ANSWERS)[number]>;

const TAKINGS = ['stoodDown', 'released', 'takenOff', 'noticeCancelled'] as const;
type Taking = EventOf<(typeof TAKINGS)[number]>;

interface Answered {
  person: PersonId;
  answer?: Answer | undefined;
  takenBack?: Taking | undefined;
}

interface Notice extends Pick<NoticeReach, 'notice' | 'template' | 'at'> {
  asked: Asked[];
}

export function reachMetrics(events: IncidentEvent[], at: Instant): ReachMetrics {
  const answers = all(events, ANSWERS);
  const takings = all(events, TAKINGS);
  const played = playedIn(events);
  const notices = noticesOf(events).map(({ asked, ...notice }): NoticeReach => {
    const people = asked
      .map((one) => answered(one, notice.notice, answers, takings))
      .filter((one) => !isPlayed(one, played))
      .map(({ answer, takenBack }) => ({ answeredAt: answer?.at, takenBackAt: takenBack?.at }));
    return { ...notice, within: perWindow((minutes) => reachedBy(notice.at + minutes * MINUTE, people)) };

    function reachedBy(end: Instant, all: typeof people): Share {
      const met = all.filter(({ answeredAt = Infinity }) => answeredAt <= end).length;
      const concerned = all.filter(({ answeredAt = Infinity, takenBackAt = Infinity }) => {
        return answeredAt <= end || takenBackAt > end;
      }).length;
      const seqs = [...new Set(asked.map(({ seq }) => seq))];
      return at < end && met < concerned ? unknown('too_early', ...asked.slice(0, 1)) : share(met, concerned, seqs);
    }
  });
  const first = notices.filter(({ template }) => template !== 'reminder');
  return {
    notices,
    overall: perWindow((minutes) => together(first.map(({ within }) => within[minutes]))),
    byChannel: unknown('channel_not_recorded'),
  };
}

/**
 * How long each took who was asked to acknowledge; `undefined` where nobody answered. Whoever was let go unanswered before the
 * last window was over is left out, as there, and so is whoever was played.
 */
export function answerTimes(events: IncidentEvent[]): (Duration | undefined)[] {
  const answers = all(events, ANSWERS);
  const takings = all(events, TAKINGS);
  const played = playedIn(events);
  return noticesOf(events)
    .filter(({ template }) => template !== 'reminder')
    .flatMap(({ asked, notice, at }) =>
      asked.flatMap((one) => {
        const found = answered(one, notice, answers, takings);
        if (isPlayed(found, played)) return [];
        if (found.answer !== undefined) return [found.answer.at - at];
        const until = at + Math.max(...REACH_WINDOWS) * MINUTE;
        return found.takenBack !== undefined && found.takenBack.at <= until ? [] : [undefined];
      }),
    );
}

function perWindow<T>(of: (minutes: ReachWindow) => T): Record<ReachWindow, T> {
  return Object.fromEntries(REACH_WINDOWS.map((minutes) => [minutes, of(minutes)])) as Record<ReachWindow, T>;
}

function together(shares: Share[]): Share {
  const early = shares.filter(isUnknown).find((one) => one.unknown === 'too_early');
  if (early !== undefined) return early;
  const taken = shares.filter((one): one is TakenShare => !isUnknown(one));
  return share(
    taken.reduce((sum, { met }) => sum + met, 0),
    taken.reduce((sum, { of }) => sum + of, 0),
    taken.flatMap(({ seqs }) => seqs),
  );
}

/** The parts of a notice are effects of their own. */
function noticesOf(events: IncidentEvent[]): Notice[] {
  const notices = new Map<string, Notice>();
  for (const { effect, at, seq } of all(events, ['effectRequested'])) {
    if (effect.kind !== 'notify' || !effect.acknowledge) continue;
    const { noticeId: notice, template } = effect;
    const known = notices.get(notice) ?? { notice, template, at, asked: [] };
    notices.set(notice, known);
    known.asked.push(...effect.recipients.map(({ person, targets = [] }) => ({ seq, at, person, targets })));
  }
  return [...notices.values()];
}

function playedIn(events: IncidentEvent[]): PersonId[] {
  return all(events, ['reported']).flatMap(({ simulated = [] }) => simulated);
}

/** By the simulator: it says nothing of people. Whoever is there after all and answers counts. */
function isPlayed({ person, answer }: Answered, played: PersonId[]): boolean {
  return answer === undefined ? played.includes(person) : answer.via === 'simulator';
}

/** What is said after it was taken back answers another call. */
function answered(asked: Asked, notice: string, answers: Answer[], takings: Taking[]): Answered {
  const takenBack = takenBackBy(asked, notice, takings);
  const answer = answers.find((one) => isAnswer(asked, one));
  const isInTime = answer !== undefined && answer.seq < (takenBack?.seq ?? Infinity);
  return { person: asked.person, answer: isInTime ? answer : undefined, takenBack };
}

function isAnswer(asked: Asked, answer: Answer): boolean {
  const about = answer.targets.map(targetKey);
  return answer.person === asked.person && answer.seq > asked.seq && asked.targets.some((key) => about.includes(key));
}

/** The event by which nothing is left that was asked: who is let go from one team may be wanted in another. */
function takenBackBy({ seq, person, targets }: Asked, notice: string, takings: Taking[]): Taking | undefined {
  const left = new Set(targets);
  for (const event of takings) {
    if (event.seq < seq) continue;
    switch (event.type) {
      case 'noticeCancelled':
        if (event.noticeId === notice && event.people.includes(person)) return event;
        break;
      case 'takenOff':
        if (event.person === person) return event;
        break;
      case 'stoodDown':
      case 'released':
        for (const { target, people } of event.calls) {
          if (people.includes(person) && left.delete(targetKey(target)) && left.size === 0) return event;
        }
    }
  }
  return undefined;
}
