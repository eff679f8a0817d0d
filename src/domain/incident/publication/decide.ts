import { blanksIn } from '../../plan/blanks.js';
import type { FactId } from '../../plan/compiled.js';
import { LANGS } from '../../lang.js';
import type { Instant } from '../../time.js';
import { actorName } from '../actor.js';
import type { Actor } from '../actor.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import type { PublicationTexts, ReliedOn } from '../events/publication.js';
import { isBlank } from '../isBlank.js';
import { knownFactsWithSource } from '../knownFacts.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd, isOver } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import { postsOfCommand } from '../rooms/tasks/owners.js';
import type { Publication, State } from '../state.js';
import { approvers, checkers, checkersHere, drafters, isForOthers, isUnchecked, ruleOf } from './people.js';
import {
  authorsOf,
  draftersOf,
  factsMoved,
  isNewSinceReopened,
  isOfNoEnd,
  isOpen,
  isOut,
  isToPutRight,
  isWaived,
  isWithoutRule,
  mayPublish,
  putsRight,
} from './standing.js';
import { withdrawn } from './takenBack.js';

type On<A extends MessageOf<'publication'>['action']> = MessageOf<'publication'> & { action: A };
type Refused = { type: 'refused' } & Refusal;

/** More than these at a time nobody reads, and their words travel with the state. */
const MOST_OPEN_PUBLICATIONS = 5;

export function decidePublication(state: State, message: MessageOf<'publication'>, at: Instant): EventBody[] {
  const { phase } = state;
  if (isToPutRight(state)) {
    if (!putsRight(state, message)) return [refusal('only_corrections', { phase })];
  } else if (!mayPublish(state)) {
    return [refusal('wrong_phase', { phase }, { phases: ['responding', 'watching', 'aftermath'] })];
  }
  // Whoever commands answers for what is out, whatever the plan says by now.
  if (ruleOf(state) === undefined && !(isWithoutRule(state) && putsRight(state, message))) {
    return [refusal('no_publication')];
  }
  switch (message.action) {
    case 'draft':
      return draft(state, message, at);
    case 'check':
      return check(state, message, at);
    case 'return':
      return giveBack(state, message);
    case 'approve':
      return approve(state, message, at);
    case 'withdraw':
      return withdraw(state, message);
    case 'waive':
      return waive(state, message);
  }
}

function draft(state: State, message: On<'draft'>, at: Instant): EventBody[] {
  const by = authorityOf(state, message.actor, drafters(state));
  if ('code' in by) return [by];
  const { publication: given, kind, corrects, nextAt } = message;
  const numbered = given === undefined ? numberedNext(state) : numberedAgain(state, given);
  if ('code' in numbered) return [numbered];
  const alone = nobodyElse(state, message);
  if (alone !== undefined) return [alone];
  const texts = textsOf(state, message.texts);
  if ('code' in texts) return [texts];
  const facts = reliedOn(state, message.facts);
  if ('code' in facts) return [facts];
  const { items } = state.publication;
  const corrected = corrects === undefined ? undefined : items[corrects];
  if (kind === 'correction' ? corrected === undefined || !isOut(corrected) : corrects !== undefined) {
    const out = Object.keys(items).filter((id) => isOut(items[id]!));
    return [
      refusal('correction_of_what', { kind, ...(corrects === undefined ? {} : { corrects }) }, { published: out }),
    ];
  }
  if (kind === 'final' && !isAfterEnd(state.phase)) return [refusal('final_before_end', { phase: state.phase })];
  const promise = promiseRefused(state, nextAt, at);
  if (promise !== undefined) return [promise];
  return [
    {
      type: 'publicationDrafted',
      ...by,
      ...numbered,
      kind,
      ...(corrects === undefined ? {} : { corrects }),
      facts: facts.list,
      ...(nextAt === undefined ? {} : { nextAt }),
      texts: texts.texts,
    },
  ];
}

interface Numbered {
  publication: string;
  version: number;
}

