/**
 * Free text comes from people, machines and strangers. Taken out: control characters (illegal in XML, able to start a new
 * mail header), marks that reverse the reading direction (able to disguise a link) and halves of surrogate pairs.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

/** Also keeps a quoted text from forging lines of its own. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** At most `length` characters, counted as people count them. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

/** So that a quoted sentence can be closed by our own full stop. */
export function withoutFullStop(text: string): string {
  return text.replace(/[。．.；;，,\s]+$/u, '');
}

/** With our full stop, unless it ends with an address, of which the stop would become a part. */
export function closed(sentence: string, stop: string): string {
  return /https?:\/\/\S+$/u.test(sentence) ? sentence : `${sentence}${stop}`;
}
