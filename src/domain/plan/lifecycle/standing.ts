import { assertNever } from '../../assertNever.js';
import type { Instant } from '../../time.js';
import type { PersonId } from '../compiled.js';
import type { Addressee, PlanActor, PlanStatus, PlanStep, StepOf } from './steps.js';

/** Where a version stands. Follows from its steps alone. */
export interface PlanStanding {
  status: PlanStatus;
  hash: string;
  summary: string;
  /** How often it was submitted. */
  submissions: number;
  /** Whoever wrote it, each once. */
  authors: PlanActor[];
  /** Of the submission that is under review or was approved; a return begins anew. */
  reviews: StepOf<'reviewed'>[];
  acceptances: StepOf<'warningAccepted'>[];
  /** Reviewers with an interest. It stays with the version, whatever becomes of a submission. */
  interests: StepOf<'reviewerWithdrew'>[];
  approval?: StepOf<'approved'>;
  /** The date set by the approver; before it, the version is approved and waits. */
  effectiveFrom?: Instant;
  /** Since when new incidents were pinned to it; stays when it is superseded. */
  inForceSince?: Instant;
  addressees: (Addressee & { givenAt: Instant })[];
  receipts: Map<PersonId, Instant>;
  filings: StepOf<'filed'>[];
  evaluations: StepOf<'evaluated'>[];
}

/** From the steps of one version, its first one included. */
export function standingOf(steps: readonly PlanStep[]): PlanStanding {
  const standing: PlanStanding = {
    status: 'draft',
    hash: '',
    summary: '',
    submissions: 0,
    authors: [],
    reviews: [],
    acceptances: [],
    interests: [],
    addressees: [],
    receipts: new Map(),
    filings: [],
    evaluations: [],
  };
  for (const step of steps) apply(standing, step);
  return standing;
}

function apply(standing: PlanStanding, step: PlanStep): void {
  switch (step.type) {
    case 'broughtIn':
      standing.status = 'effective';
      standing.hash = step.hash;
      standing.effectiveFrom = step.at;
      standing.inForceSince = step.at;
      return;
    case 'drafted':
      standing.hash = step.hash;
      standing.summary = step.summary;
      standing.authors = authorsWith(standing, step);
      return;
    case 'submitted':
      standing.status = 'inReview';
      standing.submissions += 1;
      standing.reviews = [];
      standing.acceptances = [];
      return;
    case 'reviewed':
      standing.reviews.push(step);
      if (step.outcome === 'return') standing.status = 'draft';
      return;
    case 'reviewerWithdrew':
      standing.interests.push(step);
      return;
    case 'warningAccepted':
      standing.acceptances.push(step);
      return;
    case 'approved':
      standing.status = 'approved';
      standing.approval = step;
      return;
    case 'effectDated':
      standing.effectiveFrom = step.from;
      return;
    case 'distributed':
      standing.addressees.push(...step.to.map((addressee) => ({ ...addressee, givenAt: step.at })));
      return;
    case 'tookEffect':
      standing.status = 'effective';
      standing.inForceSince = step.at;
      return;
    case 'superseded':
      standing.status = 'superseded';
      return;
    case 'received':
      if (step.by.kind === 'person') standing.receipts.set(step.by.id, step.at);
      return;
    case 'filed':
      standing.filings.push(step);
      return;
    case 'evaluated':
      standing.evaluations.push(step);
      return;
    case 'withdrawn':
      standing.status = 'withdrawn';
      return;
    default:
      assertNever(step);
  }
}

function authorsWith({ authors }: PlanStanding, step: StepOf<'drafted'>): PlanActor[] {
  const wrote: PlanActor[] = [step.by, ...step.authors.map((id) => ({ kind: 'person' as const, id }))];
  return wrote.reduce((all, author) => (all.some((known) => isSame(known, author)) ? all : [...all, author]), authors);
}

function isSame(a: PlanActor, b: PlanActor): boolean {
  return a.kind === 'person' ? b.kind === 'person' && a.id === b.id : a.kind === b.kind;
}

export function isAuthor({ authors }: PlanStanding, person: PersonId): boolean {
  return authors.some((author) => isSame(author, { kind: 'person', id: person }));
}

/** Whether this person has withdrawn as a reviewer. */
export function hasInterest({ interests }: PlanStanding, person: PersonId): boolean {
  return interests.some(({ by }) => by.kind === 'person' && by.id === person);
}

/** Who has approved what is under review, and counts. */
export function approvingReviewers(standing: PlanStanding): PersonId[] {
  const people = standing.reviews.flatMap(({ by, outcome }) =>
    outcome === 'approve' && by.kind === 'person' && !hasInterest(standing, by.id) ? [by.id] : [],
  );
  return [...new Set(people)];
}

/** The sample of the first start, which nobody has approved. */
export function isUnapproved({ inForceSince, approval }: PlanStanding): boolean {
  return inForceSince !== undefined && approval === undefined;
}
