import type { Holders } from '../compiled.js';
import type { PlanDocument } from '../schema.js';
import { steps, unlessStatus } from './act.js';
import type { Act, Decided } from './act.js';
import { refuse } from './refusals.js';
import type { PlanStanding } from './standing.js';
import type { Addressee } from './steps.js';

/** Everybody who holds a post of the distribution list and has not been given this version yet, in the order of the list. */
export function newAddressees({
  standing,
  document,
  holders,
}: Pick<Act, 'standing' | 'document' | 'holders'>): Addressee[] {
  const known = new Set(standing.addressees.map(({ person }) => person));
  return addresseesOf(document, holders).filter(({ person }) => !known.has(person));
}

function addresseesOf({ control }: PlanDocument, holders: Holders): Addressee[] {
  const posts = control?.distribution ?? [];
  const people = new Set(posts.flatMap((post) => holders[post] ?? []));
  return [...people].map((person) => ({ person, posts: posts.filter((post) => holders[post]?.includes(person)) }));
}

/** Whoever came to a post later is given the version as well. Nothing happens when everybody has it. */
export function distributeToNew(act: Omit<Act, 'by'>): Decided {
  const told = isGivenOut(act.standing) ? newAddressees(act) : [];
  if (told.length === 0) return refuse('nothing_new');
  return steps({ at: act.at, by: { kind: 'system' } }, { type: 'distributed', to: told });
}

/** From the moment at which its date is set until another version takes its place. The sample is not given out. */
export function isGivenOut({ status, approval, effectiveFrom }: PlanStanding): boolean {
  return approval !== undefined && effectiveFrom !== undefined && (status === 'approved' || status === 'effective');
}

/** The person says: I have it. */
export function acknowledge(act: Act): Decided {
  const refused = unlessStatus(act, 'approved', 'effective');
  if (refused) return refused;
  const { by, standing } = act;
  if (by.kind !== 'person' || !standing.addressees.some(({ person }) => person === by.id)) {
    return refuse('not_addressed', {}, { posts: act.document.control?.distribution ?? [] });
  }
  if (standing.receipts.has(by.id)) return refuse('already_received');
  return steps(act, { type: 'received' });
}