function numberedNext({ publication: { items, last } }: State): Numbered | Refused {
  const open = Object.values(items).filter(isOpen).length;
  if (open >= MOST_OPEN_PUBLICATIONS) {
    return refusal('too_many_publications', { open }, { atMost: MOST_OPEN_PUBLICATIONS });
  }
  return { publication: `p${last + 1}`, version: 1 };
}

/** What nobody but its drafters could approve would wait for ever; an earlier version of it can still be approved. */
function nobodyElse(state: State, { actor, publication }: On<'draft'>): Refused | undefined {
  const earlier = publication === undefined ? [] : authorsOf(state, publication);
  const authors = [actor, ...earlier];
  const posts = approvers(state, authors);
  if (isForOthers(state, posts, authors)) return undefined;
  const others = drafters(state).filter((post) => isForOthers(state, [post], [actor]));
  const found = publication === undefined ? {} : { publication };
  return refusal('nobody_to_approve', found, { posts, drafters: others });
}

/** What was approved once is never changed: it is corrected. */
function numberedAgain(state: State, publication: string): Numbered | Refused {
  const item = itemOf(state, publication);
  if ('code' in item) return item;
  return isOpen(item) ? { publication, version: item.version + 1 } : notWaiting(publication, item);
}

/** Whole in the first language of the plan at least, no language by half, and no blank left. */
function textsOf({ basis }: State, given: PublicationTexts): { texts: PublicationTexts } | Refused {
  const written = Object.entries(given).filter(([, text]) => text.trim() !== '');
  const texts = Object.fromEntries(written) as PublicationTexts;
  const [first] = basis.plan.languages;
  const missing = LANGS.flatMap((lang) => {
    const keys = [`title ${lang}`, `body ${lang}`] as const;
    const left = keys.filter((key) => texts[key] === undefined);
    return left.length === keys.length && lang !== first ? [] : left;
  });
  if (missing.length > 0) return refusal('publication_text_required', {}, { texts: missing });
  const blanks = [...new Set(written.flatMap(([, text]) => blanksIn({ en: text })))];
  return blanks.length > 0 ? refusal('blanks_left', { blanks }) : { texts };
}

function reliedOn(state: State, wanted: FactId[]): { list: ReliedOn[] } | Refused {
  const ids = [...new Set(wanted)];
  const { facts } = state.basis.plan;
  const unknown = ids.filter((id) => !facts.some((fact) => fact.id === id));
  if (unknown.length > 0) return refusal('unknown_fact', { facts: unknown }, { known: facts.map(({ id }) => id) });
  const known = knownFactsWithSource(state);
  const notYet = ids.filter((id) => !known.some(({ fact }) => fact === id));
  if (notYet.length > 0) return refusal('fact_not_known', { facts: notYet }, { known: known.map(({ fact }) => fact) });
  const list = known.filter(({ fact }) => ids.includes(fact)).map(({ fact, value, seq }) => ({ fact, value, seq }));
  return { list };
}

/** Of the next one: it must still be possible to keep it. */
function promiseRefused({ phase }: State, nextAt: Instant | undefined, at: Instant): Refused | undefined {
  if (nextAt === undefined) return undefined;
  if (isOver(phase)) return refusal('nothing_follows', { nextAt });
  return nextAt <= at ? refusal('next_statement_passed', { nextAt }) : undefined;
}

/** It was drafted for something else than how things stand: another version has to say that. */
function overtakenBy(state: State, publication: string, item: Publication, at: Instant): Refused | undefined {
  if (isOfNoEnd(state, item)) {
    const { phase } = state;
    return isNewSinceReopened(state, item)
      ? refusal('final_before_end', { phase })
      : refusal('end_was_none', { publication });
  }
  const moved = factsMoved(state, item);
  return moved.length > 0
    ? refusal('facts_moved', { publication, facts: moved })
    : promiseRefused(state, item.nextAt, at);
}

function check(state: State, { actor, publication, version }: On<'check'>, at: Instant): EventBody[] {
  const posts = checkers(state);
  if (posts.length === 0) return [refusal('no_legal_check')];
  const by = authorityOf(state, actor, posts);
  if ('code' in by) return [by];
  const item = waiting(state, publication, version);
  if ('code' in item) return [item];
  if (isDrafter(item, actor)) return [refusal('drafter_cannot_check', { publication })];
  if (item.checked !== undefined) return [refusal('already_checked', { publication, version })];
  const overtaken = overtakenBy(state, publication, item, at);
  if (overtaken !== undefined) return [overtaken];
  return [{ type: 'publicationChecked', ...by, publication, version }];
}

