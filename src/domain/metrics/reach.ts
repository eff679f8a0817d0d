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

interface Notice extends Pick<NoticeReach, 'notice' | 'template' | 'at'> {
  asked: Asked[];
}

export function reachMetrics(events: IncidentEvent[], at: Instant): ReachMetrics {
  const answers = all(events, ['acknowledged', 'declined', 'arrived']);
  const takenBack = all(events, ['stoodDown', 'takenOff', 'noticeCancelled']);
  const played = playedIn(events);
  const notices = noticesOf(events).map(({ asked, ...notice }): NoticeReach => {
    const real = asked.filter((one) => !isPlayed(one, answers, played));
    const people = real.map((one) => ({
      answeredAt: answers.find((answer) => isAnswer(one, answer))?.at,
      takenBackAt: takenBack.find((event) => isTakenBack(one, notice.notice, event))?.at,
    }));
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
  const answers = all(events, ['acknowledged', 'declined', 'arrived']);
  const takenBack = all(events, ['stoodDown', 'takenOff', 'noticeCancelled']);
  const played = playedIn(events);
  return noticesOf(events)
    .filter(({ template }) => template !== 'reminder')
    .flatMap(({ asked, notice, at }) =>
      asked.flatMap((one) => {
        if (isPlayed(one, answers, played)) return [];
        const answer = answers.find((event) => isAnswer(one, event));
        if (answer !== undefined) return [answer.at - at];
        const until = at + Math.max(...REACH_WINDOWS) * MINUTE;
        return takenBack.some((event) => event.at <= until && isTakenBack(one, notice, event)) ? [] : [undefined];
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
function isPlayed(asked: Asked, answers: Parameters<typeof isAnswer>[1][], played: PersonId[]): boolean {
  const answer = answers.find((one) => isAnswer(asked, one));
  return answer === undefined ? played.includes(asked.person) : answer.via === 'simulator';
}

/** A refusal, too, shows that it was read. */
function isAnswer(asked: Asked, answer: EventOf<'acknowledged' | 'declined' | 'arrived'>): boolean {
  const about = answer.targets.map(targetKey);
  return answer.person === asked.person && answer.seq > asked.seq && asked.targets.some((key) => about.includes(key));
}

function isTakenBack(
  { seq, person, targets }: Asked,
  notice: string,
  event: EventOf<'stoodDown' | 'takenOff' | 'noticeCancelled'>,
): boolean {
  if (event.seq < seq) return false;
  switch (event.type) {
    case 'noticeCancelled':
      return event.noticeId === notice && event.people.includes(person);
    case 'takenOff':
      return event.person === person;
    case 'stoodDown':
      return event.calls.some(({ target, people }) => people.includes(person) && targets.includes(targetKey(target)));
  }
}
