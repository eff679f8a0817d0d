import type { PersonId, PostId } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import { analysisDues } from '../analysis/dues.js';
import { reportDues } from '../incidentReport/dues.js';
import { opinionDues } from '../publicOpinion/dues.js';
import { lessonsDue } from '../lessons/dues.js';
import { publicationDues } from '../publication/dues.js';
import type { State } from '../state.js';
import { summaryDue } from '../summary/dues.js';
import { closureDue } from './closing.js';

/** Something that somebody owes by a time, and is reminded of. */
export interface Due {
  /** One word for what it is, then which one: `analysis`, `lessons technical-lead`. */
  item: string;
  /** Since when they owe it; whoever it was handed on to late, later than others before. */
  from: Instant;
  dueAt: Instant;
  /** How long it takes, for what is handed on: reminders keep pace with this, not with what was left by then. */
  within?: Duration | undefined;
  /** Others come first: nobody is reminded of it meanwhile. */
  waits?: true;
  /** Whose turn it is: the first of these posts that somebody holds. */
  posts: PostId[];
  /** Who may not do it, although they hold one: it is their own work. */
  but?: readonly (PersonId | undefined)[];
}

/** Each room says what is owed in it; nobody is reminded of what is not listed here. */
export function roomDues(state: State): Due[] {
  const all: Due[] = [];
  all.push(...publicationDues(state));
  all.push(...opinionDues(state));
  all.push(...analysisDues(state));
  all.push(...reportDues(state));
  all.push(...lessonsDue(state));
  all.push(...summaryDue(state));
  return all;
}

export function duesOf(state: State): Due[] {
  const others = roomDues(state);
  const closure = closureDue(state, others);
  return closure.length === 0 ? others : [...others, ...closure];
}
