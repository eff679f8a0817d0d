import { plain } from './plain.js';

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/giu;
/** As mobile numbers are written in China, and numbers with their country. */
const MOBILE = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)|\+\d{1,3}[\s-]?\d[\d\s-]{6,}\d/u;

const AREA = '0(?:10|2\\d|[3-9]\\d\\d)';
const LOCAL = '[2-9]\\d{2,3}[\\s-]?\\d{4}(?!\\d)';
/** One or several numbers may follow. */
const TOLD =
  '(?:电话|座机|固话|联系方式|致电|回电|传真|\\btel|phone|\\bfax)\\s?(?:号码|numbers?|no)?(?:\\([^()\\d]{1,8}\\))?[是为]?[\\s\\d().,:、;/-]{0,40}';
/** A landline with its area; without a sign of what it is, a count, an order or a trace looks the same. */
const LANDLINE = `(?<![\\d.-])(?:\\(${AREA}\\)[\\s-]{0,2}|${AREA}\\s?-\\s?|(?=0)(?<=${TOLD})${AREA}\\s?)${LOCAL}`;

const NUMBER = new RegExp(`${MOBILE.source}|${LANDLINE}`, 'giu');

/** The e-mail addresses and numbers in a text by which somebody is reached. */
export function contactsIn(text: string): string[] {
  const form = plain(text);
  return [...(form.match(ADDRESS) ?? []), ...(form.match(NUMBER) ?? [])];
}
