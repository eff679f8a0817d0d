import type { Basis, PersonId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { PeopleChange } from '../../plan/peopleChange.js';
import type { Decided, PlanRef } from './common.js';

/** `person`: whose it is; nobody's where nobody is there for it. */
export interface Owed {
  item: string;
  dueAt: Instant;
  person?: PersonId;
}

export type PlanEvent =
  /**
   * Holds the whole of what the incident runs by from here on, because state follows from events alone. `commander`: who
   * goes on commanding, where the new version gives command to another post. `owed`: what people had to do after the end.
   */
  | ({
      type: 'planMoved';
      from: PlanRef;
      basis: Basis;
      commander?: PersonId;
      owed?: Owed[];
      texts: { reason: string };
    } & Decided)
  /** `roster`: the version in which these people hold these posts. */
  | ({ type: 'peopleChanged'; roster: number } & PeopleChange);
