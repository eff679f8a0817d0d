import type { DrillTemplate, WhyMissed } from '../../drill/index.js';
import type { Lang } from '../../lang.js';
import type { Instant } from '../../time.js';
import type { Zone } from '../time.js';

/** What the mail that tells one person of a drill is made from. */
export interface DrillMailInput {
  template: DrillTemplate;
  lang: Lang;
  zone: Zone;
  drill: string;
  organisation: string;
  /** What the plan calls its scenario. */
  scenario: string;
  incidentId: string;
  /** Their names. */
  controllers: string[];
  plannedAt?: Instant;
  /** When it was to be held, where that time was missed. */
  missedAt?: Instant;
  whyMissed?: WhyMissed;
  /** Of the plan: of the scheme, and as it is played. */
  versions?: { scheme: number; played: number };
  dueAt?: Instant;
  /** Time of the story. */
  storyAt?: Instant;
  /** What is played: for players without, for those who run the drill with what is expected. */
  inject?: {
    id: string;
    event: string;
    delivery?: string;
    expected?: string;
    contingency?: string;
    /** Who is to judge it, where somebody has added it. */
    evaluator?: string;
  };
  /** Of the plan, to be answered. */
  questions?: { texts: string[]; anonymous: boolean };
  /** Where this person fills in the sheet. */
  feedbackUrl?: string;
  /** Remarks, a reason, why it was broken off. */
  quoted?: string;
  /** A real incident that needs this person, or others. */
  realIncident?: string;
  /** Whom it has taken out of the drill. */
  taken?: string[];
  /** Whom real incidents have taken out of it until now. */
  gone?: string[];
  /** It begins, and its clock does not go yet. */
  beginsStill?: true;
  /** Rated M or U, without an improvement yet. */
  unimproved?: readonly string[];
  /** It stands still since then. */
  since?: Instant;
  /** Whoever gets it runs, guards, judges or watches the drill, and does not play. */
  aside?: true;
  /** Players do not know of it yet. */
  unannounced?: true;
}
