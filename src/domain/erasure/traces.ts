import { textsOf } from '../lang.js';
import type { PersonId } from '../plan/compiled.js';
import type { Person } from '../plan/roster.js';
import { asId, CJK, exactly, inEachScript, isNumber, loosely, tellsOfOne, written } from './patterns.js';
import type { ChatChannel, Form } from './patterns.js';
import { plain } from './plain.js';
import { isGeneral } from './roles.js';

/** For PostgreSQL's `~*`, which is slow at looking around a word: that is done only where `loose` finds something. */
export interface SqlPattern {
  /** Finds at least as much as `exact`. */
  loose: string;
  exact: string;
}

/**
 * What somebody is found by in free text: the names in every language, in both orders, with addresses and numbers. Never the
 * id, which is the pseudonym that the hash chain carries.
 */
export interface Traces {
  readonly finds: (text: string) => boolean;
  /** The same for the database, of text in the form of `plainSql`: whatever one of them finds. */
  readonly pattern: readonly SqlPattern[];
  /** Where it is found, with a few words around; otherwise how the text begins. */
  readonly excerpt: (text: string) => string;
}

/** Why a search may find too much, or leaves something alone. */
export type Doubt =
  /** A name so short that other words have it in them, or one that is a word itself. */
  | { kind: 'short'; word: string }
  /** A chat id that is looked for only where it stands as one. */
  | { kind: 'ordinary'; word: string }
  /** A name that a colleague has as well. */
  | { kind: 'shared'; word: string; with: PersonId }
  /** An address or a number that is a colleague's now, and is not looked for. */
  | { kind: 'passedOn'; word: string; with: PersonId };

export interface PersonTraces extends Traces {
  /** Without the names that a colleague has as well: what says of this person alone. */
  readonly certain: Traces;
  /** To which mails went, in small letters. */
  readonly addresses: readonly string[];
  /** What is looked for, as it was written. */
  readonly words: readonly string[];
  readonly doubts: readonly Doubt[];
}

/**
 * Who is meant by these entries of one person, as different versions of the roster had them; `others`: whom the roster of
 * today has besides.
 */
export function tracesOfPerson(entries: readonly Person[], others: readonly Person[] = []): PersonTraces {
  const isId = (word: string) => entries.some(({ id }) => is(id)(plain(word).trim()));
  const names = unique(entries.flatMap(({ name }) => textsOf(name))).filter((name) => !isId(name));
  const doubts: Doubt[] = [];
  const [any, certain]: [Form[][], Form[][]] = [[], []];
  const [words, addresses]: [string[], string[]] = [[], []];
  const looksFor = (word: string, forms: Form[], isShared = false) => {
    words.push(word);
    any.push(forms);
    if (!isShared) certain.push(forms);
  };
  for (const word of unique(names.flatMap((one) => inEachScript(plain(one).trim())))) {
    const namesake = others.find(({ name }) =>
      textsOf(name).some((one) => inEachScript(plain(one).trim()).some(is(word))),
    );
    if (namesake !== undefined) doubts.push({ kind: 'shared', word, with: namesake.id });
    if (isShort(word)) doubts.push({ kind: 'short', word });
    looksFor(word, written(word), namesake !== undefined);
  }
  for (const { kind, word } of entries.flatMap(contactsOf)) {
    if (isId(word) || words.includes(word)) continue;
    const owner = others.find(({ contacts }) => Object.values(contacts).some((one) => sameContact(one, word)));
    if (owner !== undefined) {
      if (!doubts.some((doubt) => doubt.word === word)) doubts.push({ kind: 'passedOn', word, with: owner.id });
      continue;
    }
    const isOrdinary = kind !== undefined && !tellsOfOne(plain(word), names.map(plain));
    if (isOrdinary) doubts.push({ kind: 'ordinary', word });
    // Of mails of any channel: there `5` may be somebody else's.
    else addresses.push(word.toLowerCase());
    looksFor(word, isOrdinary ? asId(plain(word), kind) : written(plain(word)));
  }
  return { ...tracesBy(any), certain: tracesBy(certain), addresses, words, doubts };
}

/** Whether somebody has a name that is a colleague's too: otherwise all that is found is certain. */
export function hasNamesake({ doubts }: PersonTraces): boolean {
  return doubts.some(({ kind }) => kind === 'shared');
}

/** Finds nothing where there is nothing to look for. */
export function tracesOf(words: readonly string[]): Traces {
  return tracesBy(unique(words.map((word) => plain(word).trim())).map(written));
}

/** PGlite has no memory for patterns of more than some hundred words; PostgreSQL keeps 32 patterns at a time. */
const WORDS_IN_SQL = 200;
/** With more, V8 takes seconds to get a pattern ready. */
const WORDS_IN_JS = 50;

function tracesBy(words: readonly Form[][]): Traces {
  const patterns = inParts(words, WORDS_IN_JS).map((forms) => new RegExp(exactly(forms), 'iu'));
  return {
    pattern: inParts(words, WORDS_IN_SQL).map((forms) => ({ loose: loosely(forms), exact: exactly(forms) })),
    finds(text) {
      const form = plain(text);
      return patterns.some((one) => one.test(form));
    },
    excerpt(text) {
      const form = plain(text);
      const found = patterns.map((one) => one.exec(form)).find((one) => one !== null);
      // As it was written, where every letter stands in its place.
      return aroundIn(form.length === text.length ? text : form, found?.index ?? 0, found?.[0].length ?? 0);
    },
  };
}

function inParts(words: readonly Form[][], size: number): Form[][] {
  return Array.from({ length: Math.ceil(words.length / size) }, (_, i) => words.slice(i * size, (i + 1) * size).flat());
}

const AROUND = 30;

function aroundIn(text: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - AROUND), at + length + AROUND];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** `kind`: of a chat id. A telephone may be that of a room. */
function contactsOf({ contacts }: Person): { word: string; kind?: ChatChannel }[] {
  const { email, mobile, phone: _, ...chats } = contacts;
  return [
    ...[email, mobile].flatMap((word) => (word === undefined ? [] : [{ word }])),
    ...(Object.entries(chats) as [ChatChannel, string][]).map(([kind, word]) => ({ kind, word })),
  ];
}

function sameContact(one: string, other: string): boolean {
  return is(one)(other) || (isNumber(one) && isNumber(other) && exactly(written(one)) === exactly(written(other)));
}

function isShort(name: string): boolean {
  return CJK.test(name) ? name.replace(/\s/g, '').length < 3 : /^[\p{L}\p{M}\p{N}'._-]+$/u.test(name);
}

/** Of names that somebody wrote down at a door. */
export function doubtsAbout(names: readonly string[]): Doubt[] {
  return unique(names.map((name) => plain(name).trim()))
    .filter((word) => isShort(word) || isGeneral(word))
    .map((word) => ({ kind: 'short', word }));
}

function is(word: string): (other: string) => boolean {
  return (other) => other.toLowerCase() === word.toLowerCase();
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word.length > 1);
}
