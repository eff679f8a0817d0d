import type { Person } from '../plan/roster.js';

/**
 * What somebody is found by in free text: the names in every language, in both orders, with addresses and numbers. Never the
 * id, which is the pseudonym that the hash chain carries.
 */
export interface Traces {
  readonly finds: (text: string) => boolean;
  /** The same for PostgreSQL's `~*`, of text in the form NFKC. */
  readonly pattern: string;
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·\s]+$/u;
/** Fewer digits than that are no number of one person. */
const FEWEST_DIGITS = 7;

/** Who is meant by these entries of one person, as different versions of the roster had them. */
export function tracesOfPerson(entries: readonly Person[]): Traces {
  return tracesOf(
    entries.flatMap(({ id, name, contacts }) => {
      // A telephone may be that of a room.
      const { phone: _, mobile, ...addresses } = contacts;
      const names = typeof name === 'string' ? [name] : Object.values(name);
      return [...names, ...Object.values(addresses), ...(mobile === undefined ? [] : [mobile])].filter(
        (word) => word !== undefined && word !== id,
      );
    }),
  );
}

/** Finds nothing where there is nothing to look for. */
export function tracesOf(words: readonly string[]): Traces {
  const known = [...new Set(words.map(plain))].filter((word) => word.length > 1);
  const parts = known.flatMap((word) => [word, ...reversed(word)]);
  if (parts.length === 0) return { finds: () => false, pattern: '(?!a)a' };
  const pattern = parts.map(written).join('|');
  const js = new RegExp(pattern, 'iu');
  return { finds: (text) => js.test(plain(text)), pattern };
}

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu;
/** As mobile numbers are written in China, and numbers with their country. */
const NUMBER = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|\+\d{1,3}[\s-]?\d[\d\s-]{6,}\d/gu;

/** The e-mail addresses and numbers in a text by which somebody is reached. */
export function contactsIn(text: string): string[] {
  const form = plain(text);
  return [...(form.match(ADDRESS) ?? []), ...(form.match(NUMBER) ?? [])];
}

function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

/**
 * What may not stand beside a name, or it would be found within another: letters of scripts that put spaces between words.
 * Chinese does not, and a name may stand in the middle of a sentence.
 */
const BOUNDARY = '[0-9A-Za-z\u00c0-\u024f\u0370-\u1fff_@-]';

function written(word: string): string {
  const digits = word.replace(/^\+86/, '').replace(/\D/g, '');
  if (/^[+\d\s().-]+$/.test(word) && digits.length >= FEWEST_DIGITS) {
    return `${[...digits].join('[ ().-]*')}(?![0-9])`;
  }
  if (CJK.test(word)) return [...word.replace(/\s+/g, '')].map(literal).join('\\s*');
  const tokens = word.split(/\s+/).map(literal);
  return `(?<!${BOUNDARY})${tokens.join(',?\\s+')}(?!${BOUNDARY})`;
}

/** Of a name in two words: the family name may stand first or last. */
function reversed(word: string): string[] {
  const tokens = word.split(/\s+/);
  return tokens.length === 2 && !CJK.test(word) && !/[@\d]/.test(word) ? [tokens.reverse().join(' ')] : [];
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
