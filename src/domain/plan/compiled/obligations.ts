import type { Lang } from '../../lang.js';
import type { Duration } from '../../time.js';
import type { Condition } from '../condition.js';
import type { Day } from '../days.js';
import type { ObligationId, PostId } from './ids.js';

/** From which moment a legal clock runs. */
export const CLOCK_STARTS = [
  'discovered',
  'aware',
  'received',
  'classified',
  'materialityDetermined',
  'responseEnded',
  'planPublished',
  'earlierFiling',
] as const;

type ClockStart = (typeof CLOCK_STARTS)[number];

export interface ObligationRule {
  id: ObligationId;
  when: Condition;
  start: ClockStart;
  after?: ObligationId;
  /** Without any of the first three the law gives no number; `target` is then the organisation's own. */
  limit: { within?: Duration; workingDays?: number; months?: number; target?: Duration };
  theirs?: true;
  /** Asked for by a document of the organisation's own, and by no law. */
  own?: true;
  /** Nobody waits for the verification of the report. */
  beforeVerification?: true;
  owner: PostId;
  deputy?: PostId;
  /** Per cent of the limit. */
  reminders: number[];
  /** In which its addressee reads it; without it, the first language of the plan. */
  language?: Lang;
  verified: boolean;
}

/** By which days are counted, and where they begin. Weekdays: 1 is Monday, 7 Sunday. */
export interface CalendarRule {
  /** IANA name. */
  zone: string;
  weekend: number[];
  holidays: { from: Day; to: Day }[];
  /** Worked after all. */
  workdays: Day[];
}
