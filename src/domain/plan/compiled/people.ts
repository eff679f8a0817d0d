import type { Instant } from '../../time.js';
import type { PersonId, PostId, QualificationId } from './ids.js';

/** Who holds which post, the primary holder first. People are ids here: names and addresses stay in the roster. */
export type Holders = Record<PostId, PersonId[]>;

/** What an incident knows of a person besides the posts held. */
export interface PersonFacts {
  /** `until`: no longer taken as given from then on. */
  qualifications?: { qualification: QualificationId; until?: Instant }[];
  /** Known absences; `until` is the first moment of being back. */
  away?: { from: Instant; until: Instant }[];
}
