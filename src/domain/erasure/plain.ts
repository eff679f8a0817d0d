/**
 * One form for texts that look alike, in JavaScript and in SQL (`plainSql`): what is searched in the database and what is
 * erased must be the same. Both read these tables, and neither relies on a locale or on a version of Unicode.
 */

/**
 * What is not seen, as `\p{Cf}`: it may stand in the middle of a name. Ranges of a bracket expression; without the space of no
 * width, which may stand for a space as well (`patterns.ts`).
 */
export const UNSEEN =
  '\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f' +
  '\ufeff\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}';

const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe31\ufe32\ufe58\ufe63\uff0d';
const APOSTROPHES = '\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032\u00b4\u0060\uff07';
const MIDDLE_DOTS = '\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u2e33';
const SPACES = '\u0085\u1680\u2028\u2029';

/** What each of these looks like; ranges of a bracket expression. */
export const ALIKE: readonly { looks: string; is: string }[] = [
  { looks: DASHES, is: '-' },
  { looks: APOSTROPHES, is: "'" },
  { looks: MIDDLE_DOTS, is: '\u00b7' },
  { looks: SPACES, is: ' ' },
];

const unseen = new RegExp(`[${UNSEEN}]`, 'gu');
const alike = ALIKE.map(({ looks, is }) => ({ looks: new RegExp(`[${looks}]`, 'gu'), is }));

export function plain(text: string): string {
  const seen = text.replace(unseen, '');
  return alike.reduce((form, { looks, is }) => form.replace(looks, is), seen).normalize('NFKC');
}
