import type { Basis } from '../../plan/compiled.js';
import type { PeopleChange } from '../../plan/peopleChange.js';

/** Goes on under another version of the plan: what an incident is pinned to, as it is today for that version. */
export interface MovePlan {
  type: 'movePlan';
  basis: Basis;
  reason: string;
}

/** Version `roster` of the roster has other people than those that the incident goes by. */
export interface PeopleChanged extends PeopleChange {
  type: 'peopleChanged';
  roster: number;
}
