import { reviewerOf, steps, unlessApprover, unlessRead, unlessStatus, unlessWords } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';
import type { PlanRefusal } from './refusals.js';
import { hasInterest, isAuthor } from './standing.js';
import type { PlanStanding } from './standing.js';
import type { WarningKey } from './steps.js';

/** What the check found in the document under review, as far as the lifecycle cares. */
export interface CheckedContent {
  errors: WarningKey[];
  warnings: WarningKey[];
}

export interface Acceptance extends WarningKey {
  /** Why the organisation lives with it. */
  text: string;
}

/** A warning does not forbid a plan, but somebody who answers for it has to say in writing why it may stay. */
export function acceptWarning(act: Act, acceptance: Acceptance, check: CheckedContent): Decided {
  const refused = unlessStatus(act, 'inReview') ?? unlessAccepter(act) ?? unlessRead(act);
  if (refused) return refused;
  const known = check.warnings.some((warning) => isSameWarning(warning, acceptance));
  const { rule, path, text } = acceptance;
  if (!known) return refuse('unknown_warning', { rule, path }, { warnings: names(check.warnings) });
  if (isAccepted(act.standing, acceptance)) return refuse('already_accepted', { rule, path });
  return unlessWords(text, 'text') ?? steps(act, { type: 'warningAccepted', rule, path, text });
}

/** The approver, or a reviewer who did not write it; the refusal is the reviewer's, since that is the wider door. */
function unlessAccepter(act: Act): { refusal: PlanRefusal } | undefined {
  if (unlessApprover(act) === undefined) return undefined;
  const reviewer = reviewerOf(act);
  if ('refusal' in reviewer) return reviewer;
  return isAuthor(act.standing, reviewer.person) ? refuse('author_accepts') : undefined;
}

export function openWarnings(standing: PlanStanding, warnings: WarningKey[]): WarningKey[] {
  return warnings.filter((warning) => !isAccepted(standing, warning));
}

/** An acceptance of somebody who has since withdrawn does not count. */
function isAccepted(standing: PlanStanding, warning: WarningKey): boolean {
  return standing.acceptances.some(
    (accepted) =>
      isSameWarning(accepted, warning) && !(accepted.by.kind === 'person' && hasInterest(standing, accepted.by.id)),
  );
}

function isSameWarning(a: WarningKey, b: WarningKey): boolean {
  return a.rule === b.rule && a.path === b.path;
}

/** `V-07 teams[1].lead`. */
export function names(keys: WarningKey[]): string[] {
  return keys.map(({ rule, path }) => `${rule} ${path}`.trim());
}
