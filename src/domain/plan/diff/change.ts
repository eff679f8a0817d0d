import type { Lang } from '../../lang.js';
import type { Section } from '../schema.js';
import type { Thing } from './things.js';
import type { Touched } from './weights.js';

/**
 * `added`, `removed`: an entry of a list · `changed`: a value, or the members of a list whose order means nothing ·
 * `reordered`: the same members in an order that means something · `reworded`: a text in one language.
 */
export type ChangeCode = 'added' | 'removed' | 'changed' | 'reordered' | 'reworded';

/**
 * What a change is about, by id: the entries of lists that lead to it. `categories`: it counts for these only, where
 * there may be others of the same kind.
 */
export type Subject = Partial<Record<Thing, string>> & { categories?: string[] };

/** One difference between two plans, for programs; `describeChange` puts it into words. */
export interface PlanChange {
  code: ChangeCode;
  /** The section of the plan. */
  concept: Section;
  /** Keys from the section on, such as `sitreps.cadence.every`; which entry of a list is meant stands in `subject`. */
  field: string;
  subject: Subject;
  /** Of a text that was reworded. */
  lang?: Lang;
  /** As the plans have them; absent where there is nothing. Of `reordered`, ids or values in their order. */
  before?: unknown;
  after?: unknown;
  /** `substantial`: the whole plan is reviewed and approved anew; `other`: the change is recorded. */
  weight: 'substantial' | 'other';
  /** What makes it substantial. */
  touches?: Touched;
}
