import type { Details } from '../domain/incident/index.js';
import type { RefusalWords } from '../domain/words/index.js';
import type { EdgeProblem } from './problems.js';

export interface ProblemExtras {
  /** Further members of the answer, such as `errors` or `seq`. */
  members?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Thrown where a request cannot be served; `answerProblem` turns it into `application/problem+json`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: EdgeProblem,
    readonly found: Details = {},
    readonly needed: Details = {},
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}

/** What the machine, or the lifecycle of plans, refuses. */
export interface RefusedProblem {
  status: number;
  code: string;
  found: Details;
  needed: Details;
}

/** Thrown when an incident or a version of a plan refuses; `words` are in the language of the request. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly refusal: RefusedProblem,
    readonly words: RefusalWords,
    readonly extras: ProblemExtras = {},
  ) {
    super(refusal.code);
  }
}

/** Seconds after which trying again makes sense when a part of the installation restarts. */
const RETRY_AFTER_S = '2';

export function unavailable(
  part: 'temporal_unavailable' | 'store_unavailable' | 'no_plan' | 'inspection_under_way',
): ProblemError {
  return new ProblemError(part, {}, {}, { headers: { 'Retry-After': RETRY_AFTER_S } });
}
