import { plain } from './plain.js';

/** What stands between people who were entered together. */
const BETWEEN = /[、,;/&+]|\band\b/iu;
const ORGANISATION =
  /(?:公司|集团|科技|技术|网络|信息|中心|大学|医院|银行|部|局|所|院|厂|处|科|队)$|\b(?:ltd|inc|gmbh|corp|llc|co)\.?$/iu;

/** Who is meant where somebody at a door wrote down one name or several, with whom they come from. */
export function peopleIn(entered: string): string[] {
  const text = plain(entered);
  const outside = text.replace(/\([^)]*\)?/g, '、');
  const inside = [...text.matchAll(/\(([^)]*)\)?/g)].map(([, words = '']) => words);
  const people = namesIn(outside).filter(isPerson);
  // `Company (name)`, or `name (company)`.
  const named = people.length > 0 ? people : inside.flatMap(namesIn).filter(isPerson);
  return [...new Set([entered, ...named])];
}

function namesIn(words: string): string[] {
  return words
    .split(BETWEEN)
    .map((part) => part.trim().replace(/等(?:\s*[\d一二三四五六七八九十几数]+\s*[人名位]?)?$/u, ''))
    .flatMap((part) => [part, ...twoJoined(part)]);
}

/** `和` may be part of a name. */
function twoJoined(part: string): string[] {
  const both = part.split('和').map((name) => name.trim());
  return both.length > 1 && both.every((name) => name.length > 1) ? both : [];
}

function isPerson(name: string): boolean {
  return name.length > 1 && !ORGANISATION.test(name);
}
