import type { AftermathRule, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Due } from '../aftermath/dues.js';
import type { Promised } from '../messages/merging.js';
import type { Publication, State } from '../state.js';
import { approvers, checkers, isForOthers, ruleOf } from './people.js';
import {
  draftersOf,
  factsMoved,
  isNewSinceReopened,
  isOfEarlierEnd,
  isOpen,
  isOut,
  isOutcomeTold,
  isWaived,
  mayPublish,
} from './standing.js';

/** The words of its dues. */
export const STATEMENTS = ['firstStatement', 'nextStatement', 'finalStatement'] as const;

type Rule = NonNullable<AftermathRule['publication']>;
type Turn = Required<Pick<Due, 'posts' | 'but'>>;
type Owed = Omit<Due, 'item' | 'posts'> & { item: (typeof STATEMENTS)[number] };

type Owing = Omit<Owed, 'item'>;

/** The earlier one of what is owed: the same text may be all of it. */
export function publicationDues(state: State): Due[] {
  const rule = ruleOf(state);
  if (rule === undefined || isWaived(state) || !mayPublish(state)) return [];
  const owed = [...statementOwed(state, rule), ...outcomeOwed(state, rule)].sort((a, b) => a.dueAt - b.dueAt);
  return owed.slice(0, 1).map((due) => withTurn(due, () => turnOf(state, rule.drafter)));
}

/**
 * The first statement, as the plan wants it, from activation or reopening; then whatever the last one promised, or a merged
 * incident had; and as soon as
 * the first one another, where nothing is out any more: the public was told, and knows now that it was wrong.
 */
function statementOwed(state: State, rule: Rule): Owed[] {
  const { activatedAt, reopenedAt, items } = state.publication;
  const all = Object.values(items);
  const promised = firstPromise(state, all);
  const next: Owed[] = promised === undefined ? [] : [{ item: 'nextStatement', ...promised }];
  const isTold = all.some((item) => isOut(item) && isNewSinceReopened(state, item));
  if (isTold || promiseOf(all) !== undefined) return next;
  const { level } = state.grading;
  const first = rule.firstStatement.find(({ levels }) => level !== undefined && levels.includes(level));
  const begun = reopenedAt ?? activatedAt;
  if (first === undefined || begun === undefined) return next;
  const from = Math.max(begun, ...takenOff(state, all));
  const item = all.some(({ outAt }) => outAt !== undefined) ? 'nextStatement' : 'firstStatement';
  return [...next, { item, from, dueAt: from + first.within }];
}

/** How it ended: where the closure waits for it, or where the plan says by when and the public has heard of it at all. */
function outcomeOwed(state: State, rule: Rule): Owed[] {
  const { phase, publication, termination, basis } = state;
  // What an earlier release kept says nothing of the watch.
  const begun = publication.aftermathAt ?? termination.terminatedAt;
  const { mandatory = [], report } = basis.plan.aftermath ?? {};
  const within = rule.outcomeWithin ?? report?.within;
  if (phase !== 'aftermath' || begun === undefined || within === undefined || isOutcomeTold(state)) return [];
  const all = Object.values(publication.items);
  const isExpected = rule.outcomeWithin !== undefined && all.some(({ outAt }) => outAt !== undefined);
  if (!mandatory.includes('publication') && !isExpected) return [];
  const finals = all.filter(({ kind }) => kind === 'final');
  const from = Math.max(begun, ...takenOff(state, finals));
  return [{ item: 'finalStatement', from, dueAt: from + within }];
}

/** When what the public had read was withdrawn. An earlier release did not keep that. */
function takenOff(state: State, items: Publication[]): Instant[] {
  return items.flatMap((item) => {
    const { status, outAt, withdrawnAt = outAt } = item;
    const wasRead = status === 'withdrawn' && outAt !== undefined && isNewSinceReopened(state, item);
    return wasRead && withdrawnAt !== undefined ? [withdrawnAt] : [];
  });
}

/** What the public still waits for, with what is approved and on its way to it. */
export function promiseGivenOver(state: State): Promised | undefined {
  if (isWaived(state)) return undefined;
  const all = Object.values(state.publication.items).map((item) =>
    item.status === 'approved' && item.approved !== undefined ? { outAt: item.approved.at, ...item } : item,
  );
  const promised = firstPromise(state, all);
  return promised === undefined ? undefined : { from: promised.from, dueAt: promised.dueAt };
}

function firstPromise({ publication: { promised } }: State, all: Publication[]): Owing | undefined {
  const own = promiseOf(all);
  if (promised === undefined || (own !== undefined && own.dueAt <= promised.dueAt)) return own;
  return { ...promised, within: promised.dueAt - promised.from };
}

/** What is corrected without a word of the next one leaves the promise as it was. */
function promiseOf(all: Publication[]): Owing | undefined {
  const out = all.filter(isOut).sort((a, b) => (a.outAt ?? 0) - (b.outAt ?? 0));
  const last = out.findLast(({ kind, nextAt }) => kind !== 'correction' || nextAt !== undefined);
  if (last?.nextAt === undefined || last.outAt === undefined) return undefined;
  return { from: last.outAt, dueAt: last.nextAt, within: last.nextAt - last.drafted.at };
}

/** Whose turn it is takes longer to find than all else, and whoever asks by when mostly does not ask for it. */
function withTurn(due: Owed, turn: () => Turn): Due {
  let found: Turn | undefined;
  return {
    ...due,
    get posts() {
      return (found ??= turn()).posts;
    },
    get but() {
      return (found ??= turn()).but;
    },
  };
}

/** Whoever the draft waits for; where there is none, whoever writes it. */
function turnOf(state: State, drafter: PostId): Turn {
  const open = Object.values(state.publication.items).find(isOpen);
  const turn = open === undefined ? [drafter] : publicationTurn(state, open);
  const posts = [...new Set([...turn, state.basis.plan.command.commander])];
  const authors = open === undefined || isToRedraft(state, open) ? [] : draftersOf(open);
  return { posts, but: authors.flatMap((author) => (author.kind === 'person' ? [author.id] : [])) };
}

/** Posts that it waits for. */
export function publicationTurn(state: State, item: Publication): PostId[] {
  const drafter = ruleOf(state)?.drafter;
  if (isToRedraft(state, item)) return drafter === undefined ? [] : [drafter];
  const counsel = item.checked === undefined ? checkers(state) : [];
  const authors = draftersOf(item);
  return isForOthers(state, counsel, authors) ? counsel : approvers(state, authors);
}

/** This version neither is nor can be decided on. */
function isToRedraft(state: State, item: Publication): boolean {
  return item.status === 'returned' || isOfEarlierEnd(state, item) || factsMoved(state, item).length > 0;
}
