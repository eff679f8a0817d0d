import { plain } from './plain.js';

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu;
/** As mobile numbers and landlines with their area are written in China, and numbers with their country. */
const NUMBER =
  /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|(?<![\d.-])\(?0(?:10|2\d|[3-9]\d\d)\)?[\s-]{0,2}[2-9]\d{2,3}[\s-]?\d{4}(?!\d)|\+\d{1,3}[\s-]?\d[\d\s-]{6,}\d/gu;

/** The e-mail addresses and numbers in a text by which somebody is reached. */
export function contactsIn(text: string): string[] {
  const form = plain(text);
  return [...(form.match(ADDRESS) ?? []), ...(form.match(NUMBER) ?? [])];
}
