import type { PostId } from '../../plan/compiled.js';
import type { Due } from '../aftermath/dues.js';
import type { Publication, State } from '../state.js';
import { approvers, checkers, isForOthers, ruleOf } from './people.js';
import { draftersOf, factsMoved, isOpen, isOut, isSinceReopened, isWaived, mayPublish } from './standing.js';

/** The first statement, as the plan wants it, from activation or reopening; then whatever the last one promised. */
export function publicationDues(state: State): Due[] {
  const { activatedAt, reopenedAt, items } = state.publication;
  const rule = ruleOf(state);
  if (rule === undefined || isWaived(state) || !mayPublish(state)) return [];
  const turn = () => turnOf(state, rule.drafter);
  const all = Object.values(items);
  const promised = promiseOf(all);
  if (promised !== undefined) return [{ item: 'nextStatement', ...promised, ...turn() }];
  if (all.some(({ outAt }) => isSinceReopened(state, outAt))) return [];
  const { level } = state.grading;
  const first = rule.firstStatement.find(({ levels }) => level !== undefined && levels.includes(level));
  const from = reopenedAt ?? activatedAt;
  if (first === undefined || from === undefined) return [];
  const item = all.some(({ outAt }) => outAt !== undefined) ? 'nextStatement' : 'firstStatement';
  return [{ item, from, dueAt: from + first.within, ...turn() }];
}

/** What is corrected without a word of the next one leaves the promise as it was. */
function promiseOf(all: Publication[]): Omit<Due, 'item' | 'posts'> | undefined {
  const out = all.filter(isOut).sort((a, b) => (a.outAt ?? 0) - (b.outAt ?? 0));
  const last = out.findLast(({ kind, nextAt }) => kind !== 'correction' || nextAt !== undefined);
  if (last?.nextAt === undefined || last.outAt === undefined) return undefined;
  return { from: last.outAt, dueAt: last.nextAt, within: last.nextAt - last.drafted.at };
}

/** Whoever the draft waits for; where there is none, whoever writes it. */
function turnOf(state: State, drafter: PostId): Pick<Due, 'posts' | 'but'> {
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
  return item.status === 'returned' || factsMoved(state, item).length > 0;
}
