import type { AftermathRule, PersonId, PostId } from '../../plan/compiled.js';
import type { Actor } from '../actor.js';
import { isAfterEnd } from '../phases.js';
import type { ReportStage, ReportVersion, State } from '../state.js';

type ReportRule = AftermathRule['report'];

/** Whose turn it is; nobody's once it is approved. */
function turnOf({ owner, reviewer, approver }: ReportRule, stage: ReportStage): PostId | undefined {
  return { draft: owner, review: reviewer, approval: approver, approved: undefined }[stage];
}

/** Whose turn it is now. */
export function reportTurn({ basis, incidentReport, phase }: State): PostId | undefined {
  const rule = basis.plan.aftermath?.report;
  return rule === undefined || !isAfterEnd(phase) ? undefined : turnOf(rule, incidentReport.stage);
}

/** What they did to this version already: nobody signs it twice, nor their own words. */
export function partIn(
  { by, reviewed, writers = [] }: ReportVersion,
  actor: Actor,
): 'submitter' | 'reviewer' | 'writer' | undefined {
  if (isSame(by, actor)) return 'submitter';
  if (reviewed !== undefined && isSame(reviewed.by, actor)) return 'reviewer';
  return actor.kind === 'person' && writers.includes(actor.id) ? 'writer' : undefined;
}

/** Whoever has signed it, or written words of it: they cannot judge it. */
export function signersOf({ by, reviewed, writers = [] }: ReportVersion): (PersonId | undefined)[] {
  return [idOf(by), idOf(reviewed?.by), ...writers];
}

export function idOf(actor: Actor | undefined): PersonId | undefined {
  return actor?.kind === 'person' ? actor.id : undefined;
}

/** The one that was submitted last. */
export function latestOf({ incidentReport }: State): ReportVersion | undefined {
  return incidentReport.versions.at(-1);
}

function isSame(one: Actor, other: Actor): boolean {
  return one.kind === 'person' && other.kind === 'person' && one.id === other.id;
}
