import { oneLine, shorten } from '../../../words/text.js';

/** How much of the two stands before the first difference. */
const LEAD = 12;

/** Both texts in one line, cut so that the place where they begin to differ is in sight. */
export function excerpts(before: string, after: string, length: number): [string, string] {
  const [a, b] = [[...oneLine(before)], [...oneLine(after)]];
  const common = a.findIndex((character, i) => character !== b[i]);
  const same = common < 0 ? a.length : common;
  const start = Math.max(a.length, b.length) <= length ? 0 : Math.max(0, same - LEAD);
  const cut = (text: string[]) => shorten((start > 0 ? '…' : '') + text.slice(start).join(''), length);
  return [cut(a), cut(b)];
}
