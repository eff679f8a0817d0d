import type { Basis } from '../domain/plan/compiled.js';
import type { KnownHead } from '../domain/record.js';
import type { Instant } from '../domain/time.js';
import type { KeptImprovement } from './checkImprovement.js';

/**
 * One incident as it is kept, in the store or in a bundle, for proving it. JSON is given as its text, which may be damaged.
 * Everything is of one moment: what came after the event `incident.seq` is left out.
 */
export interface KeptRecord {
  incident: KeptIncident;
  /** In order of `seq`. */
  events(): AsyncIterable<KeptEvent>;
  /** In order of `firstSeq`. */
  messages(): AsyncIterable<KeptMessage>;
  basis(hash: string): Promise<string | undefined>;
  /** Where `firstBasisHash` is null. */
  likelyFirstBasis(): Promise<Basis | undefined>;
  plan(plan: { id: string; version: number }): Promise<KeptPlan | undefined>;
  notices(): AsyncIterable<KeptNotice>;
  documents(): AsyncIterable<KeptDocument>;
  evidence(): AsyncIterable<KeptEvidence>;
  /** Those that came of it. Absent where they are proven by themselves, and in a bundle of an earlier release. */
  improvements?: () => AsyncIterable<KeptImprovement>;
  /** Where they are proven by themselves: which there are. */
  improvementIds?: () => Promise<string[]>;
}

/** `improvement`: of the chain of one that came of the incident. */
export interface ChainHead extends KnownHead {
  improvement: string;
}

/** The projection. */
export interface KeptIncident {
  id: string;
  seq: number;
  /** Of the last event that there is. */
  lastSeq: number;
  headHash: string;
  basisHash: string;
  /** Null: recorded by an earlier release, and moved since. */
  firstBasisHash: string | null;
  phase: string;
  level: string | null;
  incidentLevel: string | null;
  category: string;
  mode: string;
  title: string;
  openedAt: Instant;
  updatedAt: Instant;
  state: string;
  /** Further columns by which it is found. Absent in a bundle. */
  lookedFor?: { clock: string | null; destroyBy: Instant | null };
  /** What the public page has of it. Absent where there is nothing. */
  publications?: KeptPublication[];
}

/** What the public reads, or that it was withdrawn. */
export interface KeptPublication {
  publication: string;
  version: number;
  publicId: string;
  kind: string;
  corrects: string | null;
  texts: object | null;
  nextAt: Instant | null;
  /** Whether it was ever out. */
  wasOut: boolean;
  withdrawn: boolean;
}

export interface KeptEvent {
  seq: number;
  /** By which it is found. Absent in a bundle. */
  type?: string;
  event: string;
  texts: string;
  hash: string;
}

export interface KeptMessage {
  firstSeq: number;
  message: string;
  sha256: string | null;
}

export interface KeptPlan {
  hash: string;
  document: object;
}

export interface KeptNotice {
  effectId: string;
  noticeId: string;
  person: string;
  status: string;
  /** Why it was not accepted. */
  lastCode?: string | null;
}

export interface KeptDocument {
  id: string;
  kind: string;
  format: string;
  lang: string;
  contentType: string;
  /** As it stands beside the file. */
  sha256: string;
  /** Of the bytes that are there. */
  found: string;
}

export interface KeptEvidence {
  sha256: string;
  /** Absent where the bytes are not at hand. */
  found?: string;
  /** In bytes: as it stands beside the file, and of those that are there. */
  size?: { noted: number; found: number };
}
