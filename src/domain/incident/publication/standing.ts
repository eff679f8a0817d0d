import type { FactId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { MovedFact } from '../events/publication.js';
import { knownFacts } from '../knownFacts.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd, isOver } from '../phases.js';
import type { Publication, State } from '../state.js';
import { approvers, isForOthers, ruleOf } from './people.js';
import type { Publishing } from './people.js';

/** Before activation nobody knows whether there is anything to tell. */
export function mayPublish({ phase }: Publishing): boolean {
  return phase === 'responding' || isAfterEnd(phase);
}

/** The incident is over, and what it has told the public is still read. */
export function isToPutRight(state: State): boolean {
  return isOver(state.phase) && hasAny(state);
}

/** The plan that it has moved to provides for no publication, and what was published before is still read. */
export function isWithoutRule(state: State): boolean {
  return ruleOf(state) === undefined && hasAny(state);
}

function hasAny({ publication: { items } }: State): boolean {
  return Object.keys(items).length > 0;
}

/** Nothing new is begun any more: only what puts right what is out goes on. */
export function goesOn(state: Publishing, { kind }: Publication): boolean {
  return kind === 'correction' || (!isOver(state.phase) && ruleOf(state) !== undefined);
}

/** Once nothing new is begun: what is out is corrected, or withdrawn, and whatever waits is taken back. */
export function putsRight({ publication: { items } }: State, message: MessageOf<'publication'>): boolean {
  const isCorrection = (id: string) => !Object.hasOwn(items, id) || items[id]?.kind === 'correction';
  switch (message.action) {
    case 'draft':
      return message.kind === 'correction' && (message.publication === undefined || isCorrection(message.publication));
    case 'check':
    case 'return':
    case 'approve':
      return isCorrection(message.publication);
    case 'withdraw':
      return true;
    case 'waive':
      return false;
  }
}

/** Somebody has still to write, check or approve it. */
export function isOpen({ status }: Publication): boolean {
  return status === 'draft' || status === 'returned';
}

/** Whoever wrote any version of it, the last one first. */
export function draftersOf({ drafted, earlier = [] }: Pick<Publication, 'drafted' | 'earlier'>): Actor[] {
  return [drafted.by, ...earlier];
}

/** Likewise; nobody where there is no such text. */
export function authorsOf({ publication: { items } }: State, publication: string): Actor[] {
  const item = Object.hasOwn(items, publication) ? items[publication] : undefined;
  return item === undefined ? [] : draftersOf(item);
}

/** The public has it; in a drill: would have. */
export function isOut({ status, outAt }: Publication): boolean {
  return outAt !== undefined && status !== 'withdrawn';
}

/** Somebody may still check or approve this version, as long as its facts stand. */
export function isWaiting(state: Publishing, item: Publication): boolean {
  return item.status === 'draft' && !isOfNoEnd(state, item) && goesOn(state, item);
}

/** It could be decided on, but for its authors nobody may. */
export function isStuck(state: State, item: Publication): boolean {
  const authors = draftersOf(item);
  const isReady = isWaiting(state, item) && !isToRedraft(state, item);
  return isReady && !isForOthers(state, approvers(state, authors), authors);
}

/** This version neither is nor can be decided on. */
export function isToRedraft(state: Publishing, item: Publication): boolean {
  const { status, overtaken } = item;
  return status === 'returned' || overtaken === true || isOfNoEnd(state, item) || factsMoved(state, item).length > 0;
}

/** Facts that it rests on, of which something else is known now. */
export function movedFacts(state: Publishing, { facts = [] }: Publication): MovedFact[] {
  const known = knownFacts(state);
  return facts.flatMap(({ fact, value }) => {
    const now = known[fact];
    return now === value ? [] : [{ fact, value, ...(now === undefined ? {} : { now }) }];
  });
}

export function factsMoved(state: Publishing, item: Publication): FactId[] {
  return movedFacts(state, item).map(({ fact }) => fact);
}

/** Somebody has decided that nothing is published, since it was last reopened, and at a level that it still holds for. */
export function isWaived(state: Publishing): boolean {
  const { waived } = state.publication;
  return waived?.lapsedAt === undefined && isSinceReopened(state, waived?.at);
}

/** What was written of an end that was none does not tell the public of what came back, whenever it went out. */
export function isNewSinceReopened(state: Publishing, { drafted }: Publication): boolean {
  return isSinceReopened(state, drafted.at);
}

/** It says that it is over, and it is not, or was written before it came back. */
export function isOfNoEnd(state: Publishing, item: Publication): boolean {
  return item.kind === 'final' && (state.phase === 'responding' || !isNewSinceReopened(state, item));
}

function isSinceReopened({ publication: { reopenedAt } }: Publishing, at: Instant | undefined): boolean {
  return at !== undefined && (reopenedAt === undefined || at >= reopenedAt);
}

/**
 * Nothing of it is left to do: it was decided that nothing is published, or the outcome is out and nothing waits to follow it.
 */
export function isPublicationDone(state: State): boolean {
  const all = Object.values(state.publication.items);
  const waits = all.some((item) => isOpen(item) || (item.status === 'approved' && item.outAt === undefined));
  return !waits && (isWaived(state) || isOutcomeTold(state));
}

/** The public has heard of it, since it last came back. */
export function isTold(state: Publishing): boolean {
  return Object.values(state.publication.items).some((item) => isOut(item) && isNewSinceReopened(state, item));
}

export function isOutcomeTold(state: Publishing): boolean {
  return Object.values(state.publication.items).some(
    (item) => item.kind === 'final' && isOut(item) && isNewSinceReopened(state, item),
  );
}
