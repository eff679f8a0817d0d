import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { ReportContext } from './context.js';
import type { Content, Own } from './section.js';

/** Never written by Muster: a form, until somebody gives the words. */
export function responsibility(context: ReportContext, own: Own): Content {
  if (own.given) return { blocks: [] };
  const { words, sectionWords, tables } = context;
  const form = tables.table(
    sectionWords.captions.responsibility,
    [
      { heading: words.labels.item, width: 28 },
      { heading: sectionWords.columns.content, width: 72 },
    ],
    sectionWords.responsibility.rows.map((row) => [...row]),
  );
  const written: Block = { ...form, table: { ...form.table, handwritten: true } };
  return { blocks: [paragraph(sectionWords.responsibility.note), written] };
}
