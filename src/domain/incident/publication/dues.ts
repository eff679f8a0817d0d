import type { AftermathRule, LevelId, PostId } from '../../plan/compiled.js';
import { DAY } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import type { Due } from '../aftermath/dues.js';
import type { Promised } from '../messages/merging.js';
import { rememberedBy } from '../rememberedBy.js';
import type { Publication } from '../state.js';
import { approvers, checkers, isForOthers, READ, ruleOf } from './people.js';
import type { Publishing } from './people.js';
import {
  draftersOf,
  goesOn,
  isNewSinceReopened,
  isOpen,
  isOut,
  isOutcomeTold,
  isTold,
  isToRedraft,
  isWaived,
  mayPublish,
} from './standing.js';

/** The words of its dues. */
export const STATEMENTS = ['firstStatement', 'nextStatement', 'finalStatement'] as const;

type Rule = NonNullable<AftermathRule['publication']>;
type Turn = Required<Pick<Due, 'posts' | 'but'>>;
type Owed = Pick<Due, 'item' | 'from' | 'dueAt' | 'within'>;
type Owing = Omit<Owed, 'item'>;
type Statement = Owing & { item: (typeof STATEMENTS)[number] };

/** The statement that is owed, and a decision on each draft that would not be it. */
export const publicationDues = rememberedBy(READ, (state: Publishing): readonly Due[] => {
  if (!mayPublish(state)) return [];
  const { items } = state.publication;
  const open = Object.entries(items).filter(([, item]) => isOpen(item) && goesOn(state, item));
  const statement = statementDue(state);
  const [written] = open.find(([, item]) => statement !== undefined && wouldBe(statement.item, item)) ?? [];
  const left = open.filter(([id]) => id !== written);
  return [
    ...(statement === undefined
      ? []
      : [new DueInTurn(statement, () => turnOf(state, written === undefined ? undefined : items[written]))]),
    ...left.map(([id, item]) => new DueInTurn(decisionOwed(state, id, item), () => turnOf(state, item))),
  ];
});

/** The earlier one of what is owed: the same text may be all of it. */
function statementDue(state: Publishing): Statement | undefined {
  const rule = ruleOf(state);
  if (rule === undefined || isWaived(state)) return undefined;
  const owed = [...statementOwed(state), ...outcomeOwed(state, rule)];
  return owed.sort((a, b) => a.dueAt - b.dueAt)[0];
}

/** A correction without a time of its own leaves every promise as it was, and only the outcome tells the outcome. */
function wouldBe(item: Statement['item'], { kind, nextAt }: Publication): boolean {
  return item === 'finalStatement' ? kind === 'final' : kind !== 'correction' || nextAt !== undefined;
}

/** One way or the other: whoever waits for it, and the closure too, would wait for ever. */
function decisionOwed(state: Publishing, id: string, { drafted: { at } }: Publication): Owed {
  return { item: `publication ${id}`, from: at, dueAt: at + decisionWithin(state) };
}

/** As soon as a first statement; where the level wants none, as soon as the level that leaves the most time for it. */
function decisionWithin(state: Publishing): Duration {
  const all = (ruleOf(state)?.firstStatement ?? []).map(({ within }) => within);
  return firstStatementWithin(state, state.grading.level) ?? (all.length === 0 ? DAY : Math.max(...all));
}

/** As the plan wants it at this level. */
export function firstStatementWithin(state: Publishing, level: LevelId | undefined): Duration | undefined {
  const rules = ruleOf(state)?.firstStatement ?? [];
  return rules.find(({ levels }) => level !== undefined && levels.includes(level))?.within;
}

/**
 * The first statement, as the plan wants it, from activation, from reopening, or since it was no longer decided that there is
 * to be none; then whatever the last one promised, or a merged
 * incident had; and as soon as
 * the first one another, where nothing is out any more: the public was told, and knows now that it was wrong.
 */
function statementOwed(state: Publishing): Statement[] {
  const { activatedAt, reopenedAt, items, waived } = state.publication;
  const all = Object.values(items);
  const promised = firstPromise(state, all);
  const next: Statement[] = promised === undefined ? [] : [{ item: 'nextStatement', ...promised }];
  if (isTold(state) || promiseOf(all) !== undefined) return next;
  const within = firstStatementWithin(state, state.grading.level);
  const begun = reopenedAt ?? activatedAt;
  if (within === undefined || begun === undefined) return next;
  const from = Math.max(begun, waived?.lapsedAt ?? begun, ...takenOff(state, all));
  const item = all.some(({ outAt }) => outAt !== undefined) ? 'nextStatement' : 'firstStatement';
  return [...next, { item, from, dueAt: from + within }];
}

/** How it ended: where the closure waits for it, or where the plan says by when and the public has heard of it at all. */
function outcomeOwed(state: Publishing, rule: Rule): Statement[] {
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
function takenOff(state: Publishing, items: Publication[]): Instant[] {
  return items.flatMap((item) => {
    const { status, outAt, withdrawnAt = outAt } = item;
    const wasRead = status === 'withdrawn' && outAt !== undefined && isNewSinceReopened(state, item);
    return wasRead && withdrawnAt !== undefined ? [withdrawnAt] : [];
  });
}

/** What the public still waits for, with what is approved and on its way to it. */
export function promiseGivenOver(state: Publishing): Promised | undefined {
  if (isWaived(state)) return undefined;
  const all = Object.values(state.publication.items).map((item) =>
    item.status === 'approved' && item.approved !== undefined ? { outAt: item.approved.at, ...item } : item,
  );
  const promised = firstPromise(state, all);
  return promised === undefined ? undefined : { from: promised.from, dueAt: promised.dueAt };
}

function firstPromise({ publication: { promised } }: Publishing, all: Publication[]): Owing | undefined {
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
class DueInTurn implements Due {
  readonly item: string;
  readonly from: Instant;
  readonly dueAt: Instant;
  readonly within: Duration | undefined;
  private found: Turn | undefined;

  constructor(
    { item, from, dueAt, within }: Owed,
    private readonly turn: () => Turn,
  ) {
    this.item = item;
    this.from = from;
    this.dueAt = dueAt;
    this.within = within;
  }

  get posts(): PostId[] {
    return (this.found ??= this.turn()).posts;
  }

  get but(): Turn['but'] {
    return (this.found ??= this.turn()).but;
  }
}

/** Whoever the draft waits for; where there is none, whoever writes it. */
function turnOf(state: Publishing, open: Publication | undefined): Turn {
  const turn = open === undefined ? draftedBy(state) : publicationTurn(state, open);
  const posts = [...new Set([...turn, state.basis.plan.command.commander])];
  const authors = open === undefined || isToRedraft(state, open) ? [] : draftersOf(open);
  return { posts, but: authors.flatMap((author) => (author.kind === 'person' ? [author.id] : [])) };
}

/** Posts that it waits for. */
export function publicationTurn(state: Publishing, item: Publication): PostId[] {
  if (isToRedraft(state, item)) return draftedBy(state);
  const counsel = item.checked === undefined ? checkers(state) : [];
  const authors = draftersOf(item);
  return isForOthers(state, counsel, authors) ? counsel : approvers(state, authors);
}

function draftedBy(state: Publishing): PostId[] {
  const drafter = ruleOf(state)?.drafter;
  return drafter === undefined ? [] : [drafter];
}
