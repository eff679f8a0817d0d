import type { Instant } from '../../time.js';
import type { Holders, PersonId, PostId } from '../compiled.js';
import type { PlanDocument } from '../schema.js';
import { refuse } from './refusals.js';
import type { PlanRefusal } from './refusals.js';
import { hasInterest, isAuthor } from './standing.js';
import type { PlanStanding } from './standing.js';
import type { PlanActor, PlanStatus, PlanStep, PlanStepBody } from './steps.js';

/** Somebody does something to a version, and by what it is judged. */
export interface Act {
  by: PlanActor;
  at: Instant;
  standing: PlanStanding;
  /** Of this version. */
  document: PlanDocument;
  /** Of today's roster. */
  holders: Holders;
  /** Hash of the content that the sender has read, or its first characters. */
  read?: string;
}

/** The version that new incidents are pinned to now. */
export interface InForce {
  id: string;
  version: number;
  hash: string;
  document?: Pick<PlanDocument, 'control'>;
  standing?: Pick<PlanStanding, 'approval'>;
}

/** What becomes of an act: steps to be recorded together, or why nothing happens. */
export type Decided = { steps: PlanStep[] } | { refusal: PlanRefusal };
export type Refused = Extract<Decided, { refusal: PlanRefusal }>;

export function steps({ by, at }: Pick<Act, 'by' | 'at'>, ...bodies: PlanStepBody[]): { steps: PlanStep[] } {
  return { steps: bodies.map((body) => ({ at, by, ...body })) };
}

function postsOf(holders: Holders, by: PlanActor): PostId[] {
  return by.kind === 'person' ? Object.keys(holders).filter((post) => holders[post]?.includes(by.id)) : [];
}

/** Writing plans is open to everybody with a duty in them, and to the operator, who brings in what others wrote. */
export function unlessPostHolder({ by, holders }: Pick<Act, 'by' | 'holders'>): Refused | undefined {
  return by.kind === 'operator' || postsOf(holders, by).length > 0 ? undefined : refuse('post_required');
}

export function unlessStatus({ standing }: Pick<Act, 'standing'>, ...statuses: PlanStatus[]): Refused | undefined {
  return statuses.includes(standing.status)
    ? undefined
    : refuse('wrong_status', { status: standing.status }, { statuses });
}

export function unlessWords(text: string, field: string): Refused | undefined {
  return /\S/.test(text) ? undefined : refuse('words_required', {}, { field });
}

/** What somebody wrote is changed, submitted and given up by its authors, by holders of `posts`, and by the operator. */
export function unlessResponsible(act: Act, ...posts: PostId[]): Refused | undefined {
  const { by, holders, standing } = act;
  const held = postsOf(holders, by);
  if (by.kind === 'operator' || held.some((post) => posts.includes(post))) return undefined;
  if (by.kind === 'person' && held.length > 0 && isAuthor(standing, by.id)) return undefined;
  const people = standing.authors.flatMap((author) => (author.kind === 'person' ? [author.id] : []));
  return refuse('not_responsible', { posts: held }, { people, posts });
}

export function approverOf({ document }: Pick<Act, 'document'>): PostId[] {
  return document.control === undefined ? [] : [document.control.approver];
}

/**
 * What is signed is what was read: a version that came back once may say something else under the same number. Until
 * then there is no other content that anybody could have read under review.
 */
export function unlessRead({ read, standing }: Act): Refused | undefined {
  const { hash, submissions } = standing;
  const isSame = read === undefined ? submissions <= 1 : hash.startsWith(read);
  return isSame ? undefined : refuse('content_changed', read === undefined ? {} : { hash: read }, { hash });
}

/** Signs for the whole plan: only a holder of the post that the version itself names. */
export function unlessApprover(act: Act): Refused | undefined {
  const { control } = act.document;
  if (control === undefined) return refuse('control_missing');
  const held = postsOf(act.holders, act.by);
  return held.includes(control.approver)
    ? undefined
    : refuse('not_approver', { posts: held }, { posts: [control.approver] });
}

/**
 * Whatever the new version says of its approver: the one of the version in force has to agree, else whoever writes a draft
 * could name himself in it and take over command. A sample that nobody approved has no say in this.
 */
export function unlessApproverInForce(act: Act, inForce: InForce | undefined): Refused | undefined {
  const approver = inForce?.standing?.approval && inForce.document?.control?.approver;
  const held = postsOf(act.holders, act.by);
  return approver === undefined || held.includes(approver)
    ? undefined
    : refuse('not_approver', { posts: held }, { posts: [approver] });
}

/** The person and the post, when it may review this version and has not withdrawn. */
export function reviewerOf(act: Act): { person: PersonId; post: PostId } | Refused {
  const { control } = act.document;
  if (control === undefined) return refuse('control_missing');
  const held = postsOf(act.holders, act.by);
  const { posts } = control.reviewers;
  const post = posts.find((wanted) => held.includes(wanted));
  if (act.by.kind !== 'person' || post === undefined) return refuse('not_reviewer', { posts: held }, { posts });
  const { id } = act.by;
  return hasInterest(act.standing, id) ? refuse('reviewer_withdrew') : { person: id, post };
}
