import type { PersonId } from '../../plan/compiled.js';
import type { PeopleChange } from '../../plan/peopleChange.js';
import type { ClaimRole } from '../effects.js';
import type { Decided } from './common.js';

/** Somebody whom another live incident holds already. */
export interface Contested {
  person: PersonId;
  /** The other incident. */
  heldBy: string;
  /** What for, over there. */
  role: ClaimRole;
}

/** Somebody who serves other incidents as well, by a recorded decision here or there. */
export interface SharedWith {
  person: PersonId;
  with: string[];
}

export type ClaimsEvent =
  /** What the ledger says, as far as it is news: `granted` are those who were contested before. */
  | { type: 'claimsAnswered'; effectId: string; granted: PersonId[]; contested: Contested[]; shared: SharedWith[] }
  | ({ type: 'claimResolved'; person: PersonId; decision: 'share' | 'yield'; texts: { reason: string } } & Decided)
  /** The ledger is asked again: something changed over there, or the level here. */
  | { type: 'claimsRechecked'; people: PersonId[] }
  /** Nobody has decided yet who serves which incident. */
  | { type: 'claimsReminded'; people: PersonId[]; tell: PersonId[] }
  | { type: 'claimsReleased'; effectId: string }
  /** The real incident `heldBy` has taken them out of this drill; `posts`: by what they held here. */
  | ({ type: 'preempted'; heldBy: string; people: PersonId[] } & Pick<PeopleChange, 'posts'>);
