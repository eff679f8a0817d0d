import type { Basis, PersonId } from '../../plan/compiled.js';
import type { PeopleChange } from '../../plan/peopleChange.js';
import type { Decided, PlanRef } from './common.js';

export type PlanEvent =
  /**
   * Holds the whole of what the incident runs by from here on, because state follows from events alone. `commander`: who
   * goes on commanding, where the new version gives command to another post.
   */
  | ({ type: 'planMoved'; from: PlanRef; basis: Basis; commander?: PersonId; texts: { reason: string } } & Decided)
  /** `roster`: the version in which these people hold these posts. */
  | ({ type: 'peopleChanged'; roster: number } & PeopleChange);
