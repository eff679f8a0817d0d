import { textIn } from '../../../lang.js';
import type { Lang } from '../../../lang.js';
import { oneLine, shorten } from '../../../words/text.js';
import type { PlanDocument } from '../../schema.js';
import type { Subject } from '../change.js';
import { calledBy } from '../things.js';
import type { Thing } from '../things.js';

/** One of the two plans, as far as a sentence about it needs it: names are looked up here. */
export interface Side {
  plan: PlanDocument;
  subject: Subject;
  lang: Lang;
  /** How much of a name is told; what fits into a line where nothing is said. */
  nameLength?: number;
}

/** Names are short, but criteria and injects are called by their whole text. */
const NAME_LENGTH = 50;

/** The id where the plan has no name for it. */
export function nameOf(thing: Thing, id: string, side: Side): string {
  return nameIn(thing, id, side) ?? id;
}

export function nameIn(
  thing: Thing,
  id: string,
  { plan, subject, lang, nameLength = NAME_LENGTH }: Side,
): string | undefined {
  const { categories: _, ...parents } = subject;
  const text = calledBy(plan, thing, id, parents);
  return text === undefined ? undefined : shorten(oneLine(textIn(text, lang)), nameLength);
}

/** `A、B`, `A, B and C`. */
export function listed(items: readonly string[], lang: Lang): string {
  if (lang === 'zh-CN') return items.join('、');
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

export function quoted(text: string): string {
  return `“${text}”`;
}
