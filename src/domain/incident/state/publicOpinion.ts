import type { AlertId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { OpinionId } from '../events/publicOpinion.js';

/** What it claims and where it stands is in the record, in the event `seq`. */
export interface OpinionEntry {
  entry: OpinionId;
  seq: number;
  at: Instant;
  source: string;
  observedAt: Instant;
  volume?: number;
  usual?: number;
  sentiment?: number;
  reach?: number;
  untrue?: true;
  repliedAt?: Instant;
}

/** Of an alert that people were told of: by which entry, and how high it stood then. */
export interface RaisedAlert {
  seq: number;
  at: Instant;
  /** Only what the same source tells later lets it sink. */
  source: string;
  volume?: number;
  reach?: number;
  /** Prints of sources and claims that people were told of, the latest; what an earlier release kept lacks them. */
  heard?: string[];
  /** A person named it; then numbers do not let it sink. */
  named?: true;
  sunk?: true;
}

export interface PublicOpinionSlice {
  /** Since when it is to be watched: from the activation, or the last reopening. */
  since?: Instant;
  /** How many entries there were in all. */
  count: number;
  /** The latest, the newest last. */
  latest: OpinionEntry[];
  /** The numbers of those that nobody has answered, as far as they are remembered; the newest last. */
  unanswered: number[];
  raised: Record<AlertId, RaisedAlert>;
  /** Of the entry that people were last told of, as much as its notice quotes. */
  quoted?: { source?: string; claim?: string; note?: string; link?: string };
  ended?: { at: Instant; by: Actor; reason: string };
}
