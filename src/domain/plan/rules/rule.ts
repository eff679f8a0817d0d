import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Path } from '../issues.js';
import type { PlanDocument, Section } from '../schema.js';
import type { CheckContext, Need } from './context.js';
import type { Source } from './documents.js';
import type { Severity } from './severity.js';

/**
 * - `execution`: without it the machine cannot run the plan.
 * - `direct`: the document says so in its own words.
 * - `derived`: follows from what the document wants.
 * - `configured`: good practice that Muster expects.
 */
export type BasisKind = 'execution' | 'direct' | 'derived' | 'configured';

export interface Basis extends Source {
  clause?: Said;
  kind: BasisKind;
  /** The clause is recalled and was not compared with the published text. Nobody fails by it. */
  verified?: false;
}

/** What is wrong there changes without the plan. Of the ledger, the place is that of the resource in the plan. */
export type Register = 'roster' | 'ledger';

/** One place that breaks a rule. */
export interface Observation {
  /** Where it has to be mended: the plan unless it says otherwise. */
  in?: Register;
  path: Path;
  found: Said;
  todo: Said;
  /** Where one kind of finding weighs less than the rule as such. */
  atMost?: Severity;
}

/** What is there does not suffice to judge. */
export interface Undecided {
  undecided: Said;
}

export interface Rule {
  id: string;
  /** What holds when the rule is kept. */
  title: Said;
  basis: Basis;
  /** Besides the plan. */
  needs: Need[];
  /** Optional sections that the rule is about: where one is missing there is nothing to judge. */
  about: Section[];
  run(context: CheckContext): Observation[] | Undecided;
}

/** The context with what the rule needs, and a plan with the sections that it is about. */
type Known<N extends Need, S extends Section> = CheckContext &
  Required<Pick<CheckContext, N>> & { plan: PlanDocument & Required<Pick<PlanDocument, S>> };

export function rule<N extends Need = never, S extends Section = never>(
  written: Pick<Rule, 'id' | 'title' | 'basis'> & {
    needs?: N[];
    about?: S[];
    run(context: Known<N, S>): Observation[] | Undecided;
  },
): Rule {
  return { needs: [], about: [], ...written };
}

export function observe(path: Path, found: Said, todo: Said, atMost?: Severity): Observation {
  return { path, found, todo, ...(atMost === undefined ? {} : { atMost }) };
}

export function observeIf(broken: boolean, ...observation: Parameters<typeof observe>): Observation[] {
  return broken ? [observe(...observation)] : [];
}

export function undecided(en: string, zh: string): Undecided {
  return { undecided: said(en, zh) };
}
