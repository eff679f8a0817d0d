import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Text } from '../../domain/lang.js';
import { citationNumber } from './citationNumber.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';

type Source = PlanDocument['sources'][number];

/** `《title》（number）` as Chinese papers cite, `title (number)` in English. */
export function citation({ lang, t }: Pick<PlanContext, 'lang' | 't'>, { title, number, kind }: Source): string {
  const zh = lang === 'zh-CN';
  const name = t(title);
  const quoted = zh && kind !== 'own' && !/[《》]/.test(name) ? inMarks(name) : name;
  if (number === undefined) return quoted;
  const cited = citationNumber(number, lang);
  // Brackets within brackets read badly.
  if (cited.startsWith('(')) return zh ? `${quoted}，${cited}` : `${quoted}, ${cited}`;
  return zh ? `${quoted}（${cited}）` : `${quoted} (${cited})`;
}

/** What stands in brackets at the end is said about the document and no part of its name. */
function inMarks(title: string): string {
  const { name, about } = /^(?<name>.+?)(?<about>（[^（）]*）)?$/u.exec(title)?.groups ?? {};
  return `《${name ?? title}》${about ?? ''}`;
}

/**
 * Where a criterion or an obligation comes from, with its clause: the clause alone where the document has been `named` above.
 */
export function origin(
  context: Pick<PlanContext, 'lang' | 't' | 'document'>,
  { document, clause }: { document: string; clause?: Text },
  named?: string,
): string {
  const where = clause === undefined ? undefined : context.t(clause);
  if (document === named) return where ?? NONE;
  const source = context.document.sources.find(({ id }) => id === document);
  const cited = source === undefined ? document : citation(context, source);
  if (where === undefined) return cited;
  return context.lang === 'zh-CN' ? `${cited}${where}` : `${cited}, ${where}`;
}