function giveBack(state: State, { actor, publication, version, remarks }: On<'return'>): EventBody[] {
  const posts = [...checkers(state), ...approvers(state, authorsOf(state, publication))];
  const by = authorityOf(state, actor, [...new Set(posts)]);
  if ('code' in by) return [by];
  const item = waiting(state, publication, version);
  if ('code' in item) return [item];
  if (isBlank(remarks)) return [refusal('remarks_required')];
  return [{ type: 'publicationReturned', ...by, publication, version, texts: { remarks } }];
}

function approve(state: State, message: On<'approve'>, at: Instant): EventBody[] {
  const { actor, publication, version, reason } = message;
  const by = authorityOf(state, actor, approvers(state, authorsOf(state, publication)));
  if ('code' in by) return [by];
  const item = waiting(state, publication, version);
  if ('code' in item) return [item];
  if (isDrafter(item, actor)) return [refusal('drafter_cannot_approve', { publication })];
  const overtaken = overtakenBy(state, publication, item, at);
  if (overtaken !== undefined) return [overtaken];
  const unchecked = isUnchecked(state, item);
  const mayGoOn = () =>
    postsOfCommand(state).includes(by.authority) || checkersHere(state, at, draftersOf(item)).length === 0;
  if (unchecked && (isBlank(reason) || !mayGoOn())) {
    return [refusal('legal_check_required', { publication, version }, { posts: checkers(state) })];
  }
  return [
    {
      type: 'publicationApproved',
      ...by,
      publication,
      version,
      ...(state.report.mode === 'drill' ? { drill: true as const } : {}),
      ...(unchecked && reason !== undefined ? { unchecked: true as const, texts: { reason } } : {}),
    },
  ];
}

/** What nobody has approved yet its drafters may take back too. */
function withdraw(state: State, { actor, publication, reason }: On<'withdraw'>): EventBody[] {
  const item = itemOf(state, publication);
  const posts = 'code' in item || !isOpen(item) ? [] : drafters(state);
  const by = authorityOf(state, actor, [...new Set([...approvers(state), ...posts])]);
  if ('code' in by) return [by];
  if ('code' in item) return [item];
  if (item.status === 'withdrawn') return [notWaiting(publication, item)];
  if (isBlank(reason)) return [refusal('reason_required')];
  return [withdrawn(by, publication, reason)];
}

/** Drafts that nobody will decide on any more go with it. */
function waive(state: State, { actor, reason }: On<'waive'>): EventBody[] {
  const by = authorityOf(state, actor, approvers(state));
  if ('code' in by) return [by];
  if (isBlank(reason)) return [refusal('reason_required')];
  const { items } = state.publication;
  if (isWaived(state)) return [refusal('already_waived')];
  const open = Object.keys(items).filter((id) => isOpen(items[id]!));
  return [
    { type: 'publicationWaived', ...by, texts: { reason } },
    ...open.map((publication) => withdrawn(by, publication, reason)),
  ];
}

/** The version that waits to be decided on, and no other. */
function waiting(state: State, publication: string, version: number): Publication | Refused {
  const item = itemOf(state, publication);
  if ('code' in item) return item;
  if (item.version !== version) return refusal('other_version', { publication, version }, { version: item.version });
  return item.status === 'draft' ? item : notWaiting(publication, item);
}

function itemOf({ publication: { items } }: State, publication: string): Publication | Refused {
  const item = Object.hasOwn(items, publication) ? items[publication] : undefined;
  return item ?? refusal('unknown_publication', { publication }, { publications: Object.keys(items) });
}

function notWaiting(publication: string, { status }: Publication): Refused {
  return refusal('publication_not_waiting', { publication, status });
}

function isDrafter(item: Publication, actor: Actor): boolean {
  return draftersOf(item).some((one) => actorName(one) === actorName(actor));
}
