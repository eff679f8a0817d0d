import { plain } from './plain.js';
import { isGeneral } from './roles.js';

/** What stands between people who were entered together; a comma may stand within a name as well. */
const BETWEEN = /[、;/&+]|\band\b/iu;
const ORGANISATION =
  /(?:公司|集团|科技|技术|网络|信息|中心|大学|医院|银行|部|局|所|院|厂|处|科|队)$|\b(?:ltd|inc|gmbh|corp|llc|co)\.?$/iu;
const IN_BRACKETS = /\(([^)]*)\)?/g;
/** The same where no bracket is open. */
const BETWEEN_ENTRIES = /[、;](?![^(]*\))/u;
const ONE_WORD = /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/**
 * Who is meant where somebody at a door wrote down one name or several, with whom they come from. Rather too few: a text with
 * one of these is destroyed, and a word that names nobody stands in many.
 */
export function peopleIn(entered: string): string[] {
  const people = plain(entered).split(BETWEEN_ENTRIES).flatMap(peopleInOne).filter(isPerson);
  return [...new Set([entered, ...people])];
}

function peopleInOne(entry: string): string[] {
  const outside = namesIn(entry.replace(IN_BRACKETS, '、'));
  const inside = [...entry.matchAll(IN_BRACKETS)].flatMap(([, words = '']) => namesIn(words));
  // `Company (name)`; behind a person stands where they come from, and as what.
  return outside.every((one) => isOrganisation(one) || isGeneral(one)) ? inside : outside;
}

function namesIn(words: string): string[] {
  return words
    .split(BETWEEN)
    .flatMap(betweenCommas)
    .map((part) => part.trim().replace(/等(?:\s*[\d一二三四五六七八九十几数]+\s*[人名位]?)?$/u, ''))
    .filter((part) => part !== '')
    .flatMap((part) => [part, ...twoJoined(part)]);
}

/** `Smith, John` is one name. */
function betweenCommas(words: string): string[] {
  const all = words.split(',').map((part) => part.trim());
  const parts = all.filter((part) => !isOrganisation(part));
  const [family = '', given = ''] = parts;
  return parts.length === 2 && ONE_WORD.test(family) && ONE_WORD.test(given) ? [`${given} ${family}`] : parts;
}

/** `和` may be part of a name. */
function twoJoined(part: string): string[] {
  const both = part.split('和').map((name) => name.trim());
  return both.length > 1 && both.every((name) => name.length > 1) ? both : [];
}

function isOrganisation(name: string): boolean {
  return ORGANISATION.test(name);
}

function isPerson(name: string): boolean {
  return name.length > 1 && !isOrganisation(name) && !isGeneral(name) && !ONE_WORD.test(name);
}
