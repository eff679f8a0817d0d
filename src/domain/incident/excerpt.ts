/** Of a text that a notice quotes, in UTF-16 units: every pending effect carries its own. */
const QUOTED = 500;

/** Ends with `…` where the text goes on, and between characters. */
export function excerpt(text: string, atMost = QUOTED): string {
  return text.length <= atMost ? text : `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
