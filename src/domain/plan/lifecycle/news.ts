import type { Instant } from '../../time.js';
import type { PersonId } from '../compiled.js';
import type { PlanStep } from './steps.js';

/** What everybody with the version has to know: from when it is in effect, or that it was withdrawn. */
export interface PlanNews {
  /** The step that says so, counted from 1. */
  step: number;
  at: Instant;
  /** Absent: withdrawn. */
  from?: Instant;
  reason?: string;
}

/** All that there was, oldest first. Only the last one holds. */
export function newsOf(steps: readonly PlanStep[]): PlanNews[] {
  return steps.flatMap((step, i): PlanNews[] => {
    if (step.type === 'effectDated') return [{ step: i + 1, at: step.at, from: step.from }];
    return step.type === 'withdrawn' ? [{ step: i + 1, at: step.at, reason: step.reason }] : [];
  });
}

/** Whoever is told nothing knows it, cannot be reached, or has never heard of the version. */
export type Telling = 'copy' | { correcting: PlanNews } | undefined;

/** What became of telling a person some news; `unsent`: not needed any more before it left. */
export interface Told {
  step: number;
  how: 'arrived' | 'waiting' | 'unsent' | 'refused';
}

/**
 * Which mail this person still has to get. `receivedAt`: when they acknowledged the version, perhaps without any mail.
 * News that is older than the last one and has not left by then is taken as never told.
 */
export function tellingOf(
  news: readonly PlanNews[],
  told: readonly Told[],
  receivedAt: Map<PersonId, Instant>,
  person: PersonId,
): Telling {
  const now = news.at(-1);
  if (now === undefined || told.some(({ step }) => step === now.step)) return undefined;
  const known = knownTo(news, told, receivedAt.get(person));
  if (known !== undefined) return known.from === now.from ? undefined : { correcting: known };
  const isRefused = told.some(({ how }) => how === 'refused');
  return isRefused || now.from === undefined ? undefined : 'copy';
}

function knownTo(
  news: readonly PlanNews[],
  told: readonly Told[],
  receivedAt: Instant | undefined,
): PlanNews | undefined {
  const byMail = told.filter(({ how }) => how === 'arrived').map(({ step }) => step);
  const byLooking = news.findLast(({ at }) => receivedAt !== undefined && at <= receivedAt);
  const last = Math.max(...byMail, byLooking?.step ?? 0);
  return news.find(({ step }) => step === last);
}
